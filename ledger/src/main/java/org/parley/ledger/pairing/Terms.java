package org.parley.ledger.pairing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Confirmed;
import org.parley.ledger.pairing.Message.Reveal;

/**
 * What is fixed from the first byte on, and the hashes of docs/formats.md over it. Every one has a label of its own, names
 * its maker's role, so that none can be sent back, and the TLS keys of both ends, so that none serves on another
 * connection: not even who knows the secret can pass it on under TLS keys of his own.
 */
record Terms(Role role, InviteCode code, Pins pins, Reveal own) {

    /** What this side says first. */
    Commit commit() {
        Hash commitment = commitment(role, own);
        return new Commit(role, commitment, proof(role, commitment));
    }

    boolean isProven(Commit peer) {
        return peer.role() == role.other() && isSame(peer.proof(), proof(peer.role(), peer.commitment()));
    }

    boolean opens(Reveal peer, Commit committed) {
        return isSame(committed.commitment(), commitment(role.other(), peer));
    }

    /** The line that the two found: the inviter comes first, whoever computes it. */
    LineId line(Reveal peer) {
        Reveal first = role == Role.INVITER ? own : peer;
        Reveal second = role == Role.INVITER ? peer : own;
        return LineId.of(sha256(new Out()
                .label("parley line v1\n")
                .raw(first.rootKey())
                .raw(second.rootKey())
                .raw(first.nonce())
                .raw(second.nonce())));
    }

    /** Everything that was said before the officers spoke: the commitments stand for the reveals. */
    Hash transcript(Commit peer) {
        Hash ours = commitment(role, own);
        return sha256(labelled("parley pairing transcript v1\n")
                .hash(role == Role.INVITER ? ours : peer.commitment())
                .hash(role == Role.INVITER ? peer.commitment() : ours));
    }

    Confirmed confirmation(Role by, Commit peer) {
        return new Confirmed(
                mac(labelled("parley pairing confirmed v1\n").u8(by.code()).hash(transcript(peer))));
    }

    boolean isConfirmation(Confirmed confirmed, Commit peer) {
        return isSame(confirmed.mac(), confirmation(role.other(), peer).mac());
    }

    /** What both officers confirmed. */
    Paired paired(Commit peer, Reveal shown) {
        return new Paired(line(shown), role, own, shown, pins.peer(), transcript(peer));
    }

    /** What this side said so far, to be said again on a new connection. */
    List<Message> said(boolean revealed) {
        List<Message> said = new ArrayList<>(List.of(commit()));
        if (revealed) {
            said.add(own);
        }
        return said;
    }

    /** Whether that is the message with which the other side began. */
    boolean isContinued(Optional<Commit> peer, Hash peerTls, Bytes first) {
        return pins.peer().equals(peerTls)
                && peer.map(MessageCodec::bytes)
                        .map(Bytes::of)
                        .filter(first::equals)
                        .isPresent();
    }

    private Hash commitment(Role by, Reveal reveal) {
        return sha256(labelled("parley pairing commit v1\n").u8(by.code()).raw(MessageCodec.bytes(reveal)));
    }

    Hash proof(Role by, Hash commitment) {
        return mac(labelled("parley pairing proof v1\n").u8(by.code()).hash(commitment));
    }

    private Out labelled(String label) {
        boolean inviting = role == Role.INVITER;
        return new Out()
                .label(label)
                .hash(inviting ? pins.own() : pins.peer())
                .hash(inviting ? pins.peer() : pins.own());
    }

    private Hash mac(Out message) {
        return hmac(code.secret(), message.toBytes());
    }

    private static boolean isSame(Hash one, Hash other) {
        return MessageDigest.isEqual(one.bytes(), other.bytes());
    }

    private static Hash sha256(Out message) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(message.toBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Hash hmac(Bytes key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.array(), "HmacSHA256"));
            return Hash.of(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
