package org.parley.space.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
 *                    of all sixteen boxes the least x, then the greatest x, the least y, … the greatest t: 32 bytes each
 * </pre>
 *
 * <p>The numbers of a box are kept in fifteen bits ({@link Frame}), so that one instruction, or four, compare a number of all
 * the boxes of a node ({@link Kernel}).
 */
final class Tree {
    static final int FAN = 16;
    private static final int FAN_SHIFT = 4;

    /** Of a number of all boxes of a node, and of all numbers. */
    static final int ROW = FAN * Short.BYTES;

    static final int NODE = Box.SIZE * ROW;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final int count;
    private final int[][] frames;
    private final byte[][] boxes;

    private Tree(int count, int[][] frames, byte[][] boxes) {
        this.count = count;
        this.frames = frames;
        this.boxes = boxes;
    }

    /** A tree of arranged rows ({@link Splitting}). */
    static Tree of(int[] rows) {
        int count = rows.length / Splitting.ROW;
        int levels = 1;
        for (int nodes = parents(count); nodes > 1; nodes = parents(nodes)) {
            levels++;
        }
        int[][] frames = new int[levels][];
        byte[][] packed = new byte[levels][];
        int[] boxes = rows;
        int stride = Splitting.ROW;
        for (int level = 0; level < levels; level++) {
            int nodes = parents(boxes.length / stride);
            int[] around = new int[nodes * Box.SIZE];
            frames[level] = new int[nodes * Frame.SIZE];
            packed[level] = new byte[nodes * NODE];
            for (int node = 0; node < nodes; node++) {
                enclose(boxes, stride, node, around);
                Frame.write(around, node * Box.SIZE, frames[level], node * Frame.SIZE);
                fill(boxes, stride, node, frames[level], packed[level]);
            }
            boxes = around;
            stride = Box.SIZE;
        }
        return new Tree(count, frames, packed);
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

    private static void fill(int[] boxes, int stride, int node, int[] frames, byte[] packed) {
        for (int i = node << FAN_SHIFT; i < end(boxes, stride, node); i++) {
            int at = node * NODE + i % FAN * Short.BYTES;
            for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
                int least = boxes[i * stride + axis];
                int greatest = boxes[i * stride + Box.DIMENSIONS + axis];
                int frame = node * Frame.SIZE;
                SHORTS.set(packed, at + 2 * axis * ROW, (short) Frame.shortened(least, frames, frame, axis));
                SHORTS.set(packed, at + (2 * axis + 1) * ROW, (short) Frame.shortened(greatest, frames, frame, axis));
            }
        }
    }

    /** Writes the box at a position, and a little more, into a row. */
    void write(int position, int[] rows, int at) {
        int node = position >> FAN_SHIFT;
        int from = node * NODE + position % FAN * Short.BYTES;
        for (int axis = 0; axis < Box.DIMENSIONS; axis++) {
            int shift = Frame.shift(frames[0], node * Frame.SIZE, axis);
            long least = (short) SHORTS.get(boxes[0], from + 2 * axis * ROW);
            long greatest = (short) SHORTS.get(boxes[0], from + (2 * axis + 1) * ROW);
            int origin = frames[0][node * Frame.SIZE + axis];
            rows[at + axis] = origin + (int) (least << shift);
            rows[at + Box.DIMENSIONS + axis] = (int) Math.min(Box.MOST, origin + ((greatest + 1) << shift) - 1);
        }
    }

    /** Finds the positions from one on of all boxes that meet a query, and of a few more. */
    void search(int[] query, int from, Hits hits) {
        search(query, from, hits, Kernel.BEST);
    }

    void search(int[] query, int from, Hits hits, Kernel kernel) {
        hits.clear();
        hits.add(0);
        for (int level = frames.length - 1; level >= 0; level--) {
            int children = level == 0 ? count : frames[level - 1].length / Frame.SIZE;
            int nodes = hits.turn();
            kernel.look(query, frames[level], boxes[level], hits, nodes);
            hits.between(from >> (FAN_SHIFT * level), children);
        }
    }
}
