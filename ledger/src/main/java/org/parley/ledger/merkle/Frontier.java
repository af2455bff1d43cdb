package org.parley.ledger.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * All that a log must know of its past to go on: its size, and the roots of the full subtrees that it divides into, the
 * largest first; one for each bit of the size that is set. Immutable.
 */
public final class Frontier {
    private static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> peaks;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = List.copyOf(peaks);
    }

    /** The frontier of a tree without leaves. */
    public static Frontier empty() {
        return EMPTY;
    }

    /** The frontier that the tree had at a size; a negative size is an {@link IllegalArgumentException}. */
    public static Frontier at(HashSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        var peaks = new ArrayList<Hash>(Long.bitCount(size));
        long start = 0;
        for (long left = size; left != 0; left -= Long.highestOneBit(left)) {
            long width = Long.highestOneBit(left);
            int level = Long.numberOfTrailingZeros(width);
            peaks.add(source.hash(level, start >>> level));
            start += width;
        }
        return new Frontier(size, peaks);
    }

    /** Reads what {@link #bytes} wrote; refuses what differs from that form. */
    public static Frontier read(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw Refused.malformed("a frontier begins with a size of 8 bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long size = buffer.getLong();
        if (size < 0 || buffer.remaining() != Long.bitCount(size) * Hash.LENGTH) {
            throw Refused.malformed("a frontier has a hash for each bit of its size that is set");
        }
        var peaks = new ArrayList<Hash>();
        while (buffer.hasRemaining()) {
            byte[] hash = new byte[Hash.LENGTH];
            buffer.get(hash);
            peaks.add(Hash.of(hash));
        }
        return new Frontier(size, peaks);
    }

    /** The frontier after these leaves, given by their leaf hashes. */
    public Frontier append(List<Hash> leaves) {
        return append(leaves, (level, index, hash) -> {});
    }

    /** The same, and each subtree that the leaves complete is told to the sink: the leaves themselves, then upwards. */
    public Frontier append(List<Hash> leaves, HashSink sink) {
        MessageDigest digest = Merkle.sha256();
        var stack = new ArrayList<Hash>(peaks);
        long end = Math.addExact(size, leaves.size());
        long index = size;
        for (Hash leaf : leaves) {
            Hash hash = leaf;
            sink.put(0, index, hash);
            long parent = index;
            for (int level = 1; (parent & 1) == 1; level++) {
                parent >>>= 1;
                hash = Merkle.nodeHash(digest, stack.removeLast(), hash);
                sink.put(level, parent, hash);
            }
            stack.add(hash);
            index++;
        }
        return new Frontier(end, stack);
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree: RFC 6962, section 2.1. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Merkle.emptyRoot();
        }
        MessageDigest digest = Merkle.sha256();
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Merkle.nodeHash(digest, peaks.get(i), root);
        }
        return root;
    }

    /** For storage: the size in 8 bytes, big-endian, then the hashes, the one over most leaves first. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
        buffer.putLong(size);
        for (Hash peak : peaks) {
            buffer.put(peak.bytes());
        }
        return buffer.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier frontier && size == frontier.size && peaks.equals(frontier.peaks);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + peaks.hashCode();
    }

    @Override
    public String toString() {
        return size + " " + root();
    }
}
