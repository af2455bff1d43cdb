package org.parley.cli.verify.form;

import java.util.ArrayList;
import java.util.List;

/** The hashes of the full subtrees of a growing run of leaves, from the left. */
public final class Peaks {
    private final List<byte[]> hashes = new ArrayList<>();
    private long count;

    /** Adds a leaf, or a subtree where all are of that level. */
    public void push(byte[] leaf) {
        byte[] hash = leaf;
        for (long bits = count; (bits & 1) == 1; bits >>= 1) {
            hash = Sha256.node(hashes.removeLast(), hash);
        }
        hashes.add(hash);
        count++;
    }

    /** One hash over all, of which there is at least one. */
    public byte[] fold() {
        return Proofs.fold(hashes);
    }
}
