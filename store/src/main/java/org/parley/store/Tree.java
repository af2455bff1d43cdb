package org.parley.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Hashes of RFC 6962 trees, as far as storing needs them. Not for use by two threads at once. */
final class Tree {
    /** Every eighth level of full subtrees is stored, as in tlog-tiles. */
    static final int STEP = 8;

    static final int WIDTH = 1 << STEP;

    private final MessageDigest sha256;

    Tree() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] leaf(byte[] entry) {
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    byte[] empty() {
        return sha256.digest();
    }

    /** The root over as many hashes as a power of two, all of one level. */
    byte[] full(List<byte[]> hashes) {
        List<byte[]> level = hashes;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    /** The root over full subtrees of falling size, from the left. */
    byte[] root(List<byte[]> peaks) {
        if (peaks.isEmpty()) {
            return empty();
        }
        byte[] root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }
}
