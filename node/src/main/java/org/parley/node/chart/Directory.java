package org.parley.node.chart;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where tiles lie, by their numbers: four lists of the same length, sorted by number.
 *
 * @param runs how many tiles in a row are the same; none stands for another directory
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Directory(long[] numbers, int[] runs, int[] lengths, long[] offsets) {
    /** More than any directory has that is read at once. */
    private static final int MOST = 4_000_000;

    /** Where some bytes lie: tiles, or another directory. */
    record Entry(long offset, int length, boolean isDirectory) {}

    /** What an archive has, unpacked; what is none is an {@link IllegalArgumentException}. */
    static Directory read(ByteBuffer in) {
        try {
            return entries(in);
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new IllegalArgumentException("a directory ends before its end", e);
        }
    }

    private static Directory entries(ByteBuffer in) {
        long count = number(in);
        if (count < 1 || count > MOST || count > in.remaining()) {
            throw new IllegalArgumentException("a directory of " + count + " entries");
        }
        int size = (int) count;
        Directory made = new Directory(new long[size], new int[size], new int[size], new long[size]);
        long last = 0;
        for (int i = 0; i < size; i++) {
            last += number(in);
            made.numbers[i] = last;
        }
        for (int i = 0; i < size; i++) {
            made.runs[i] = Math.toIntExact(number(in));
        }
        for (int i = 0; i < size; i++) {
            made.lengths[i] = Math.toIntExact(number(in));
        }
        for (int i = 0; i < size; i++) {
            long given = number(in);
            // None: it begins where the one before ends.
            made.offsets[i] = given == 0 && i > 0 ? made.offsets[i - 1] + made.lengths[i - 1] : given - 1;
        }
        return made;
    }

    /** Seven bits a byte, the lowest first. */
    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    /** Where a tile lies, or the directory that knows. */
    Optional<Entry> find(long number) {
        int place = Arrays.binarySearch(numbers, number);
        int before = place >= 0 ? place : -place - 2;
        if (before < 0 || (runs[before] > 0 && number - numbers[before] >= runs[before])) {
            return Optional.empty();
        }
        return Optional.of(new Entry(offsets[before], lengths[before], runs[before] == 0));
    }
}
