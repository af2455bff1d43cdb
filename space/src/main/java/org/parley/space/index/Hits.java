package org.parley.space.index;

import java.util.Arrays;

/** What was found: positions, in their order. It is used again for the next search. */
final class Hits {
    private int[] found = new int[64];
    private int[] before = new int[64];
    private int count;

    int count() {
        return count;
    }

    int position(int i) {
        return found[i];
    }

    void clear() {
        count = 0;
    }

    void add(int position) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = position;
    }

    /** Puts a position where another was. */
    void put(int i, int position) {
        found[i] = position;
    }

    /** Leaves the first so many. */
    void cut(int first) {
        count = first;
    }

    /** Leaves out what is less than the first, or not less than the end. What was found is in order. */
    void between(int first, int end) {
        while (count > 0 && found[count - 1] >= end) {
            count--;
        }
        int before = 0;
        while (before < count && found[before] < first) {
            before++;
        }
        if (before > 0) {
            count -= before;
            System.arraycopy(found, before, found, 0, count);
        }
    }

    /** What was found is to be looked into: it is now {@link #before}, and nothing is found; answers how much it is. */
    int turn() {
        int[] swap = before;
        before = found;
        found = swap;
        int looked = count;
        count = 0;
        return looked;
    }

    int before(int i) {
        return before[i];
    }
}
