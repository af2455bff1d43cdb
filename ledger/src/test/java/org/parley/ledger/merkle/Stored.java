package org.parley.ledger.merkle;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.parley.ledger.Hash;

/** A log in memory: every hash that growing it told, by level and index. */
public final class Stored implements HashSink, HashSource, TileHashes.Reader {
    private record Place(int level, long index) {}

    private final Map<Place, Hash> hashes = new HashMap<>();

    /** A log of the test's entries, grown in batches. */
    public static Stored log(long size) {
        var stored = new Stored();
        Frontier frontier = Frontier.empty();
        while (frontier.size() < size) {
            long next = Math.min(size, frontier.size() + 999);
            frontier = frontier.append(Naive.leaves(frontier.size(), next), stored);
        }
        return stored;
    }

    @Override
    public void put(int level, long index, Hash hash) {
        hashes.put(new Place(level, index), hash);
    }

    @Override
    public Hash hash(int level, long index) {
        return requireNonNull(hashes.get(new Place(level, index)), () -> "no hash at " + level + ", " + index);
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] bytes = new byte[tile.width() * Hash.LENGTH];
        for (int i = 0; i < tile.width(); i++) {
            byte[] hash = hash(tile.level() * 8, tile.index() * 256 + i).bytes();
            System.arraycopy(hash, 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }
}
