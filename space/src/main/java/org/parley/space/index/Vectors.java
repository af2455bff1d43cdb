package org.parley.space.index;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;

import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sixteen boxes at a time: one instruction compares a number of each (JEP 508). */
final class Vectors implements Kernel {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_256;

    /** Whether the processor has registers of sixteen numbers. */
    static boolean fit() {
        return ShortVector.SPECIES_PREFERRED.length() >= Tree.FAN && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public void look(int[] query, int[] frames, byte[] boxes, Hits hits, int nodes) {
        for (int i = 0; i < nodes; i++) {
            int node = hits.before(i);
            int frame = node * Frame.SIZE;
            int at = node * Tree.NODE;
            VectorMask<Short> meet = compare(boxes, at, LE, Frame.shortened(query[5], frames, frame, 0))
                    .and(compare(boxes, at + Tree.ROW, GE, Frame.shortened(query[0], frames, frame, 0)))
                    .and(compare(boxes, at + 2 * Tree.ROW, LE, Frame.shortened(query[6], frames, frame, 1)))
                    .and(compare(boxes, at + 3 * Tree.ROW, GE, Frame.shortened(query[1], frames, frame, 1)))
                    .and(compare(boxes, at + 4 * Tree.ROW, LE, Frame.shortened(query[7], frames, frame, 2)))
                    .and(compare(boxes, at + 5 * Tree.ROW, GE, Frame.shortened(query[2], frames, frame, 2)))
                    .and(compare(boxes, at + 6 * Tree.ROW, LE, Frame.shortened(query[8], frames, frame, 3)))
                    .and(compare(boxes, at + 7 * Tree.ROW, GE, Frame.shortened(query[3], frames, frame, 3)))
                    .and(compare(boxes, at + 8 * Tree.ROW, LE, Frame.shortened(query[9], frames, frame, 4)))
                    .and(compare(boxes, at + 9 * Tree.ROW, GE, Frame.shortened(query[4], frames, frame, 4)));
            for (long bits = meet.toLong(); bits != 0; bits &= bits - 1) {
                hits.add(node * Tree.FAN + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    private static VectorMask<Short> compare(byte[] boxes, int at, VectorOperators.Comparison how, int with) {
        ShortVector numbers = ByteVector.fromArray(BYTES, boxes, at).reinterpretAsShorts();
        return numbers.compare(how, (short) with);
    }
}
