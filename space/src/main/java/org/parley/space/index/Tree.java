package org.parley.space.index;

import java.util.Arrays;

/**
 * A packed tree of boxes that never changes. Sixteen neighbours share a node; the nodes of a level lie one after another.
 *
 * <pre>
 *   level 1 (root)          [ node 0                     ]
 *                             │ 0 … 15: boxes of nodes of level 0
 *   level 0          [ node 0 ][ node 1 ] … [ node 15 ]
 *                      │ 0 … 15    16 … 31       positions of the boxes, as they were arranged
 *
 *   a node           frame: where its own box begins on each axis, and by how many bits its numbers are shorter
 *                    four words of each: least x, greatest x, least y, … greatest t
 *   a word           0 lllllllllllllll 0 lllllllllllllll 0 lllllllllllllll 0 lllllllllllllll   of four boxes
 * </pre>
 *
 * <p>The numbers of a box are kept in fifteen bits, counted from the least corner of its node. A query is shortened in the same
 * way before it is compared: what shortens keeps the order of numbers, so that boxes that meet still meet, and a few more seem
 * to. Of four boxes one subtraction of words compares a number (L. Lamport 1975): the highest bit of each quarter is set
 * before, and is left where nothing had to be borrowed.
 */
final class Tree {
    static final int FAN = 16;
    private static final int FAN_SHIFT = 4;
    private static final int QUARTERS = 4;
    private static final int BITS = 15;
    private static final int MOST = (1 << BITS) - 1;

    /** The highest bit of each quarter of a word. */
    private static final long GUARDS = 0x8000_8000_8000_8000L;

    /** Repeats a number of fifteen bits in each quarter. */
    private static final long EACH = 0x0001_0001_0001_0001L;

    private static final int WORDS = FAN / QUARTERS * Box.SIZE;

    /** Five least numbers, and five shifts of five bits. */
    private static final int FRAME = Box.DIMENSIONS + 1;

    private static final int SHIFT_BITS = 5;

    private final int count;
    private final int[][] frames;
    private final long[][] words;

    private Tree(int count, int[][] frames, long[][] words) {
        this.count = count;
        this.frames = frames;
        this.words = words;
    }

    /** A tree of arranged rows ({@link Splitting}). */
    static Tree of(int[] rows) {
        int count = rows.length / Splitting.ROW;
        int levels = 1;
        for (int nodes = parents(count); nodes > 1; nodes = parents(nodes)) {
            levels++;
        }
        int[][] frames = new int[levels][];
        long[][] words = new long[levels][];
        int[] boxes = rows;
        int stride = Splitting.ROW;
        for (int level = 0; level < levels; level++) {
            int nodes = parents(boxes.length / stride);
            int[] around = new int[nodes * Box.SIZE];
            frames[level] = new int[nodes * FRAME];
            words[level] = new long[nodes * WORDS];
            for (int node = 0; node < nodes; node++) {
                enclose(boxes, stride, node, around);
                frame(around, node, frames[level]);
                fill(boxes, stride, node, frames[level], words[level]);
            }
            boxes = around;
            stride = Box.SIZE;
        }
        return new Tree(count, frames, words);
    }

    private static int parents(int n) {
        return (n + FAN - 1) >> FAN_SHIFT;
    }

    private static int end(int[] boxes, int stride, int node) {
        return Math.min(boxes.length / stride, (node + 1) << FAN_SHIFT);
    }

    private static void enclose(int[] boxes, int stride, int node, int[] around) {
        Box.empty(around, node * Box.SIZE);
        for (int i = node << FAN_SHIFT; i < end(boxes, stride, node); i++) {
            Box.include(around, node * Box.SIZE, boxes, i * stride);
        }
    }

    private static void frame(int[] around, int node, int[] frames) {
        int shifts = 0;
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            int least = around[node * Box.SIZE + axis];
            int extent = around[node * Box.SIZE + Box.DIMENSIONS + axis] - least;
            int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(extent) - BITS);
            frames[node * FRAME + axis] = least;
            shifts |= shift << (axis * SHIFT_BITS);
        }
        frames[node * FRAME + Box.DIMENSIONS] = shifts;
    }

    private static void fill(int[] boxes, int stride, int node, int[] frames, long[] words) {
        for (int i = node << FAN_SHIFT; i < end(boxes, stride, node); i++) {
            int group = node * WORDS + (i % FAN) / QUARTERS * Box.SIZE;
            int quarter = i % QUARTERS * (BITS + 1);
            for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
                int least = boxes[i * stride + axis];
                int greatest = boxes[i * stride + Box.DIMENSIONS + axis];
                int origin = frames[node * FRAME + axis];
                int shift = frames[node * FRAME + Box.DIMENSIONS] >> (axis * SHIFT_BITS);
                words[group + 2 * axis] |= shortened(least - origin, shift) << quarter;
                words[group + 2 * axis + 1] |= (shortened(greatest - origin, shift) | MOST + 1) << quarter;
            }
        }
    }

    /** A number as it is in a node, told from its least; what lies beyond the node's box is taken for its border. */
    private static long shortened(int fromLeast, int shift) {
        return Math.max(0, Math.min(MOST, fromLeast >> (shift & 31)));
    }

    /** Writes the box at a position, and a little more, into a row. */
    void write(int position, int[] rows, int at) {
        int node = position >> FAN_SHIFT;
        int[] of = frames[0];
        int group = node * WORDS + (position % FAN) / QUARTERS * Box.SIZE;
        int quarter = position % QUARTERS * (BITS + 1);
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            int shift = of[node * FRAME + Box.DIMENSIONS] >>> (axis * SHIFT_BITS) & 31;
            long least = words[0][group + 2 * axis] >>> quarter & MOST;
            long greatest = words[0][group + 2 * axis + 1] >>> quarter & MOST;
            int origin = of[node * FRAME + axis];
            rows[at + axis] = origin + (int) (least << shift);
            rows[at + Box.DIMENSIONS + axis] = (int) Math.min(Box.MOST, origin + ((greatest + 1) << shift) - 1);
        }
    }

    /** What was found: positions in a tree, in their order. It is used again for the next search. */
    static final class Hits {
        private int[] found = new int[64];
        private int[] before = new int[64];
        private int count;

        int count() {
            return count;
        }

        int position(int i) {
            return found[i];
        }

        private void add(int position) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = position;
        }

        /** What was found is to be looked into; answers how much it is. */
        private int turn() {
            int[] swap = before;
            before = found;
            found = swap;
            int looked = count;
            count = 0;
            return looked;
        }
    }

    /** Finds the positions from one on of all boxes that meet a query, and of a few more. */
    void search(int[] query, int from, Hits hits) {
        hits.count = 0;
        hits.add(0);
        for (int level = frames.length - 1; level >= 0; level--) {
            int nodes = hits.turn();
            int children = level == 0 ? count : frames[level - 1].length / FRAME;
            look(query, level, nodes, from >> (FAN_SHIFT * level), children, hits);
        }
    }

    /** Looks into some nodes of a level, one after the other: which they are is known before, so that the next is fetched meanwhile. */
    private void look(int[] query, int level, int nodes, int first, int children, Hits hits) {
        int[] of = frames[level];
        long[] in = words[level];
        for (int i = 0; i < nodes; i++) {
            int node = hits.before[i];
            int frame = node * FRAME;
            int shifts = of[frame + Box.DIMENSIONS];
            long leastX = shortened(query[0] - of[frame], shifts) * EACH;
            long greatestX = shortened(query[5] - of[frame], shifts) * EACH | GUARDS;
            long leastY = shortened(query[1] - of[frame + 1], shifts >> 5) * EACH;
            long greatestY = shortened(query[6] - of[frame + 1], shifts >> 5) * EACH | GUARDS;
            long leastZ = shortened(query[2] - of[frame + 2], shifts >> 10) * EACH;
            long greatestZ = shortened(query[7] - of[frame + 2], shifts >> 10) * EACH | GUARDS;
            long lower = shortened(query[3] - of[frame + 3], shifts >> 15) * EACH;
            long upper = shortened(query[8] - of[frame + 3], shifts >> 15) * EACH | GUARDS;
            long begin = shortened(query[4] - of[frame + 4], shifts >> 20) * EACH;
            long end = shortened(query[9] - of[frame + 4], shifts >> 20) * EACH | GUARDS;
            for (int group = 0, at = node * WORDS; group < FAN / QUARTERS; group++, at += Box.SIZE) {
                long meet = (greatestX - in[at])
                        & (in[at + 1] - leastX)
                        & (greatestY - in[at + 2])
                        & (in[at + 3] - leastY)
                        & (greatestZ - in[at + 4])
                        & (in[at + 5] - leastZ)
                        & (upper - in[at + 6])
                        & (in[at + 7] - lower)
                        & (end - in[at + 8])
                        & (in[at + 9] - begin)
                        & GUARDS;
                for (; meet != 0; meet &= meet - 1) {
                    int hit = node * FAN + group * QUARTERS + (Long.numberOfTrailingZeros(meet) >> 4);
                    if (hit >= first && hit < children) {
                        hits.add(hit);
                    }
                }
            }
        }
    }
}
