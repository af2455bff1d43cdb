package org.parley.space.index;

import org.parley.space.Activity;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;

/**
 * One volume in the index. What every candidate is asked for lies here, one step away instead of three. Removal is a mark with
 * the version that no longer sees it, so that older snapshots still do.
 */
final class Slot {
    final Activity activity;
    final int number;

    /** The index's number of its party. */
    final int party;

    final String kind;
    final Footprint footprint;
    private final long from;
    private final long until;
    private final int lower;
    private final int upper;

    /** Written by the one writer before it publishes that version; a reader of an older snapshot may see either value. */
    private volatile long removedAt = Long.MAX_VALUE;

    Slot(Activity activity, int number, int party) {
        this.activity = activity;
        this.number = number;
        this.party = party;
        Volume volume = activity.volumes().get(number);
        kind = activity.kind();
        footprint = volume.footprint();
        from = volume.window().from();
        until = volume.window().until();
        lower = volume.band().hae().lower();
        upper = volume.band().hae().upper();
    }

    Volume volume() {
        return activity.volumes().get(number);
    }

    /** Whether it conflicts with a volume: {@link ExactTest#conflict}, without a look at what lies farther away. */
    boolean conflicts(Volume other, Minima minima) {
        return Math.max(from, other.window().from())
                                - Math.min(until, other.window().until())
                        < minima.time()
                && isNear(other.band(), minima)
                && ExactTest.near(other.footprint(), footprint, minima);
    }

    private boolean isNear(Band band, Minima minima) {
        if (minima.levels().isPresent()) {
            return ExactTest.near(band, volume().band(), minima);
        }
        long gap = (long) Math.max(lower, band.hae().lower())
                - Math.min(upper, band.hae().upper());
        return gap <= 0 || gap < minima.vertical();
    }

    boolean seenBy(long version) {
        return removedAt > version;
    }

    void removeAt(long version) {
        removedAt = version;
    }
}
