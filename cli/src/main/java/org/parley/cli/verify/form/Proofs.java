package org.parley.cli.verify.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inclusion and consistency proofs, recomputed as RFC 9162, 2.1.3.2 and 2.1.4.2, says. */
public final class Proofs {
    private Proofs() {}

    /** The root of the tree without leaves. */
    public static byte[] empty() {
        return Sha256.of();
    }

    /** One hash for neighbouring subtrees of falling size. */
    public static byte[] fold(List<byte[]> peaks) {
        byte[] root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Sha256.node(peaks.get(i), root);
        }
        return root;
    }

    /** Whether the leaf with this index stands in the tree. */
    public static boolean included(byte[] leaf, long index, long size, List<Blob> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (Blob step : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Sha256.node(step.bytes(), hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Sha256.node(hash, step.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree with the larger size begins with the one of the smaller. */
    public static boolean consistent(long smaller, byte[] first, long larger, byte[] second, List<Blob> proof) {
        if (smaller < 0 || smaller > larger) {
            return false;
        }
        if (smaller == larger || smaller == 0) {
            boolean known = smaller == 0 ? Arrays.equals(first, empty()) : Arrays.equals(first, second);
            return proof.isEmpty() && known && (larger != 0 || Arrays.equals(second, empty()));
        }
        List<Blob> path = new ArrayList<>(proof);
        if (Long.bitCount(smaller) == 1) {
            path.addFirst(Blob.of(first));
        }
        return !path.isEmpty() && follow(smaller, first, larger, second, path);
    }

    private static boolean follow(long smaller, byte[] first, long larger, byte[] second, List<Blob> path) {
        int skip = Long.numberOfTrailingZeros(smaller);
        long node = (smaller - 1) >> skip;
        long last = (larger - 1) >> skip;
        byte[] old = path.getFirst().bytes();
        byte[] whole = old;
        for (Blob step : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Sha256.node(step.bytes(), old);
                whole = Sha256.node(step.bytes(), whole);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                whole = Sha256.node(whole, step.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, first) && Arrays.equals(whole, second);
    }
}
