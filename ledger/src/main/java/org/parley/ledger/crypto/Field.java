package org.parley.ledger.crypto;

/**
 * Integers modulo p = 2²⁵⁵ − 19, each as five limbs of 51 bits. Nothing here branches on a value, except where a result is
 * public. Limbs that go into a product or a difference are below 2⁵³; what comes out is below 2⁵².
 */
final class Field {
    private static final long MASK = (1L << 51) - 1;

    private Field() {}

    static long[] of(long small) {
        return new long[] {small, 0, 0, 0, 0};
    }

    /** The low 255 bits of 32 little-endian bytes. */
    static long[] decode(byte[] b) {
        return new long[] {
            load(b, 0) & MASK,
            (load(b, 6) >>> 3) & MASK,
            (load(b, 12) >>> 6) & MASK,
            (load(b, 19) >>> 1) & MASK,
            (load(b, 24) >>> 12) & MASK
        };
    }

    private static long load(byte[] b, int at) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (b[at + i] & 0xff);
        }
        return value;
    }

    /** The one form below p, in 32 little-endian bytes. */
    static byte[] encode(long[] a) {
        long[] t = carried(carried(a));
        long q = (t[0] + 19) >> 51;
        for (int i = 1; i < 5; i++) {
            q = (t[i] + q) >> 51;
        }
        t[0] += 19 * q;
        for (int i = 0; i < 4; i++) {
            t[i + 1] += t[i] >> 51;
            t[i] &= MASK;
        }
        t[4] &= MASK;
        byte[] out = new byte[32];
        for (int bit = 0; bit < 255; bit++) {
            out[bit >> 3] |= (byte) (((t[bit / 51] >> (bit % 51)) & 1) << (bit & 7));
        }
        return out;
    }

    static long[] add(long[] a, long[] b) {
        return new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]};
    }

    /** The difference, made positive with 4p, so both must be below 2⁵³. */
    static long[] subtract(long[] a, long[] b) {
        return carried(new long[] {
            a[0] + 4 * (MASK - 18) - b[0],
            a[1] + 4 * MASK - b[1],
            a[2] + 4 * MASK - b[2],
            a[3] + 4 * MASK - b[3],
            a[4] + 4 * MASK - b[4]
        });
    }

    private static long[] carried(long[] a) {
        long c0 = a[0] >> 51;
        long c1 = a[1] >> 51;
        long c2 = a[2] >> 51;
        long c3 = a[3] >> 51;
        long c4 = a[4] >> 51;
        return new long[] {
            (a[0] & MASK) + 19 * c4, (a[1] & MASK) + c0, (a[2] & MASK) + c1, (a[3] & MASK) + c2, (a[4] & MASK) + c3
        };
    }

    static long[] square(long[] a) {
        return multiply(a, a);
    }

    /** Each product of limbs goes with its low 51 bits into one limb, with the rest into the next; 2²⁵⁵ counts as 19. */
    static long[] multiply(long[] a, long[] b) {
        long[] sums = new long[10];
        addRow(sums, 0, a[0], b);
        addRow(sums, 1, a[1], b);
        addRow(sums, 2, a[2], b);
        addRow(sums, 3, a[3], b);
        addRow(sums, 4, a[4], b);
        return carried(carried(new long[] {
            sums[0] + 19 * sums[5],
            sums[1] + 19 * sums[6],
            sums[2] + 19 * sums[7],
            sums[3] + 19 * sums[8],
            sums[4] + 19 * sums[9]
        }));
    }

    /** Written out, because a loop here makes the whole a third slower. */
    private static void addRow(long[] sums, int i, long x, long[] b) {
        sums[i] += low(x, b[0]);
        sums[i + 1] += high(x, b[0]) + low(x, b[1]);
        sums[i + 2] += high(x, b[1]) + low(x, b[2]);
        sums[i + 3] += high(x, b[2]) + low(x, b[3]);
        sums[i + 4] += high(x, b[3]) + low(x, b[4]);
        sums[i + 5] += high(x, b[4]);
    }

    private static long low(long x, long y) {
        return x * y & MASK;
    }

    /** The product divided by 2⁵¹. */
    private static long high(long x, long y) {
        return Math.multiplyHigh(x << 7, y << 6);
    }

    /** a to the power 2²⁵² − 3, which square roots are made of. */
    static long[] powerForRoot(long[] a) {
        long[] power = a;
        for (int bit = 250; bit >= 0; bit--) {
            power = square(power);
            if (bit != 1) {
                power = multiply(power, a);
            }
        }
        return power;
    }

    /** The inverse, a to the power p − 2 = 2²⁵⁵ − 21. */
    static long[] invert(long[] a) {
        long[] power = a;
        for (int bit = 253; bit >= 0; bit--) {
            power = square(power);
            if (bit != 2 && bit != 4) {
                power = multiply(power, a);
            }
        }
        return power;
    }
}
