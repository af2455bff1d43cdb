package org.parley.ledger.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A point of the curve of Ed25519 in extended coordinates (RFC 8032, 5.1.4): enough to say whether a key or the point of a
 * signature lies in the subgroup that honest signers use, and to make a public key of a secret one.
 */
final class EdwardsPoint {
    private static final long[] D =
            Field.decode(HexFormat.of().parseHex("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352"));
    private static final long[] TWICE_D = Field.add(D, D);
    private static final long[] ROOT_OF_MINUS_ONE =
            Field.decode(HexFormat.of().parseHex("b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b"));
    private static final EdwardsPoint IDENTITY = new EdwardsPoint(Field.of(0), Field.of(1), Field.of(1), Field.of(0));
    private static final EdwardsPoint BASE = decode(
                    HexFormat.of().parseHex("5866666666666666666666666666666666666666666666666666666666666666"))
            .orElseThrow();

    private final long[] x;
    private final long[] y;
    private final long[] z;
    private final long[] t;

    private EdwardsPoint(long[] x, long[] y, long[] z, long[] t) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.t = t;
    }

    /** The point that these 32 bytes are the one canonical encoding of, if there is one. */
    static Optional<EdwardsPoint> decode(byte[] raw) {
        long[] y = Field.decode(raw);
        byte[] plain = raw.clone();
        plain[31] &= 0x7f;
        if (!Arrays.equals(Field.encode(y), plain)) {
            return Optional.empty();
        }
        long[] one = Field.of(1);
        long[] yy = Field.square(y);
        Optional<long[]> root = root(Field.subtract(yy, one), Field.add(Field.multiply(yy, D), one));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        long[] x = root.get();
        int sign = (raw[31] & 0x80) >> 7;
        byte[] written = Field.encode(x);
        if (sign == 1 && isZero(written)) {
            return Optional.empty();
        }
        if ((written[0] & 1) != sign) {
            x = Field.subtract(Field.of(0), x);
        }
        return Optional.of(new EdwardsPoint(x, y, one, Field.multiply(x, y)));
    }

    /** A square root of u/v, if there is one (RFC 8032, 5.1.3). */
    private static Optional<long[]> root(long[] u, long[] v) {
        long[] v3 = Field.multiply(Field.square(v), v);
        long[] v7 = Field.multiply(Field.square(v3), v);
        long[] x = Field.multiply(Field.multiply(u, v3), Field.powerForRoot(Field.multiply(u, v7)));
        long[] check = Field.multiply(v, Field.square(x));
        if (isZero(Field.encode(Field.subtract(check, u)))) {
            return Optional.of(x);
        }
        if (isZero(Field.encode(Field.add(check, u)))) {
            return Optional.of(Field.multiply(x, ROOT_OF_MINUS_ONE));
        }
        return Optional.empty();
    }

    /** Whether the point is in the subgroup of prime order and not its identity. */
    boolean hasPrimeOrder() {
        EdwardsPoint sum = IDENTITY;
        for (int bit = 252; bit >= 0; bit--) {
            sum = sum.doubled();
            if ((Strict.ORDER[bit >> 3] >> (bit & 7) & 1) == 1) {
                sum = sum.plus(this);
            }
        }
        return sum.isIdentity() && !isIdentity();
    }

    private boolean isIdentity() {
        return isZero(Field.encode(x)) && isZero(Field.encode(Field.subtract(y, z)));
    }

    /** The base point times a secret of 32 little-endian bytes, in the same steps whatever the secret is. */
    static EdwardsPoint baseTimes(byte[] secret) {
        EdwardsPoint sum = IDENTITY;
        for (int bit = 255; bit >= 0; bit--) {
            EdwardsPoint even = sum.doubled();
            EdwardsPoint odd = even.plus(BASE);
            sum = choose(-(secret[bit >> 3] >> (bit & 7) & 1L), odd, even);
        }
        return sum;
    }

    private static EdwardsPoint choose(long mask, EdwardsPoint ones, EdwardsPoint zeros) {
        return new EdwardsPoint(
                choose(mask, ones.x, zeros.x),
                choose(mask, ones.y, zeros.y),
                choose(mask, ones.z, zeros.z),
                choose(mask, ones.t, zeros.t));
    }

    private static long[] choose(long mask, long[] ones, long[] zeros) {
        long[] out = new long[ones.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (ones[i] & mask) | (zeros[i] & ~mask);
        }
        return out;
    }

    byte[] encode() {
        long[] inverse = Field.invert(z);
        byte[] out = Field.encode(Field.multiply(y, inverse));
        out[31] |= (byte) ((Field.encode(Field.multiply(x, inverse))[0] & 1) << 7);
        return out;
    }

    EdwardsPoint plus(EdwardsPoint other) {
        long[] a = Field.multiply(Field.subtract(y, x), Field.subtract(other.y, other.x));
        long[] b = Field.multiply(Field.add(y, x), Field.add(other.y, other.x));
        long[] c = Field.multiply(Field.multiply(t, TWICE_D), other.t);
        long[] zz = Field.multiply(z, other.z);
        long[] d = Field.add(zz, zz);
        return of(Field.subtract(b, a), Field.subtract(d, c), Field.add(d, c), Field.add(b, a));
    }

    private EdwardsPoint doubled() {
        long[] a = Field.square(x);
        long[] b = Field.square(y);
        long[] zz = Field.square(z);
        long[] h = Field.add(a, b);
        long[] e = Field.subtract(h, Field.square(Field.add(x, y)));
        long[] g = Field.subtract(a, b);
        return of(e, Field.add(Field.add(zz, zz), g), g, h);
    }

    private static EdwardsPoint of(long[] e, long[] f, long[] g, long[] h) {
        return new EdwardsPoint(Field.multiply(e, f), Field.multiply(g, h), Field.multiply(f, g), Field.multiply(e, h));
    }

    private static boolean isZero(byte[] encoded) {
        int any = 0;
        for (byte b : encoded) {
            any |= b;
        }
        return any == 0;
    }
}
