package org.parley.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.parley.ledger.Hash;

/** RFC 6962, section 2.1, word for word: recursive, over entries; the entry at i is the text {@code entry i}. */
final class Naive {
    private record Range(long from, long to) {}

    private final Map<Range, Hash> known = new HashMap<>();

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    static List<Hash> leaves(long from, long to) {
        return Merkle.leafHashes(
                LongStream.range(from, to).mapToObj(Naive::entry).toList());
    }

    /** MTH(D[from:to]). */
    Hash root(long from, long to) {
        Hash before = known.get(new Range(from, to));
        if (before != null) {
            return before;
        }
        Hash root;
        if (from == to) {
            root = sha256(new byte[0]);
        } else if (to - from == 1) {
            root = sha256(new byte[] {0}, entry(from));
        } else {
            long k = split(to - from);
            root = sha256(
                    new byte[] {1},
                    root(from, from + k).bytes(),
                    root(from + k, to).bytes());
        }
        known.put(new Range(from, to), root);
        return root;
    }

    /** PATH(m, D[from:to]), m counted from {@code from}. */
    List<Hash> path(long m, long from, long to) {
        if (to - from == 1) {
            return List.of();
        }
        long k = split(to - from);
        return m < k
                ? with(path(m, from, from + k), root(from + k, to))
                : with(path(m - k, from + k, to), root(from, from + k));
    }

    /** SUBPROOF(m, D[from:to], whole). */
    List<Hash> subproof(long m, long from, long to, boolean whole) {
        if (m == to - from) {
            return whole ? List.of() : List.of(root(from, to));
        }
        long k = split(to - from);
        return m <= k
                ? with(subproof(m, from, from + k, whole), root(from + k, to))
                : with(subproof(m - k, from + k, to, false), root(from, from + k));
    }

    private static long split(long n) {
        long k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> list, Hash last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
