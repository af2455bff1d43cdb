package org.parley.node.keys;

import java.security.SecureRandom;
import java.util.List;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;

/** The secret keys with which a node witnesses for others. */
public record WitnessKeys(SigningKey ed25519, SigningKey mlDsa) {
    /** Their name among a node's secrets. */
    public static final String NAME = "witness";

    private static final List<SecretText.Wanted> FORM =
            List.of(new SecretText.Wanted(NAME, Algorithm.ED25519), new SecretText.Wanted(NAME, Algorithm.ML_DSA_44));

    /** New keys. */
    public static WitnessKeys fresh(SecureRandom random) {
        return new WitnessKeys(OneKey.fresh(random), OneKey.fresh(random, Algorithm.ML_DSA_44));
    }

    /** How they lie in their file. */
    public byte[] bytes() {
        return SecretText.bytes(List.of(new SecretText.Named(NAME, ed25519), new SecretText.Named(NAME, mlDsa)));
    }

    /** Reads that. */
    public static WitnessKeys read(byte[] text) {
        List<SigningKey> keys = SecretText.read(text, FORM);
        return new WitnessKeys(keys.getFirst(), keys.getLast());
    }
}
