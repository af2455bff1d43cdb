package org.parley.cli.verify.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.TilePath;

/**
 * The roots of a log as its entries give them. Where the entries of a tile do not give the hash that is stored for it, which has been
 * told, the one that fits the signed heads counts from there on: one wrong entry is one problem, not one for each later head.
 */
final class Roots {
    /** More tries than that would mean that nothing fits. */
    private static final int TRIES = 1_000;

    private final TileTree tree = new TileTree();
    private final Map<Long, byte[]> behind = new HashMap<>();
    private final TreeMap<Long, byte[]> otherwise = new TreeMap<>();
    private final Source.Log log;
    private final LogName name;
    private int tries;

    Roots(Source.Log log) {
        this.log = log;
        this.name = log.name();
    }

    TileTree tree() {
        return tree;
    }

    void add(TileCheck tile) {
        behind.putAll(tile.behind());
        if (tile.width() == TilePath.WIDTH) {
            tree.append(tile.hash());
        }
    }

    /** A hash that is stored for a tile and differs from that of its entries. */
    void otherwise(long tile, Blob hash) {
        otherwise.put(tile, hash.bytes());
    }

    /** The root at a size; nothing where entries before it are missing. */
    Optional<Blob> at(long size) {
        if (size > log.size()) {
            return Optional.empty();
        }
        int rest = (int) (size % TilePath.WIDTH);
        Optional<byte[]> last = Optional.ofNullable(behind.get(size));
        if (rest != 0 && last.isEmpty()) {
            last = again(size, rest);
        }
        return tree.root(size, last).map(Blob::of);
    }

    private Optional<byte[]> again(long size, int rest) {
        TileCheck tile = new TileCheck(name, size / TilePath.WIDTH, rest, new Findings());
        Stored.Tile read = log.tile(tile.number());
        Stored.Tile shorter = new Stored.Tile(
                read.entries().stream().filter(it -> it.index() < size).toList(), read.leaves(), read.complaints());
        Optional<byte[]> hash = Optional.ofNullable(
                tile.run(shorter, new long[] {size}).behind().get(size));
        hash.ifPresent(it -> behind.put(size, it));
        return hash;
    }

    /** Whether a signed root is that of the entries, or that of the hashes stored for tiles whose entries are wrong. */
    boolean fits(long size, Blob root) {
        if (at(size).filter(root::equals).isPresent()) {
            return true;
        }
        Map<Long, byte[]> candidates = new TreeMap<>(otherwise.headMap(size / TilePath.WIDTH));
        if (candidates.isEmpty() || tries++ >= TRIES) {
            return false;
        }
        Map<Long, Optional<byte[]>> before = new HashMap<>();
        candidates.forEach((tile, hash) -> before.put(tile, tree.replace(tile, Optional.of(hash))));
        if (at(size).filter(it -> Arrays.equals(it.bytes(), root.bytes())).isPresent()) {
            otherwise.keySet().removeAll(candidates.keySet());
            return true;
        }
        before.forEach(tree::replace);
        return false;
    }
}
