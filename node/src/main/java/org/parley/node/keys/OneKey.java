package org.parley.node.keys;

import java.security.SecureRandom;
import java.util.List;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;

/** A secret that is a single Ed25519 key: the root key. */
public final class OneKey {
    /** The name of a party's root key among its secrets. */
    public static final String ROOT = "root";

    private OneKey() {}

    /** A new key. */
    public static SigningKey fresh(SecureRandom random) {
        return fresh(random, Algorithm.ED25519);
    }

    static SigningKey fresh(SecureRandom random, Algorithm algorithm) {
        byte[] seed = new byte[Algorithm.SEED_LENGTH];
        random.nextBytes(seed);
        return SigningKey.of(algorithm, seed);
    }

    /** How it lies in its file. */
    public static byte[] bytes(String purpose, SigningKey key) {
        return SecretText.bytes(List.of(new SecretText.Named(purpose, key)));
    }

    /** Reads that. */
    public static SigningKey read(String purpose, byte[] text) {
        return SecretText.read(text, List.of(new SecretText.Wanted(purpose, Algorithm.ED25519)))
                .getFirst();
    }
}
