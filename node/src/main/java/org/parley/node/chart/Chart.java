package org.parley.node.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.parley.space.Entered;

/**
 * A map of the operator's own, in one file: tiles in the squares of the web (spherical Mercator, EPSG:3857). It is read where it
 * lies, a tile at a time, and never written. May be asked by many threads at once.
 */
public sealed interface Chart extends AutoCloseable permits Archive, GeoPackage {
    /** Opens a map by what the file begins with; what is none, or of a kind that is not read here, is refused. */
    static Entered<Chart> open(Path path) {
        byte[] database = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(database.length), database) ? GeoPackage.open(path) : Archive.open(path);
        } catch (IOException e) {
            return refused(path, "is no file that can be read");
        }
    }

    /** The same way out for each reason. */
    static Entered<Chart> refused(Path path, String reason) {
        return Entered.refused(
                "map",
                path.toString(),
                reason,
                "give PMTiles 3 of png, jpeg, webp, avif or vector tiles, packed by gzip or not, or a GeoPackage of pictures in"
                        + " EPSG:3857 (GDAL: -co TILING_SCHEME=GoogleMapsCompatible)");
    }

    /** The media type of its tiles. */
    String type();

    /** The farthest that it has. */
    int farthest();

    /** The nearest that it has. */
    int nearest();

    /** West, south, east and north, in degrees. */
    double[] bounds();

    /** A tile, unpacked; empty where the map has none. */
    Optional<byte[]> tile(Tile tile);

    @Override
    void close();
}
