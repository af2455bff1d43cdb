package org.parley.ledger.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Computers;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.VerifierKey;

/** A party of {@code docs/vectors/line}. All its chance is the SHA-256 of a text that says for what. */
record VectorParty(PartyName name) {
    static final Signatures SIGNATURES = Computers.signatures();

    /** 32 bytes: SHA-256 of {@code parley vectors: BIRCH root}. */
    static byte[] chance(String what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("parley vectors: " + what).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private SigningKey secret(Algorithm algorithm, String role) {
        return SigningKey.of(algorithm, chance(name + " " + role));
    }

    private SigningKey root() {
        return secret(Algorithm.ED25519, "root");
    }

    Bytes rootKey() {
        return Bytes.of(SIGNATURES.publicKey(root()).raw());
    }

    VerifierKey rootVerifier() {
        return new VerifierKey(
                "parley/root/" + name, SignatureType.ED25519, rootKey().array());
    }

    KeySet keys(LineId line, int serial, Opening main, Opening safety) {
        return new KeySet(
                line,
                name,
                serial,
                SIGNATURES.publicKey(secret(Algorithm.ED25519, "log " + serial)),
                SIGNATURES.publicKey(secret(Algorithm.ML_DSA_44, "log " + serial)),
                SIGNATURES.publicKey(secret(Algorithm.ED25519, "cosigner " + serial)),
                Hash.of(chance(name + " tls " + serial)),
                main,
                safety);
    }

    Bytes signed(KeySet keys) {
        return Bytes.of(keys.signedBy(SIGNATURES, root()));
    }

    Bytes signed(Revocation revocation) {
        return Bytes.of(revocation.signedBy(SIGNATURES, root()));
    }

    NoteSigner log(Origin origin, int serial) {
        return signer(origin.toString(), SignatureType.ED25519, "log " + serial);
    }

    NoteSigner logMlDsa(Origin origin, int serial) {
        return signer(origin.toString(), SignatureType.COSIGNATURE_ML_DSA_44, "log " + serial);
    }

    NoteSigner cosigner(LineId line, int serial) {
        return signer(
                "parley/" + line + "/" + name + "/cosigner", SignatureType.COSIGNATURE_ED25519, "cosigner " + serial);
    }

    Receipt receipt(LineId line, int serial, Checkpoint head, long time) {
        byte[] signature = cosigner(line, serial).sign(Cosignature.ed25519Message(head, time));
        return new Receipt(head.size(), head.root(), time, Bytes.of(signature));
    }

    private NoteSigner signer(String as, SignatureType type, String role) {
        Algorithm algorithm = type == SignatureType.COSIGNATURE_ML_DSA_44 ? Algorithm.ML_DSA_44 : Algorithm.ED25519;
        SigningKey secret = secret(algorithm, role);
        var key = new VerifierKey(as, type, SIGNATURES.publicKey(secret).raw());
        return NoteSigner.of(key, message -> SIGNATURES.sign(secret, message));
    }

    /** The verifier keys of a log that this party writes, and of its receipts, by the key sets with these serials. */
    List<VerifierKey> logVerifiers(Origin origin, List<Integer> serials) {
        return serials.stream()
                .flatMap(serial -> List.of(
                        log(origin, serial).key(), logMlDsa(origin, serial).key())
                        .stream())
                .toList();
    }
}
