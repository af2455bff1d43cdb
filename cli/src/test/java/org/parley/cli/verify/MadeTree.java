package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.List;

/** Trees, straight from the definitions in RFC 6962, section 2.1. */
final class MadeTree {
    private MadeTree() {}

    static byte[] leaf(byte[] entry) {
        return Keys.sha256(new byte[] {0}, entry);
    }

    /** MTH(D[n]). */
    static byte[] root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return Keys.sha256();
        }
        if (entries.size() == 1) {
            return leaf(entries.getFirst());
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        return Keys.sha256(new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> inclusion(int m, List<byte[]> entries) {
        if (entries.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        List<byte[]> path = m < k ? inclusion(m, left) : inclusion(m - k, right);
        path.add(m < k ? root(right) : root(left));
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> consistency(int m, List<byte[]> entries) {
        return m == 0 || m == entries.size() ? new ArrayList<>() : consistency(m, entries, true);
    }

    private static List<byte[]> consistency(int m, List<byte[]> entries, boolean whole) {
        if (m == entries.size()) {
            return new ArrayList<>(whole ? List.of() : List.of(root(entries)));
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        List<byte[]> path = m <= k ? consistency(m, left, whole) : consistency(m - k, right, false);
        path.add(m <= k ? root(right) : root(left));
        return path;
    }
}
