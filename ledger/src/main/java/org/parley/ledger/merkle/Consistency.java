package org.parley.ledger.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Hash;

/** Proofs that a tree continues an earlier one: RFC 6962, section 2.1.2; RFC 9162, section 2.1.4. */
public final class Consistency {
    private Consistency() {}

    /**
     * The proof that the tree of one size continues that of another. It is empty where the sizes are the same and where the
     * first is 0. Sizes that are not in order are an {@link IllegalArgumentException}.
     */
    public static List<Hash> prove(HashSource source, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " leaves does not continue one of " + from);
        }
        if (from == 0 || from == to) {
            return List.of();
        }
        var subtree = new Subtree(source);
        var proof = new ArrayList<Hash>();
        long start = 0;
        long end = to;
        while (end != from) {
            long middle = start + Subtree.split(end - start);
            if (from <= middle) {
                proof.add(subtree.root(middle, end));
                end = middle;
            } else {
                proof.add(subtree.root(start, middle));
                start = middle;
            }
        }
        if (start != 0) {
            proof.add(subtree.root(start, end));
        }
        return List.copyOf(proof.reversed());
    }

    /**
     * Whether the proof shows that the tree with the second root continues the one with the first. Of a first size of 0 it
     * shows only that the first root is that of the empty tree. Never throws, whatever was offered.
     */
    public static boolean verifies(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            boolean possible = from > 0 || fromRoot.equals(Merkle.emptyRoot());
            return possible && proof.isEmpty() && fromRoot.equals(toRoot);
        }
        if (from == 0) {
            return proof.isEmpty() && fromRoot.equals(Merkle.emptyRoot());
        }
        if (proof.isEmpty()) {
            return false;
        }
        // A first tree that is one full subtree is where the proof starts; its root is known and not in the proof.
        boolean full = Long.bitCount(from) == 1;
        Hash start = full ? fromRoot : proof.getFirst();
        return leads(from, fromRoot, to, toRoot, start, full ? proof : proof.subList(1, proof.size()));
    }

    private static boolean leads(long from, Hash fromRoot, long to, Hash toRoot, Hash start, List<Hash> proof) {
        MessageDigest digest = Merkle.sha256();
        int shared = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >>> shared;
        long last = (to - 1) >>> shared;
        Hash first = start;
        Hash second = start;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Merkle.nodeHash(digest, sibling, first);
                second = Merkle.nodeHash(digest, sibling, second);
                // Levels at which this node is the last and has no sibling.
                int skipped = Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                second = Merkle.nodeHash(digest, second, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && first.equals(fromRoot) && second.equals(toRoot);
    }
}
