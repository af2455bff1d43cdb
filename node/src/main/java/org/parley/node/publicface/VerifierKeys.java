package org.parley.node.publicface;

import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.VerifierKey;

/** Parley's keys as verifier keys, under the names that they sign with. */
public final class VerifierKeys {
    private VerifierKeys() {}

    /** The key that signs the heads of a log. */
    public static VerifierKey log(Origin origin, VerifyingKey key) {
        return new VerifierKey(origin.toString(), SignatureType.ED25519, key.raw());
    }

    /** The key that signs some heads of a log with ML-DSA-44. */
    public static VerifierKey logMlDsa(Origin origin, VerifyingKey key) {
        return new VerifierKey(origin.toString(), SignatureType.COSIGNATURE_ML_DSA_44, key.raw());
    }

    /** The key that signs a party's key sets and revocations. */
    public static VerifierKey root(PartyName party, VerifyingKey key) {
        return new VerifierKey("parley/root/" + party, SignatureType.ED25519, key.raw());
    }

    /** The key that signs a member's receipts. */
    public static VerifierKey cosigner(LineId line, PartyName party, VerifyingKey key) {
        return new VerifierKey(
                "parley/" + line + "/" + party + "/cosigner", SignatureType.COSIGNATURE_ED25519, key.raw());
    }

    /** A key with which a party witnesses the logs of others; it is of type 0x04 or 0x06. */
    public static VerifierKey witness(PartyName party, VerifyingKey key) {
        SignatureType type = switch (key.algorithm()) {
            case ED25519 -> SignatureType.COSIGNATURE_ED25519;
            case ML_DSA_44 -> SignatureType.COSIGNATURE_ML_DSA_44;
        };
        return new VerifierKey("parley/witness/" + party, type, key.raw());
    }
}
