package org.parley.ledger.merkle;

import org.parley.ledger.Hash;

/** Where the hashes of a tree are read. Storage of tiles becomes one by {@link TileHashes}. */
@FunctionalInterface
public interface HashSource {
    /**
     * The root of the full subtree over the leaves from {@code index << level} up to, not including, {@code (index + 1) <<
     * level}. Level 0 is the leaves. Asked only for subtrees that lie in the tree as a whole.
     */
    Hash hash(int level, long index);
}
