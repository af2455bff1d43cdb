package org.parley.cli.verify.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.verify.form.Proofs;
import org.parley.cli.verify.form.Sha256;
import org.parley.cli.verify.form.TilePath;

/** The tree above full tiles of 256 entries. A tile whose hash is not known makes unknown what lies above it. */
final class TileTree {
    private static final byte[] UNKNOWN = {};

    private final List<List<byte[]>> levels = new ArrayList<>();

    void append(Optional<byte[]> tile) {
        byte[] hash = tile.orElse(UNKNOWN);
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<byte[]> row = levels.get(level);
            row.add(hash);
            if ((row.size() & 1) == 1) {
                return;
            }
            hash = node(row.get(row.size() - 2), hash);
        }
    }

    private static byte[] node(byte[] left, byte[] right) {
        return left.length == 0 || right.length == 0 ? UNKNOWN : Sha256.node(left, right);
    }

    /** Puts another hash in a tile's place and returns what was there. */
    Optional<byte[]> replace(long tile, Optional<byte[]> by) {
        int at = Math.toIntExact(tile);
        byte[] before = levels.getFirst().set(at, by.orElse(UNKNOWN));
        for (int level = 1; level < levels.size(); level++) {
            at >>= 1;
            if (at >= levels.get(level).size()) {
                break;
            }
            List<byte[]> below = levels.get(level - 1);
            levels.get(level).set(at, node(below.get(2 * at), below.get(2 * at + 1)));
        }
        return known(before);
    }

    /** The hash of 2^level tiles. */
    Optional<byte[]> at(int level, long number) {
        return level < levels.size() && number < levels.get(level).size()
                ? known(levels.get(level).get((int) number))
                : Optional.empty();
    }

    private static Optional<byte[]> known(byte[] hash) {
        return hash.length == 0 ? Optional.empty() : Optional.of(hash);
    }

    /** The root at a size, given one hash over what lies behind the last full tile. */
    Optional<byte[]> root(long size, Optional<byte[]> behind) {
        if (size == 0) {
            return Optional.of(Proofs.empty());
        }
        long tiles = size / TilePath.WIDTH;
        List<byte[]> peaks = new ArrayList<>();
        long done = 0;
        for (int level = 63 - Long.numberOfLeadingZeros(Math.max(1, tiles)); level >= 0; level--) {
            if ((tiles >> level & 1) == 1) {
                Optional<byte[]> peak = at(level, done >> level);
                if (peak.isEmpty()) {
                    return Optional.empty();
                }
                peaks.add(peak.get());
                done += 1L << level;
            }
        }
        if (size % TilePath.WIDTH != 0) {
            if (behind.isEmpty()) {
                return Optional.empty();
            }
            peaks.add(behind.get());
        }
        return Optional.of(Proofs.fold(peaks));
    }
}
