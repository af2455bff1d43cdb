package org.parley.ledger.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** Proofs that a leaf stands at its place in a tree: RFC 6962, section 2.1.1; RFC 9162, section 2.1.3. */
public final class Inclusion {
    private Inclusion() {}

    /**
     * The hashes that lead from a leaf to the root of the tree of that size, the leaf's sibling first. An index that is not
     * in the tree is an {@link IllegalArgumentException}.
     */
    public static List<Hash> prove(HashSource source, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        var subtree = new Subtree(source);
        var proof = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Subtree.split(to - from);
            if (index < middle) {
                proof.add(subtree.root(middle, to));
                to = middle;
            } else {
                proof.add(subtree.root(from, middle));
                from = middle;
            }
        }
        return List.copyOf(proof.reversed());
    }

    /** The root to which a proof leads; refused is a proof of another length than that leaf and size have. */
    public static Hash root(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            throw new Refused(Refused.Reason.INCONSISTENT, "the leaf lies outside the tree");
        }
        MessageDigest digest = Merkle.sha256();
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                throw new Refused(Refused.Reason.INCONSISTENT, "the inclusion proof is too long");
            }
            if ((node & 1) == 1 || node == last) {
                root = Merkle.nodeHash(digest, sibling, root);
                // Levels at which this node is the last and has no sibling.
                int skipped = Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                root = Merkle.nodeHash(digest, root, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw new Refused(Refused.Reason.INCONSISTENT, "the inclusion proof is too short");
        }
        return root;
    }

    /** Whether the proof leads from that leaf at that index to that root. Never throws, whatever was offered. */
    public static boolean verifies(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        try {
            return root(index, size, leaf, proof).equals(root);
        } catch (Refused e) {
            return false;
        }
    }
}
