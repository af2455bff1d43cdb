package org.parley.node.keys;

import java.security.SecureRandom;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;

/** The secret keys behind one key set: a line has its own, and each rotation makes new ones. */
public record LineKeys(SigningKey log, SigningKey logMlDsa, SigningKey cosigner) {
    private static final String LOG = "log";
    private static final String COSIGNER = "cosigner";
    private static final List<SecretText.Wanted> FORM = List.of(
            new SecretText.Wanted(LOG, Algorithm.ED25519),
            new SecretText.Wanted(LOG, Algorithm.ML_DSA_44),
            new SecretText.Wanted(COSIGNER, Algorithm.ED25519));

    /** New keys. */
    public static LineKeys fresh(SecureRandom random) {
        return new LineKeys(OneKey.fresh(random), OneKey.fresh(random, Algorithm.ML_DSA_44), OneKey.fresh(random));
    }

    byte[] bytes() {
        return SecretText.bytes(List.of(
                new SecretText.Named(LOG, log),
                new SecretText.Named(LOG, logMlDsa),
                new SecretText.Named(COSIGNER, cosigner)));
    }

    static LineKeys read(byte[] text) {
        List<SigningKey> keys = SecretText.read(text, FORM);
        return new LineKeys(keys.get(0), keys.get(1), keys.get(2));
    }

    /** What the root key is to sign of them. */
    public KeySet keySet(
            Signatures signatures, LineId line, PartyName party, long serial, Hash tls, Opening main, Opening safety) {
        return new KeySet(
                line,
                party,
                serial,
                signatures.publicKey(log),
                signatures.publicKey(logMlDsa),
                signatures.publicKey(cosigner),
                tls,
                main,
                safety);
    }
}
