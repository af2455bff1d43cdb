package org.parley.space.index;

import java.util.Arrays;

/**
 * Puts boxes into the order in which they are packed: halved again and again, each time along the axis, or by the extent on an
 * axis, that leaves the least for a search to look into. So what is large does not lie among what is small, nor what is long
 * among what is short. Decides how fast, never what is found.
 *
 * <p>A half is as many boxes as full nodes hold, so that no node has boxes of two halves. What a search looks into is the
 * chance that a node's box meets the query's, which is as the product of their extents taken together (J. Goldsmith and
 * J. Salmon 1987, for rays); of many boxes it is told from a sample.
 */
final class Splitting {
    /** A row is a box and the number of what it is of. */
    static final int ROW = Box.SIZE + 1;

    /** By the middle or by the extent on each axis. */
    private static final int WAYS = 2 * Box.DIMENSIONS;

    /** So few are of like extents. */
    private static final int ALIKE = 1_024;

    private static final int FEW = 32;
    private static final int MANY = 128;
    private static final int MANY_OF = 4_096;

    /** Among more than these a pivot is taken where a sample says that the cut is. */
    private static final int SMALL = 512;

    private static final int PIVOTS = 32;

    private final int[] rows;
    private final double[] reach;
    private final int[] kept = new int[ROW];

    /** Keys of a sample, each with the number of its row in the lowest bits. */
    private final long[] sample = new long[MANY];

    /** The rows of the sample, read once. */
    private final int[] sampled = new int[MANY * ROW];

    private final int[] around = new int[Box.SIZE];
    private final long[] pivots = new long[PIVOTS + 1];

    private Splitting(int[] rows, double[] reach) {
        this.rows = rows;
        this.reach = reach;
    }

    /**
     * Arranges rows in place.
     *
     * @param reach how far a query reaches on each axis, in units of the boxes
     */
    static void arrange(int[] rows, double[] reach) {
        new Splitting(rows, reach).halve(0, rows.length / ROW);
    }

    private void halve(int from, int until) {
        int count = until - from;
        if (count > Tree.FAN) {
            int left = Math.max(Tree.FAN, Integer.highestOneBit(count - 1));
            select(from, until, from + left, bestWay(from, count, left));
            halve(from, from + left);
            halve(from + left, until);
        }
    }

    private int bestWay(int from, int count, int left) {
        int of = Math.min(count, count < MANY_OF ? FEW : MANY);
        int cut = Math.clamp((long) of * left / count, 1, of - 1);
        for (int i = 0; i < of; i++) {
            int row = from + (int) ((long) i * count / of);
            System.arraycopy(rows, row * ROW, sampled, i * ROW, Box.SIZE);
        }
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int way = 0; way < (count < ALIKE ? Box.DIMENSIONS : WAYS); way++) {
            for (int i = 0; i < of; i++) {
                sample[i] = (key(sampled, i, way) << 7) | i;
            }
            Arrays.sort(sample, 0, of);
            double look = look(0, cut) * cut + look(cut, of) * (of - cut);
            if (look < least) {
                least = look;
                best = way;
            }
        }
        return best;
    }

    /** What decides on which side a row lies: twice the middle, or the extent. At most 34 bits. */
    private static long key(int[] rows, int row, int way) {
        int at = row * ROW;
        return way < Box.DIMENSIONS
                ? (long) rows[at + way] + rows[at + Box.DIMENSIONS + way]
                : (long) rows[at + way] - rows[at + way - Box.DIMENSIONS];
    }

    /** How likely it is that a query looks into a box around a part of the sample. */
    private double look(int first, int end) {
        Box.empty(around, 0);
        for (int i = first; i < end; i++) {
            Box.include(around, 0, sampled, (int) (sample[i] & 127) * ROW);
        }
        double chance = 1;
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            chance *= (double) around[axis + Box.DIMENSIONS] - around[axis] + reach[axis];
        }
        return chance;
    }

    /** Moves the rows with the least keys before a cut (C. A. R. Hoare 1961). */
    private void select(int from, int until, int cut, int way) {
        int low = from;
        int high = until - 1;
        while (low < high) {
            long pivot = pivot(low, high, cut, way);
            int i = low;
            int j = high;
            while (i <= j) {
                while (key(rows, i, way) < pivot) {
                    i++;
                }
                while (key(rows, j, way) > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (cut - 1 <= j) {
                high = j;
            } else if (cut - 1 >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private long pivot(int low, int high, int cut, int way) {
        int count = high - low + 1;
        if (count <= SMALL) {
            long a = key(rows, low, way);
            long b = key(rows, low + count / 2, way);
            long c = key(rows, high, way);
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
        for (int i = 0; i <= PIVOTS; i++) {
            pivots[i] = key(rows, low + (int) ((long) i * (count - 1) / PIVOTS), way);
        }
        Arrays.sort(pivots);
        return pivots[(int) ((long) (cut - low) * PIVOTS / count)];
    }

    private void swap(int i, int j) {
        if (i != j) {
            System.arraycopy(rows, i * ROW, kept, 0, ROW);
            System.arraycopy(rows, j * ROW, rows, i * ROW, ROW);
            System.arraycopy(kept, 0, rows, j * ROW, ROW);
        }
    }
}
