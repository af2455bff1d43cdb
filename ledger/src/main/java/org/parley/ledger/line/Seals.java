package org.parley.ledger.line;

import java.util.ArrayList;
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
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

/** Signs our heads and receipts, and verifies the others', by the key sets of their parties. */
final class Seals {
    /** C2SP tlog-cosignature, "ML-DSA-44 signed message": no statement about when the log had this size. */
    private static final long NO_TIME = 0;

    private final Signatures signatures;
    private final Function<VerifyingKey, Optional<SigningKey>> secrets;

    /** @param secrets our secret key of a public one, where we have it */
    Seals(Signatures signatures, Function<VerifyingKey, Optional<SigningKey>> secrets) {
        this.signatures = signatures;
        this.secrets = secrets;
    }

    /**
     * A head whose signatures were verified.
     *
     * @param note with the signatures of its writer, and with no others that somebody may have added
     */
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

    /**
     * The head in a note, signed by the key that its writer had for its size, and by the ML-DSA-44 key where it bears such a
     * signature; anything else is {@link Refused}.
     */
    SignedHead verified(KeyHistory keys, Bytes note) {
        SignedNote signed = SignedNote.parse(note.array());
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        Origin origin = origin(checkpoint.origin());
        KeySet inForce = keys.keyFor(origin.lane(), origin.epoch(), checkpoint.size())
                .orElseThrow(() -> new Refused(
                        Refused.Reason.FORBIDDEN,
                        "no key set of " + origin.party() + " covers size " + checkpoint.size() + " of " + origin));
        List<SignedNote.Verified> verified = signed.verified(
                verifierKeys(checkpoint.origin(), inForce, Disk.isLasting(note)),
                (key, message, signature) -> signatures.verifies(
                        key.type() == SignatureType.ED25519 ? inForce.log() : inForce.logMlDsa(), message, signature));
        return new SignedHead(origin, checkpoint.size(), checkpoint.root(), ofWriter(note, signed, verified));
    }

    /** Whether a head that was stored would still be taken: keys may have become known since, from an earlier size on. */
    boolean stillTaken(KeyHistory keys, Bytes note) {
        try {
            verified(keys, note);
            return true;
        } catch (Refused other) {
            return false;
        }
    }

    /** The keys that sign heads of a log; the second, dear to name, only where it can have signed. */
    private static List<VerifierKey> verifierKeys(String origin, KeySet keys, boolean both) {
        VerifierKey first = verifierKey(origin, keys.log());
        return both ? List.of(first, verifierKey(origin, keys.logMlDsa())) : List.of(first);
    }

    private static VerifierKey verifierKey(String name, VerifyingKey key) {
        SignatureType type = switch (key.algorithm()) {
            case ED25519 -> SignatureType.ED25519;
            case ML_DSA_44 -> SignatureType.COSIGNATURE_ML_DSA_44;
        };
        return new VerifierKey(name, type, key.raw());
    }

    /** The note with one signature of each kind, the Ed25519 one first; without that it is {@link Refused}. */
    private static Bytes ofWriter(Bytes note, SignedNote signed, List<SignedNote.Verified> verified) {
        List<SignatureLine> lines = new ArrayList<>();
        for (SignatureType type : List.of(SignatureType.ED25519, SignatureType.COSIGNATURE_ML_DSA_44)) {
            verified.stream()
                    .filter(one -> one.key().type() == type)
                    .findFirst()
                    .ifPresent(one -> lines.add(one.line()));
        }
        if (verified.stream().noneMatch(one -> one.key().type() == SignatureType.ED25519)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "a head is not signed by the Ed25519 key of its log");
        }
        return lines.equals(signed.signatures()) ? note : Bytes.of(new SignedNote(signed.text(), lines).bytes());
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
                .map(keys -> Bytes.of(signed(new Checkpoint(origin.toString(), size, root), keys)
                        .bytes()));
    }

    private SignedNote signed(Checkpoint head, KeySet keys) {
        return SignedNote.sign(head.text(), List.of(signer(head.origin(), keys.log(), secret(keys.log()))));
    }

    /**
     * The same head as {@link #head}, signed by our ML-DSA-44 key too; empty also where that key is not here. The second
     * signature names no time, and so says nothing of the log but what the first does: made again, it is the same.
     */
    Optional<Bytes> lasting(LineBook line, Origin origin, long size, Hash root) {
        return line.own()
                .keyFor(origin.lane(), origin.epoch(), size)
                .flatMap(keys -> secrets.apply(keys.logMlDsa()).map(secret -> {
                    Checkpoint head = new Checkpoint(origin.toString(), size, root);
                    NoteSigner second = signer(head.origin(), keys.logMlDsa(), secret);
                    return Bytes.of(signed(head, keys)
                            .with(Cosignature.sign(second, head, NO_TIME))
                            .bytes());
                }));
    }

    private NoteSigner signer(String name, VerifyingKey key, SigningKey secret) {
        return NoteSigner.of(verifierKey(name, key), message -> signatures.sign(secret, message));
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
