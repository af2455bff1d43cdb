package org.parley.space.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Four boxes at a time: one subtraction of words compares a number of each (L. Lamport 1975). The highest bit of each quarter
 * is set before, and is left where nothing had to be borrowed.
 *
 * <pre>
 *   1 ggggggggggggggg  1 ggggggggggggggg  1 ggggggggggggggg  1 ggggggggggggggg    the query's greatest x
 * − 0 lllllllllllllll  0 lllllllllllllll  0 lllllllllllllll  0 lllllllllllllll    the least x of four boxes
 * </pre>
 */
final class Words implements Kernel {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest bit of each quarter of a word. */
    private static final long GUARDS = 0x8000_8000_8000_8000L;

    /** Repeats a number of fifteen bits in each quarter. */
    private static final long EACH = 0x0001_0001_0001_0001L;

    private static final int QUARTERS = 4;

    @Override
    public void look(int[] query, int[] frames, byte[] boxes, Hits hits, int nodes) {
        for (int i = 0; i < nodes; i++) {
            int node = hits.before(i);
            int frame = node * Frame.SIZE;
            long leastX = Frame.shortened(query[0], frames, frame, 0) * EACH;
            long greatestX = Frame.shortened(query[5], frames, frame, 0) * EACH | GUARDS;
            long leastY = Frame.shortened(query[1], frames, frame, 1) * EACH;
            long greatestY = Frame.shortened(query[6], frames, frame, 1) * EACH | GUARDS;
            long leastZ = Frame.shortened(query[2], frames, frame, 2) * EACH;
            long greatestZ = Frame.shortened(query[7], frames, frame, 2) * EACH | GUARDS;
            long lower = Frame.shortened(query[3], frames, frame, 3) * EACH;
            long upper = Frame.shortened(query[8], frames, frame, 3) * EACH | GUARDS;
            long begin = Frame.shortened(query[4], frames, frame, 4) * EACH;
            long end = Frame.shortened(query[9], frames, frame, 4) * EACH | GUARDS;
            for (int group = 0, at = node * Tree.NODE; group < Tree.FAN / QUARTERS; group++, at += Long.BYTES) {
                long meet = (greatestX - word(boxes, at, 0))
                        & (word(boxes, at, 1) + GUARDS - leastX)
                        & (greatestY - word(boxes, at, 2))
                        & (word(boxes, at, 3) + GUARDS - leastY)
                        & (greatestZ - word(boxes, at, 4))
                        & (word(boxes, at, 5) + GUARDS - leastZ)
                        & (upper - word(boxes, at, 6))
                        & (word(boxes, at, 7) + GUARDS - lower)
                        & (end - word(boxes, at, 8))
                        & (word(boxes, at, 9) + GUARDS - begin)
                        & GUARDS;
                for (; meet != 0; meet &= meet - 1) {
                    hits.add(node * Tree.FAN + group * QUARTERS + (Long.numberOfTrailingZeros(meet) >> 4));
                }
            }
        }
    }

    private static long word(byte[] boxes, int at, int number) {
        return (long) LONGS.get(boxes, at + number * Tree.ROW);
    }
}
