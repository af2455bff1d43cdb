package org.parley.space.index;

import org.parley.space.Activity;
import org.parley.space.Volume;

/** One volume in the index. Removal is a mark with the version that no longer sees it, so that older snapshots still do. */
final class Slot {
    final Activity activity;
    final int number;

    /** Written by the one writer before it publishes that version; a reader of an older snapshot may see either value. */
    private volatile long removedAt = Long.MAX_VALUE;

    Slot(Activity activity, int number) {
        this.activity = activity;
        this.number = number;
    }

    Volume volume() {
        return activity.volumes().get(number);
    }

    boolean seenBy(long version) {
        return removedAt > version;
    }

    void removeAt(long version) {
        removedAt = version;
    }
}
