package org.parley.node.chart;

/**
 * A square of the map of the earth: {@code 2^z} by {@code 2^z} of them are all of it, counted from west and north.
 *
 * @param z how near
 */
public record Tile(int z, int x, int y) {
    /** Nearer than any map is. */
    static final int NEAREST = 26;

    /** Whether there is such a square at all. */
    public boolean exists() {
        return z >= 0 && z <= NEAREST && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
    }

    /** Its number in an archive: all farther ones, then along Hilbert's curve. */
    long number() {
        long number = ((1L << (2 * z)) - 1) / 3;
        int east = x;
        int south = y;
        for (int half = 1 << z >> 1; half > 0; half >>= 1) {
            int right = (east & half) > 0 ? 1 : 0;
            int below = (south & half) > 0 ? 1 : 0;
            number += (long) half * half * (3 * right ^ below);
            if (below == 0) {
                int turned = right == 1 ? half - 1 - east : east;
                east = right == 1 ? half - 1 - south : south;
                south = turned;
            }
        }
        return number;
    }
}
