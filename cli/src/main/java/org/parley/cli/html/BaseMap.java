package org.parley.cli.html;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The map beneath: land, or borders, of Natural Earth (format: {@code cli/data/README.md}). A picture to recognise a
 * place by; nothing is decided by it.
 */
final class BaseMap {
    /** Units in a degree. */
    private static final double DEGREE = 1000;

    /** A ring of land or a line of border, in degrees, with the rectangle around it. */
    static final class Line {
        private final double[] longitudes;
        private final double[] latitudes;
        private double west = 180;
        private double south = 90;
        private double east = -180;
        private double north = -90;

        Line(double[] longitudes, double[] latitudes) {
            this.longitudes = longitudes;
            this.latitudes = latitudes;
            for (int i = 0; i < longitudes.length; i++) {
                west = Math.min(west, longitudes[i]);
                south = Math.min(south, latitudes[i]);
                east = Math.max(east, longitudes[i]);
                north = Math.max(north, latitudes[i]);
            }
        }

        int points() {
            return longitudes.length;
        }

        double longitude(int i) {
            return longitudes[i];
        }

        double latitude(int i) {
            return latitudes[i];
        }

        /** Degrees from its southernmost to its northernmost point, or from west to east at the equator. */
        double size() {
            return Math.max(north - south, east - west);
        }

        /** Whether any of it may lie in a rectangle. */
        boolean meets(double fromWest, double toEast, double fromSouth, double toNorth) {
            return west <= toEast && east >= fromWest && south <= toNorth && north >= fromSouth;
        }
    }

    private BaseMap() {}

    static List<Line> land() {
        return read("land.gz");
    }

    static List<Line> borders() {
        return read("borders.gz");
    }

    private static List<Line> read(String resource) {
        try (InputStream packed =
                        Objects.requireNonNull(BaseMap.class.getResourceAsStream("/org/parley/cli/" + resource));
                InputStream in = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16)) {
            int count = unsigned(in);
            List<Line> lines = new ArrayList<>(count);
            long longitude = 0;
            long latitude = 0;
            for (int i = 0; i < count; i++) {
                unsigned(in);
                int points = unsigned(in);
                double[] longitudes = new double[points];
                double[] latitudes = new double[points];
                for (int p = 0; p < points; p++) {
                    longitude += signed(in);
                    latitude += signed(in);
                    longitudes[p] = longitude / DEGREE;
                    latitudes[p] = latitude / DEGREE;
                }
                lines.add(new Line(longitudes, latitudes));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the base map of this program is damaged", e);
        }
    }

    private static int unsigned(InputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a number without an end");
    }

    private static int signed(InputStream in) throws IOException {
        int value = unsigned(in);
        return (value >>> 1) ^ -(value & 1);
    }
}
