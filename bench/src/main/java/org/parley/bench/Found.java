package org.parley.bench;

import java.util.Arrays;
import java.util.List;
import org.parley.space.ActivityId;

/** What a query found: ids in an array that is used again and again. */
final class Found {
    private ActivityId[] ids = new ActivityId[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(ActivityId id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    /** Leaves out what was found twice. */
    void distinct() {
        List<ActivityId> once = sorted().stream().distinct().toList();
        clear();
        once.forEach(this::add);
    }

    List<ActivityId> sorted() {
        return Arrays.stream(ids, 0, size).sorted().toList();
    }
}
