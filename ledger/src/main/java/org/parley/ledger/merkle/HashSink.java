package org.parley.ledger.merkle;

import org.parley.ledger.Hash;

/** Where a growing tree leaves its hashes, to be read back from a {@link HashSource}. */
@FunctionalInterface
public interface HashSink {
    /**
     * The full subtree at that level and index is complete, and this is its root. Tiles hold those of the levels 0, 8, 16
     * and so on; the others may be dropped.
     */
    void put(int level, long index, Hash hash);
}
