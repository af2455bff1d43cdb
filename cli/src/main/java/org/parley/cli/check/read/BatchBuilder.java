package org.parley.cli.check.read;

import java.util.Arrays;

/** Gathers the features of a batch. */
final class BatchBuilder {
    private byte[] bytes = new byte[ReadLimits.BATCH_BYTES + (ReadLimits.BATCH_BYTES >> 2)];
    private int size;
    private int[] bounds = new int[1024];
    private int[] lines = new int[512];
    private int count;
    private int begun;

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the features ended fill a batch; the one begun is not counted, for it cannot be cut. */
    boolean isFull() {
        return begun >= ReadLimits.BATCH_BYTES;
    }

    void begin(long line) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            bounds = Arrays.copyOf(bounds, 4 * count);
        }
        lines[count] = (int) Math.min(line, Integer.MAX_VALUE);
        begun = size;
    }

    /** Adds bytes to the feature begun; false, and nothing added, when it would be longer than a feature may be. */
    boolean add(byte[] from, int start, int end) {
        int more = end - start;
        if (size - begun + more > ReadLimits.FEATURE_BYTES) {
            return false;
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(from, start, bytes, size, more);
        size += more;
        return true;
    }

    boolean hasBytes() {
        return size > begun;
    }

    /** Forgets the feature begun. */
    void drop() {
        size = begun;
    }

    /** Ends the feature begun; one of nothing but white space is none. */
    void end() {
        if (!blank()) {
            bounds[2 * count] = begun;
            bounds[2 * count + 1] = size;
            count++;
        } else {
            size = begun;
        }
        begun = size;
    }

    private boolean blank() {
        for (int i = begun; i < size; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    Batch build(int first, boolean ended) {
        return new Batch(
                Arrays.copyOf(bytes, size),
                Arrays.copyOf(bounds, 2 * count),
                Arrays.copyOf(lines, count),
                first,
                ended);
    }
}
