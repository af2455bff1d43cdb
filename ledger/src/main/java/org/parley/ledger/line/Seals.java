package org.parley.ledger.line;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.Cosignature;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

/** Signs our heads and receipts, and verifies the others', by the key sets of their parties. */
final class Seals {
    private final Signatures signatures;
    private final Function<VerifyingKey, Optional<SigningKey>> secrets;

    /** @param secrets our secret key of a public one, where we have it */
    Seals(Signatures signatures, Function<VerifyingKey, Optional<SigningKey>> secrets) {
        this.signatures = signatures;
        this.secrets = secrets;
    }

    /** A head whose signature was verified. */
    record SignedHead(Origin origin, long size, Hash root, Bytes note) {}

    /** The keys of a member, from what was stored of them. */
    KeyHistory history(LineId line, PartyName party, Bytes rootKey, List<Bytes> keySets, List<Bytes> revocations) {
        KeyHistory history = KeyHistory.of(line, party, VerifyingKey.of(Algorithm.ED25519, rootKey.array()));
        for (Bytes keySet : keySets) {
            history = history.addKeys(signatures, keySet.array());
        }
        for (Bytes revocation : revocations) {
            history = history.addRevocation(signatures, revocation.array());
        }
        return history;
    }

    /** A member's keys with a key set more; {@link Refused} unless its root key signed it and it follows. */
    KeyHistory withKeySet(KeyHistory history, Bytes note) {
        return history.addKeys(signatures, note.array());
    }

    /** A member's keys with a revocation more; {@link Refused} unless its root key signed it. */
    KeyHistory withRevocation(KeyHistory history, Bytes note) {
        return history.addRevocation(signatures, note.array());
    }

    /** The head in a note, signed by the key that its writer had for its size; anything else is {@link Refused}. */
    SignedHead verified(KeyHistory keys, Bytes note) {
        SignedNote signed = SignedNote.parse(note.array());
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        Origin origin = origin(checkpoint.origin());
        VerifyingKey key = keys.keyFor(origin.lane(), origin.epoch(), checkpoint.size())
                .map(KeySet::log)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.FORBIDDEN,
                        "no key set of " + origin.party() + " covers size " + checkpoint.size() + " of " + origin));
        VerifierKey verifier = new VerifierKey(checkpoint.origin(), SignatureType.ED25519, key.raw());
        if (signed.verified(
                        List.of(verifier), (name, message, signature) -> signatures.verifies(key, message, signature))
                .isEmpty()) {
            throw new Refused(Refused.Reason.FORBIDDEN, "a head of " + origin + " is not signed by its key");
        }
        return new SignedHead(origin, checkpoint.size(), checkpoint.root(), note);
    }

    /** The head in a note of a log that we know. */
    SignedHead read(Stage stage, Bytes note) {
        Origin origin =
                origin(Checkpoint.parse(SignedNote.parse(note.array()).text()).origin());
        return stage.line(origin.line())
                .filter(line -> line.isMember(origin.party()))
                .map(line -> verified(line.of(origin.party()), note))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no log " + origin + " here"));
    }

    private static Origin origin(String text) {
        try {
            return Origin.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Our signed head of a log of ours at this size; empty where no key set of ours is in force there. */
    Optional<Bytes> head(LineBook line, Origin origin, long size, Hash root) {
        return line.own()
                .keyFor(origin.lane(), origin.epoch(), size)
                .map(keys -> signer(origin.toString(), keys.log()))
                .map(signer ->
                        Bytes.of(SignedNote.sign(new Checkpoint(origin.toString(), size, root).text(), List.of(signer))
                                .bytes()));
    }

    private NoteSigner signer(String name, VerifyingKey key) {
        SigningKey secret = secret(key);
        VerifierKey verifier = new VerifierKey(name, SignatureType.ED25519, key.raw());
        return NoteSigner.of(verifier, message -> signatures.sign(secret, message));
    }

    private SigningKey secret(VerifyingKey key) {
        return secrets.apply(key)
                .orElseThrow(
                        () -> new IllegalStateException("the secret key of " + key + " is not in this node's folder"));
    }

    /** Our receipt over a head of another's log. */
    Receipt receipt(LineBook line, Origin origin, long size, Hash root, long time) {
        byte[] message = Cosignature.ed25519Message(new Checkpoint(origin.toString(), size, root), time);
        SigningKey secret = secret(line.own().cosigners().getFirst());
        return new Receipt(size, root, time, Bytes.of(signatures.sign(secret, message)));
    }

    /** Whether a receipt is that of this member. */
    boolean isReceipt(LineBook line, Origin origin, PartyName member, Receipt receipt) {
        byte[] message = Cosignature.ed25519Message(
                new Checkpoint(origin.toString(), receipt.size(), receipt.root()), receipt.time());
        return line.of(member).cosigners().stream()
                .anyMatch(key ->
                        signatures.verifies(key, message, receipt.signature().array()));
    }
}
