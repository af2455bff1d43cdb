package org.parley.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Hash;

/** The hashes of a Merkle tree over SHA-256: RFC 6962, section 2.1. */
public final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final Hash EMPTY_ROOT =
            Hash.ofHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private Merkle() {}

    /** The root of a tree without leaves: the hash of nothing. */
    public static Hash emptyRoot() {
        return EMPTY_ROOT;
    }

    /** The hash of one leaf: SHA-256(0x00 ‖ entry). */
    public static Hash leafHash(byte[] entry) {
        return leafHash(sha256(), entry);
    }

    /** The hashes of a batch of leaves, in their order. */
    public static List<Hash> leafHashes(List<byte[]> entries) {
        MessageDigest digest = sha256();
        var hashes = new ArrayList<Hash>(entries.size());
        for (byte[] entry : entries) {
            hashes.add(leafHash(digest, entry));
        }
        return hashes;
    }

    /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash nodeHash(Hash left, Hash right) {
        return nodeHash(sha256(), left, right);
    }

    static Hash nodeHash(MessageDigest digest, Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return Hash.of(digest.digest());
    }

    /** A digest to use for one batch; it is not safe for more than one thread. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Hash leafHash(MessageDigest digest, byte[] entry) {
        digest.update(LEAF);
        digest.update(entry);
        return Hash.of(digest.digest());
    }
}
