package org.parley.ledger.crypto;

import java.util.Arrays;
import java.util.Base64;
import org.parley.ledger.Refused;

/**
 * A public key that may be used: of the right length and, for Ed25519, a canonical encoding of a point of the prime-order
 * subgroup (see {@link Signatures}). A key that is not so has no value of this type.
 */
public final class VerifyingKey {
    private final Algorithm algorithm;
    private final byte[] raw;

    private VerifyingKey(Algorithm algorithm, byte[] raw) {
        this.algorithm = algorithm;
        this.raw = raw;
    }

    /** The key with these bytes; {@link Refused} if no honest owner can have made it. */
    public static VerifyingKey of(Algorithm algorithm, byte[] raw) {
        if (raw.length != algorithm.keyLength()) {
            throw Refused.malformed(
                    "a public key of " + algorithm + " has " + algorithm.keyLength() + " bytes, not " + raw.length);
        }
        if (algorithm == Algorithm.ED25519 && !Strict.takesPoint(raw)) {
            throw Refused.malformed(
                    "that Ed25519 key is not the canonical form of a point of the prime-order subgroup");
        }
        return new VerifyingKey(algorithm, raw.clone());
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** A copy of the key's bytes. */
    public byte[] raw() {
        return raw.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && algorithm == key.algorithm && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return algorithm + " " + Base64.getEncoder().encodeToString(raw);
    }
}
