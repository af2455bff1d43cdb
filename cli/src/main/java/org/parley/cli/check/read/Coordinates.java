package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.space.Limits;
import org.parley.space.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Positions within lists, to any depth that GeoJSON knows, read before the type of their geometry need be known. Of more
 * positions than a footprint may have, only one more is kept, for the refusal.
 */
final class Coordinates {
    /** Nothing was given. */
    static final Coordinates NONE = new Coordinates();

    private final List<List<double[]>> polygons = new ArrayList<>(1);
    private List<double[]> rings = new ArrayList<>(1);
    private double[] ring = new double[8];
    private int size;
    private int stored;
    private int depth;
    private boolean heights;
    private String flaw = "";

    private Coordinates() {}

    static Coordinates read(JsonParser parser) {
        Coordinates coordinates = new Coordinates();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            coordinates.list(parser, 1);
        } else {
            coordinates.flawed("no list of positions");
            parser.skipChildren();
        }
        return coordinates;
    }

    private void list(JsonParser parser, int level) {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            position(parser, level);
            return;
        }
        if (token == JsonToken.END_ARRAY) {
            flawed("an empty list among them");
            return;
        }
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_ARRAY && level < 4) {
                list(parser, level + 1);
            } else {
                flawed("something else than positions among them");
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (level == depth - 1) {
            endRing();
        } else if (level == depth - 2) {
            endPolygon();
        }
    }

    private void position(JsonParser parser, int level) {
        double longitude = parser.getDoubleValue();
        int count = 1;
        double latitude = Double.NaN;
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (!token.isNumeric()) {
                flawed("something else than numbers in a position");
                parser.skipChildren();
            } else if (++count == 2) {
                latitude = parser.getDoubleValue();
            }
            token = parser.nextToken();
        }
        heights |= count > 2;
        if (count < 2) {
            flawed("a position of one number");
        } else if (depth != 0 && depth != level) {
            flawed("positions at different depths");
        }
        depth = level;
        store(longitude, latitude);
    }

    /** The first flaw tells the most. */
    private void flawed(String found) {
        flaw = flaw.isEmpty() ? found : flaw;
    }

    private void store(double longitude, double latitude) {
        if (stored > Limits.VERTICES_ENTERED) {
            return;
        }
        stored++;
        if (size == ring.length) {
            ring = Arrays.copyOf(ring, 2 * size);
        }
        ring[size++] = longitude;
        ring[size++] = latitude;
    }

    private void endRing() {
        if (size > 0) {
            rings.add(Arrays.copyOf(ring, size));
            size = 0;
        }
    }

    private void endPolygon() {
        if (!rings.isEmpty()) {
            polygons.add(rings);
            rings = new ArrayList<>(1);
        }
    }

    /** Adds what is wrong with them for a geometry whose positions lie in so many lists. */
    void check(int lists, List<Problem> problems) {
        String found = flaw.isEmpty() && depth != lists ? "positions in " + depth + " lists, not " + lists : flaw;
        if (!found.isEmpty()) {
            problems.add(new Problem("coordinates", "as given", found, "give positions as RFC 7946 has them"));
        }
    }

    /** Whether a position has a height. */
    boolean haveHeights() {
        return heights;
    }

    /** The only position, or the only line: {lon, lat, lon, lat, …}. */
    double[] line() {
        return rings.isEmpty() ? Arrays.copyOf(ring, size) : rings.getFirst();
    }

    /** The polygons: rings of positions. */
    List<List<double[]>> polygons() {
        return polygons;
    }
}
