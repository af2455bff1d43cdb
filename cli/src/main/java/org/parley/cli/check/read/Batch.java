package org.parley.cli.check.read;

/** Some features as bytes, cut apart but not yet read. */
final class Batch {
    private final byte[] bytes;
    private final int[] bounds;
    private final int[] lines;
    private final int first;
    private final boolean ended;

    /**
     * @param bounds where each begins and ends in {@code bytes}: begin, end, begin, end, …
     * @param lines the line at which each begins
     * @param first index of the first of them in the file
     * @param ended whether the file ended directly behind the last, without a line break
     */
    Batch(byte[] bytes, int[] bounds, int[] lines, int first, boolean ended) {
        this.bytes = bytes;
        this.bounds = bounds;
        this.lines = lines;
        this.first = first;
        this.ended = ended;
    }

    int count() {
        return lines.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int i) {
        return bounds[2 * i];
    }

    int until(int i) {
        return bounds[2 * i + 1];
    }

    int line(int i) {
        return lines[i];
    }

    /** Index in the file. */
    int index(int i) {
        return first + i;
    }

    /** Whether the file ended within or directly behind a feature. */
    boolean abrupt(int i) {
        return ended && i == lines.length - 1;
    }
}
