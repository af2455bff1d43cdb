package org.parley.ledger.merkle;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * The hashes of a tree of one size, read from its tiles; it keeps those it has read, so make one for each proof. Not safe
 * for more than one thread. C2SP tlog-tiles, "Merkle Tree".
 */
public final class TileHashes implements HashSource {
    /** Where tiles are read. */
    @FunctionalInterface
    public interface Reader {
        /** At least as many hashes of that tile as it is wide, 32 bytes each. */
        byte[] read(Tile tile);
    }

    private final long size;
    private final Reader reader;
    private final Map<Tile, byte[]> read = new HashMap<>();
    private final MessageDigest digest = Merkle.sha256();

    /** The tree of that size, whose tiles that reader has: those of {@link Tile#added} from 0 to the size. */
    public TileHashes(long size, Reader reader) {
        this.size = size;
        this.reader = reader;
    }

    /** Refused is a tile shorter than it should be; a subtree that the tree has not is an {@link IllegalArgumentException}. */
    @Override
    public Hash hash(int level, long index) {
        if (level < 0 || level >= Long.SIZE || index < 0 || index >= size >>> level) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no full subtree " + level + ", " + index);
        }
        int height = level % Tile.HEIGHT;
        int tileLevel = level / Tile.HEIGHT;
        long first = index << height;
        long hashes = Tile.hashes(tileLevel, size);
        long tileIndex = first / Tile.FULL;
        int width = (int) Math.min(Tile.FULL, hashes - tileIndex * Tile.FULL);
        byte[] bytes = tile(new Tile(tileLevel, tileIndex, width));
        return root(bytes, (int) (first % Tile.FULL), 1 << height);
    }

    private byte[] tile(Tile tile) {
        byte[] bytes = read.computeIfAbsent(tile, reader::read);
        if (bytes.length < tile.width() * Hash.LENGTH) {
            throw Refused.malformed("tile " + tile.path() + " has " + bytes.length + " bytes");
        }
        return bytes;
    }

    private Hash root(byte[] tile, int first, int count) {
        if (count == 1) {
            return Hash.of(Arrays.copyOfRange(tile, first * Hash.LENGTH, (first + 1) * Hash.LENGTH));
        }
        int half = count / 2;
        return Merkle.nodeHash(digest, root(tile, first, half), root(tile, first + half, half));
    }
}
