package org.parley.space.index;

/**
 * A query as a node sees it: in fifteen bits, counted from the node's least corner. What shortens keeps the order of numbers, so
 * that boxes that meet still meet, and a few more seem to.
 */
final class Frame {
    private Frame() {}

    static final int BITS = 15;
    static final int MOST = (1 << BITS) - 1;

    /** Five least numbers, and five shifts of five bits. */
    static final int SIZE = Box.DIMENSIONS + 1;

    private static final int SHIFT_BITS = 5;

    /** Writes the frame of a node's box. */
    static void write(int[] around, int box, int[] frames, int at) {
        int shifts = 0;
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            int least = around[box + axis];
            int extent = around[box + Box.DIMENSIONS + axis] - least;
            int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(extent) - BITS);
            frames[at + axis] = least;
            shifts |= shift << (axis * SHIFT_BITS);
        }
        frames[at + Box.DIMENSIONS] = shifts;
    }

    static int shift(int[] frames, int at, int axis) {
        return frames[at + Box.DIMENSIONS] >>> (axis * SHIFT_BITS) & 31;
    }

    /** A number on an axis as the node has it; what lies beyond the node's box is taken for its border. */
    static int shortened(int number, int[] frames, int at, int axis) {
        int fromLeast = number - frames[at + axis];
        return Math.max(0, Math.min(MOST, fromLeast >> shift(frames, at, axis)));
    }
}
