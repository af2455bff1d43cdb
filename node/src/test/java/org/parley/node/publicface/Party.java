package org.parley.node.publicface;

import java.util.List;
import java.util.Map;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.Verifier;
import org.parley.ledger.note.VerifierKey;
import org.parley.node.crypto.Providers;

/** A member of the line of these tests, with its keys; the same seed always gives the same. */
record Party(PartyName name, int seed) {
    static final Signatures SIGNATURES = Providers.best().signatures();
    static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    static final Epoch FIRST = Epoch.of("1-0a1b2c3d");
    static final Party BIRCH = new Party(new PartyName("BIRCH"), 1);
    static final Party ASPEN = new Party(new PartyName("ASPEN"), 2);
    static final Party CEDAR = new Party(new PartyName("CEDAR"), 3);
    static final Origin MAIN = new Origin(LINE, BIRCH.name, Lane.MAIN, FIRST);
    static final Origin SAFETY = new Origin(LINE, BIRCH.name, Lane.SAFETY, FIRST);

    private static final int ROOT = 1;
    private static final int LOG = 2;
    private static final int COSIGNER = 3;

    /** Verifies by the platform. */
    static final Verifier VERIFIER = (key, message, signature) -> SIGNATURES.verifies(
            VerifyingKey.of(
                    key.type() == SignatureType.COSIGNATURE_ML_DSA_44 ? Algorithm.ML_DSA_44 : Algorithm.ED25519,
                    key.publicKey()),
            message,
            signature);

    static SigningKey secret(Algorithm algorithm, int... seed) {
        byte[] bytes = new byte[Algorithm.SEED_LENGTH];
        for (int i = 0; i < seed.length; i++) {
            bytes[i] = (byte) seed[i];
        }
        return SigningKey.of(algorithm, bytes);
    }

    private SigningKey secret(int role, int serial) {
        return secret(Algorithm.ED25519, seed, role, serial);
    }

    /** With key sets in force from these sizes of both logs. */
    KeyHistory history(long... from) {
        SigningKey root = secret(ROOT, 0);
        KeyHistory history = KeyHistory.of(LINE, name, SIGNATURES.publicKey(root));
        for (int serial = 1; serial <= from.length; serial++) {
            var opening = new Opening(FIRST, from[serial - 1]);
            var keys = new KeySet(
                    LINE,
                    name,
                    serial,
                    SIGNATURES.publicKey(secret(LOG, serial)),
                    SIGNATURES.publicKey(secret(Algorithm.ML_DSA_44, seed, serial)),
                    SIGNATURES.publicKey(secret(COSIGNER, serial)),
                    Hash.of(new byte[Hash.LENGTH]),
                    opening,
                    opening);
            history = history.addKeys(SIGNATURES, keys.signedBy(SIGNATURES, root));
        }
        return history;
    }

    /** The three parties, with one key set each, and these logs. */
    static ShownLine line(Origin... logs) {
        return new ShownLine(
                LINE,
                Map.of(BIRCH.name, BIRCH.history(1), ASPEN.name, ASPEN.history(1), CEDAR.name, CEDAR.history(1)),
                List.of(logs));
    }

    NoteSigner log(Origin origin) {
        SigningKey secret = secret(LOG, 1);
        return signer(VerifierKeys.log(origin, SIGNATURES.publicKey(secret)), secret);
    }

    NoteSigner logMlDsa(Origin origin) {
        SigningKey secret = secret(Algorithm.ML_DSA_44, seed, 1);
        return signer(VerifierKeys.logMlDsa(origin, SIGNATURES.publicKey(secret)), secret);
    }

    NoteSigner cosigner(int serial) {
        SigningKey secret = secret(COSIGNER, serial);
        return signer(VerifierKeys.cosigner(LINE, name, SIGNATURES.publicKey(secret)), secret);
    }

    NoteSigner witness(Algorithm algorithm) {
        SigningKey secret = secret(algorithm, seed, 99);
        return signer(VerifierKeys.witness(name, SIGNATURES.publicKey(secret)), secret);
    }

    static NoteSigner signer(VerifierKey key, SigningKey secret) {
        return NoteSigner.of(key, message -> SIGNATURES.sign(secret, message));
    }
}
