package org.parley.ledger.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import org.parley.ledger.Refused;

/** A secret key: the 32 random bytes that both algorithms begin with. It is never printed. */
public final class SigningKey {
    private final Algorithm algorithm;
    private final byte[] seed;

    private SigningKey(Algorithm algorithm, byte[] seed) {
        this.algorithm = algorithm;
        this.seed = seed;
    }

    /** The key of these 32 bytes, which the caller took from a good source of chance; {@link Refused} for another number. */
    public static SigningKey of(Algorithm algorithm, byte[] seed) {
        if (seed.length != Algorithm.SEED_LENGTH) {
            throw Refused.malformed("a secret key has " + Algorithm.SEED_LENGTH + " bytes, not " + seed.length);
        }
        return new SigningKey(algorithm, seed.clone());
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** A copy of the secret bytes. */
    public byte[] seed() {
        return seed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey key && algorithm == key.algorithm && MessageDigest.isEqual(seed, key.seed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seed);
    }

    @Override
    public String toString() {
        return "secret key of " + algorithm;
    }
}
