package org.parley.ledger.crypto;

/**
 * Integers modulo p = 2²⁵⁵ − 19, each as five limbs of 51 bits. Nothing here branches on a value, except where a result is
 * public. Limbs that go into a product are below 2⁵⁴; what comes out of it is below 2⁵².
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

    static long[] multiply(long[] a, long[] b) {
        long[] out = new long[5];
        long carry = 0;
        for (int k = 0; k < 5; k++) {
            // Sum of a[i]·b[k−i], those with i > k wrapped by 2²⁵⁵ = 19, as two words.
            long low = carry;
            long high = 0;
            for (int i = 0; i < 5; i++) {
                long x = i > k ? 19 * a[i] : a[i];
                long y = b[i > k ? k + 5 - i : k - i];
                long product = x * y;
                long sum = low + product;
                high += Math.multiplyHigh(x, y) + (((low & product) | ((low | product) & ~sum)) >>> 63);
                low = sum;
            }
            out[k] = low & MASK;
            carry = (high << 13) | (low >>> 51);
        }
        long first = out[0] + 19 * (carry & MASK);
        // The last carry may have more than 51 bits: its upper part belongs to the second limb.
        out[0] = first & MASK;
        out[1] += (first >>> 51) + 19 * (carry >>> 51);
        return out;
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
