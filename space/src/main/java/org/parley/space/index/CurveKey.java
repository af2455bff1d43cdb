package org.parley.space.index;

/**
 * The order in which volumes are packed: what is of like size and duration lies together, in cells of about its own
 * size along a Hilbert curve over the six faces of a cube, in each cell by time. Decides how fast, never what is found.
 *
 * <pre>  size 4 bits | duration 2 bits | cell of that size 36 bits | time 22 bits  </pre>
 */
final class CurveKey {
    private CurveKey() {}

    private static final int ORDER = 16;
    private static final int CELL_BITS = 2 * ORDER + 4;
    private static final int TIME_BITS = 22;

    /** Cells of the curve are 153 m wide; those of the least size, up to 500 m, sixteen times that. */
    private static final int FINEST = 4;

    static long of(int[] boxes, int at) {
        int size = log4(Box.metres(boxes, at) / 500, 9);
        int duration = log4(Box.seconds(boxes, at) / 7200, 3);
        long x = (long) boxes[at] + boxes[at + 5];
        long y = (long) boxes[at + 1] + boxes[at + 6];
        long z = (long) boxes[at + 2] + boxes[at + 7];
        long cell = cell(x, y, z) & -(1L << (2 * coarseness(size)));
        long time = (((long) boxes[at + 4] + boxes[at + 9]) >> 1) + (1L << 31);
        return ((((size * 4L + duration) << CELL_BITS) | cell) << TIME_BITS) | (time >>> (32 - TIME_BITS));
    }

    private static int log4(double ratio, int most) {
        int log = 0;
        double r = ratio;
        while (r > 1 && log < most) {
            r /= 4;
            log++;
        }
        return log;
    }

    /** Levels of the curve that a size leaves out: its cells are about four times as wide as its volumes. */
    private static int coarseness(int size) {
        return Math.min(ORDER, 2 * size + FINEST);
    }

    private static long cell(long x, long y, long z) {
        long ax = Math.abs(x);
        long ay = Math.abs(y);
        long az = Math.abs(z);
        if (az >= ax && az >= ay) {
            return face(z > 0 ? 0 : 1, x, y, az);
        }
        return ax >= ay ? face(x > 0 ? 2 : 3, y, z, ax) : face(y > 0 ? 4 : 5, x, z, ay);
    }

    private static long face(int face, long u, long v, long depth) {
        double scale = (1 << ORDER) / 2.0;
        int i = (int) Math.min((1 << ORDER) - 1, (u / (double) Math.max(1, depth) + 1) * scale);
        int j = (int) Math.min((1 << ORDER) - 1, (v / (double) Math.max(1, depth) + 1) * scale);
        return ((long) face << (2 * ORDER)) | hilbert(i, j);
    }

    /** D. Hilbert's curve, by quadrants from the largest (J. Skilling 2004 has the general form). */
    private static long hilbert(int i, int j) {
        int x = i;
        int y = j;
        long d = 0;
        for (int s = 1 << (ORDER - 1); s > 0; s >>= 1) {
            int rx = (x & s) > 0 ? 1 : 0;
            int ry = (y & s) > 0 ? 1 : 0;
            d += (long) s * s * ((3 * rx) ^ ry);
            if (ry == 0) {
                if (rx == 1) {
                    x = s - 1 - (x & (s - 1));
                    y = s - 1 - (y & (s - 1));
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return d;
    }

    /** The order of keys: a permutation, stable, by counting eight bits at a time. */
    static int[] order(long[] keys) {
        int n = keys.length;
        int[] order = new int[n];
        int[] next = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int shift = 0; shift < 64; shift += 8) {
            int[] counts = new int[257];
            for (long key : keys) {
                counts[(int) ((key >>> shift) & 255) + 1]++;
            }
            for (int c = 0; c < 256; c++) {
                counts[c + 1] += counts[c];
            }
            for (int i : order) {
                next[counts[(int) ((keys[i] >>> shift) & 255)]++] = i;
            }
            int[] swap = order;
            order = next;
            next = swap;
        }
        return order;
    }
}
