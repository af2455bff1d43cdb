package org.parley.ledger.line;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/** The Merkle tree hash as RFC 6962, section 2.1, defines it, without any cleverness. */
final class Rfc6962 {
    private Rfc6962() {}

    static Hash leaf(Bytes entry) {
        return sha256(new byte[] {0}, entry.array());
    }

    static Hash root(List<Bytes> entries) {
        if (entries.isEmpty()) {
            return sha256();
        }
        if (entries.size() == 1) {
            return leaf(entries.getFirst());
        }
        int split = Integer.highestOneBit(entries.size() - 1);
        Hash left = root(entries.subList(0, split));
        Hash right = root(entries.subList(split, entries.size()));
        return sha256(new byte[] {1}, left.bytes(), right.bytes());
    }

    static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
