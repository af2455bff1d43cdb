package org.parley.ledger.merkle;

import java.security.MessageDigest;
import org.parley.ledger.Hash;

/** The roots of ranges of leaves, from those of the full subtrees in them: MTH of RFC 6962, section 2.1. */
final class Subtree {
    private final HashSource source;
    private final MessageDigest digest = Merkle.sha256();

    Subtree(HashSource source) {
        this.source = source;
    }

    /** MTH(D[from:to]) of a range that is a subtree of RFC 6962, with at least one leaf. */
    Hash root(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return source.hash(level, from >>> level);
        }
        long middle = from + split(size);
        return Merkle.nodeHash(digest, root(from, middle), root(middle, to));
    }

    /** The leaves of the left part: the largest power of two below the size, which is above 1. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
