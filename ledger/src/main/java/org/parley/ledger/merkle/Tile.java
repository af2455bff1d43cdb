package org.parley.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.ledger.Refused;

/**
 * A tile of a log: up to 256 hashes side by side, or as many entries (level {@link #ENTRIES}). C2SP tlog-tiles, "Merkle
 * Tree" and "Log entries".
 *
 * @param level of tiles, each of 8 levels of the tree; 0 holds the hashes of the leaves
 * @param index of the tile within its level
 * @param width how many hashes or entries it has: 256 if it is full
 */
public record Tile(int level, long index, int width) {
    /** The width of a full tile. */
    public static final int FULL = 256;

    /** The levels of the tree in one of tiles. */
    public static final int HEIGHT = 8;

    /** The level of bundles of entries; they divide as the tiles of level 0 do. */
    public static final int ENTRIES = -1;

    private static final int TOP = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    /** A tile that cannot be named in a path is an {@link IllegalArgumentException}. */
    public Tile {
        if (level < ENTRIES || level > TOP || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "a tile has a level up to 63, an index from 0 and a width from 1 to 256");
        }
    }

    /** Reads {@link #path}; refuses any other form. */
    public static Tile parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            throw Refused.malformed("a tile's path is tile/<L>/<N>[.p/<W>]");
        }
        int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
        long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
        String partial = match.group(3);
        int width = partial == null ? FULL : Integer.parseInt(partial);
        if (level > TOP || width < 1 || width > FULL) {
            throw Refused.malformed("a tile has a level up to 63 and a width from 1 to 255");
        }
        var tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw Refused.malformed("a tile's path has no zeros in excess");
        }
        return tile;
    }

    /** How many hashes (or entries) a tree of that size has at a level of tiles. */
    public static long hashes(int level, long size) {
        int shift = Math.max(level, 0) * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }

    /** Whether a tree of that size has this tile, full or of this very width. */
    public boolean isIn(long size) {
        long hashes = hashes(level, size);
        return index < hashes / FULL ? width == FULL : index == hashes / FULL && width == hashes % FULL;
    }

    /**
     * The tiles of hashes that a tree has at the second size and did not have at the first, from the lowest level; from 0,
     * all that it has. The bundles of entries are those of level 0.
     */
    public static List<Tile> added(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " leaves does not continue one of " + from);
        }
        var tiles = new ArrayList<Tile>();
        for (int level = 0; hashes(level, to) > 0; level++) {
            long before = hashes(level, from);
            long after = hashes(level, to);
            if (before == after) {
                break;
            }
            for (long index = before / FULL; index < after / FULL; index++) {
                tiles.add(new Tile(level, index, FULL));
            }
            if (after % FULL != 0) {
                tiles.add(new Tile(level, after / FULL, (int) (after % FULL)));
            }
        }
        return tiles;
    }

    /** Whether it is not full, and so gives way to a wider one as the log grows. */
    public boolean isPartial() {
        return width < FULL;
    }

    /** Where it is served, below the log's address: {@code tile/0/x001/x234/067.p/112}. */
    public String path() {
        var number = new StringBuilder();
        long left = index;
        do {
            number.insert(0, "/" + (left == index ? "" : "x") + threeDigits(left % 1000));
            left /= 1000;
        } while (left > 0);
        return "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + number
                + (isPartial() ? ".p/" + width : "");
    }

    private static String threeDigits(long number) {
        return String.valueOf(1000 + number).substring(1);
    }
}
