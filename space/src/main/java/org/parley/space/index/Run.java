package org.parley.space.index;

import java.util.function.Predicate;

/**
 * A packed tree over volumes in curve order, never changed. Sixteen neighbours share a parent; the boxes of each level
 * lie one after another, the leaves first.
 *
 * <pre>
 *   level 2 (root)            [ 0 ]
 *   level 1          [ 0 ][ 1 ] … [ 15 ]
 *   level 0    [0 … 15][16 … 31] …            slots in curve order
 * </pre>
 */
final class Run {
    private static final int FAN = 16;
    private static final int FAN_SHIFT = 4;

    final Slot[] slots;
    private final int[][] levels;

    private Run(Slot[] slots, int[][] levels) {
        this.slots = slots;
        this.levels = levels;
    }

    int size() {
        return slots.length;
    }

    /** The boxes of the slots. */
    int[] boxes() {
        return levels[0];
    }

    /** Packs the first {@code count} slots and their boxes. */
    static Run pack(Slot[] slots, int[] boxes, int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = CurveKey.of(boxes, i * Box.SIZE);
        }
        int[] order = CurveKey.order(keys);
        Slot[] packed = new Slot[count];
        int[] leaves = new int[count * Box.SIZE];
        for (int i = 0; i < count; i++) {
            packed[i] = slots[order[i]];
            System.arraycopy(boxes, order[i] * Box.SIZE, leaves, i * Box.SIZE, Box.SIZE);
        }
        int depth = 1;
        for (int n = count; n > 1; n = parents(n)) {
            depth++;
        }
        int[][] levels = new int[depth][];
        levels[0] = leaves;
        for (int level = 1; level < depth; level++) {
            levels[level] = enclose(levels[level - 1]);
        }
        return new Run(packed, levels);
    }

    private static int parents(int n) {
        return (n + FAN - 1) >> FAN_SHIFT;
    }

    private static int[] enclose(int[] children) {
        int n = children.length / Box.SIZE;
        int[] boxes = new int[parents(n) * Box.SIZE];
        for (int i = 0; i < n; i++) {
            int parent = (i >> FAN_SHIFT) * Box.SIZE;
            if (i % FAN == 0) {
                Box.empty(boxes, parent);
            }
            Box.include(boxes, parent, children, i * Box.SIZE);
        }
        return boxes;
    }

    /** Offers every slot from position {@code from} on whose box meets the query, in order, until one is refused. */
    boolean visit(int[] query, int from, Predicate<Slot> visitor) {
        return visit(levels.length - 1, 0, Math.min(1, size()), query, from, visitor);
    }

    private boolean visit(int level, int first, int end, int[] query, int from, Predicate<Slot> visitor) {
        int[] boxes = levels[level];
        int reach = FAN_SHIFT * level;
        for (int i = first; i < end; i++) {
            boolean ahead = (long) (i + 1) << reach > from;
            if (!ahead || !Box.meet(boxes, i * Box.SIZE, query, 0)) {
                continue;
            }
            boolean goOn = level == 0
                    ? visitor.test(slots[i])
                    : visit(
                            level - 1,
                            i << FAN_SHIFT,
                            Math.min((i + 1) << FAN_SHIFT, levels[level - 1].length / Box.SIZE),
                            query,
                            from,
                            visitor);
            if (!goOn) {
                return false;
            }
        }
        return true;
    }
}
