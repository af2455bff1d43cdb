package org.parley.ledger.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** What is asked of an Ed25519 key and of a signature before any provider sees them. */
final class Strict {
    /** The order of the subgroup, L = 2²⁵² + 27742317777372353535851937790883648493, in little-endian bytes. */
    static final byte[] ORDER =
            HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    /** The y of the eight points whose order divides 8: order 4, the identity, order 2, twice order 8. */
    private static final Set<String> Y_OF_SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");

    private Strict() {}

    /** Whether 32 bytes are the canonical encoding of a point of prime order; as dear as a signature. */
    static boolean takesPoint(byte[] point) {
        return EdwardsPoint.decode(point).map(EdwardsPoint::hasPrimeOrder).orElse(false);
    }

    /** Whether a signature has a scalar below the order, and a point that is canonical and not of small order; cheap. */
    static boolean takesSignature(byte[] signature) {
        return signature.length == Algorithm.ED25519.signatureLength()
                && isBelowOrder(signature)
                && isOrdinary(pointOf(signature));
    }

    /** The first half of a signature. */
    static byte[] pointOf(byte[] signature) {
        return Arrays.copyOf(signature, 32);
    }

    private static boolean isBelowOrder(byte[] signature) {
        for (int i = 31; i >= 0; i--) {
            int difference = (signature[32 + i] & 0xff) - (ORDER[i] & 0xff);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    /** Neither a y of p or more nor one of small order; only those have a second encoding. */
    private static boolean isOrdinary(byte[] point) {
        byte[] y = point.clone();
        y[31] &= 0x7f;
        return Arrays.equals(Field.encode(Field.decode(y)), y)
                && !Y_OF_SMALL_ORDER.contains(HexFormat.of().formatHex(y));
    }
}
