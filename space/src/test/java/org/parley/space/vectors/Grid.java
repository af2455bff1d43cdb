package org.parley.space.vectors;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.parley.space.height.Geoid;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;

/** The geoid's grid and its bounds, read and computed again from {@code space/data/README.md} and the vectors' page. */
final class Grid {
    static final double ERROR = 1.17;
    private static final double LEAST_RADIUS = 6_378_137 * (1 - 1 / 298.257223563) * (1 - 1 / 298.257223563);
    private static final int[][] ROWS = read();

    private Grid() {}

    private static int[][] read() {
        int[][] rows = new int[721][1440];
        try (InputStream file = Objects.requireNonNull(Geoid.class.getResourceAsStream("egm96-15.gz"));
                DataInputStream in = new DataInputStream(new GZIPInputStream(file))) {
            for (int r = 0; r < 721; r++) {
                int run = 0;
                for (int c = 0; c < 1440; c++) {
                    run += in.readShort();
                    rows[r][c] = (short) (run + (r == 0 ? 0 : rows[r - 1][c]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Metres, interpolated linearly both ways. */
    static double undulation(double latitude, double longitude) {
        double row = (90 - latitude) * 4;
        double column = (longitude + 180) * 4;
        int r = Math.min(719, (int) Math.floor(row));
        int c = (int) Math.floor(column);
        double west = ROWS[r][Math.floorMod(c, 1440)] * (r + 1 - row) + ROWS[r + 1][Math.floorMod(c, 1440)] * (row - r);
        int e = Math.floorMod(c + 1, 1440);
        double east = ROWS[r][e] * (r + 1 - row) + ROWS[r + 1][e] * (row - r);
        return (west * (c + 1 - column) + east * (column - c)) / 100;
    }

    /** Least and greatest undulation over the rectangle around a footprint, the error not counted. */
    static double[] range(OracleFootprint footprint) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long west = 0;
        long east = 0;
        long at = 0;
        long before = 0;
        long first = footprint.parts().getFirst().getFirst()[0];
        boolean begun = false;
        for (var part : footprint.parts()) {
            for (int[] ring : part) {
                for (int i = 0; i < ring.length; i += 2) {
                    at += begun ? Cut.wrap(ring[i] - before) : 0;
                    begun = true;
                    before = ring[i];
                    west = Math.min(west, at);
                    east = Math.max(east, at);
                    low = Math.min(low, ring[i + 1]);
                    high = Math.max(high, ring[i + 1]);
                }
            }
        }
        boolean point = footprint.kind() == OracleFootprint.Kind.POINT;
        boolean area = footprint.kind() == OracleFootprint.Kind.AREA;
        OracleFootprint core = new OracleFootprint(footprint.kind(), footprint.parts(), 0);
        double reach = Math.toDegrees(footprint.bufferCm() / 100.0 / LEAST_RADIUS) + (point ? 0 : 0.03);
        double south = area && Oracle.covers(core, 0, -900_000_000) ? -90 : Math.max(-90, low / 1e7 - reach);
        double north = area && Oracle.covers(core, 0, 900_000_000) ? 90 : Math.min(90, high / 1e7 + reach);
        double cos = Math.cos(Math.toRadians(Math.max(-south, north)));
        double aside = cos <= 1e-3 ? 360 : 1.01 * reach / cos;
        double width = Math.min(360, (east - west) / 1e7 + 2 * aside);
        return range(south, north, width >= 360 ? -180 : (first + west) / 1e7 - aside, width);
    }

    private static double[] range(double south, double north, double west, double width) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double latitude = south; ; latitude = Math.min(north, Math.floor(latitude * 4 + 1) / 4)) {
            for (double longitude = west; ; longitude = Math.min(west + width, Math.floor(longitude * 4 + 1) / 4)) {
                double undulation = undulation(latitude, longitude);
                range[0] = Math.min(range[0], undulation);
                range[1] = Math.max(range[1], undulation);
                if (longitude >= west + width) {
                    break;
                }
            }
            if (latitude >= north) {
                return range;
            }
        }
    }
}
