package org.parley.space.drawing;

import java.util.List;
import org.parley.space.geodesy.Place;

/**
 * A geometry for a map, as GeoJSON (RFC 7946) has it: longitudes and latitudes on WGS 84, joined by lines that are
 * straight in both, cut at the antimeridian. Quantised to 1e-7 degree, so that the same input gives the same text.
 */
public sealed interface Sketch {
    /**
     * A position. Unlike a {@link Place} it knows both sides of the antimeridian: −180° and 180° differ.
     *
     * @param lon longitude in 1e-7 degree, −180° to 180°
     * @param lat latitude in 1e-7 degree, −90° to 90°
     */
    record Position(int lon, int lat) {
        static Position of(Place place) {
            return new Position(place.lon(), place.lat());
        }

        /** Longitude in degrees. */
        public double longitude() {
            return lon / (double) Place.DEGREE;
        }

        /** Latitude in degrees. */
        public double latitude() {
            return lat / (double) Place.DEGREE;
        }
    }

    /** One position. */
    record Point(Position at) implements Sketch {}

    /**
     * A line.
     *
     * @param pieces at least one, each of two or more positions; several where the line crosses the antimeridian
     */
    record Line(List<List<Position>> pieces) implements Sketch {
        public Line {
            pieces = pieces.stream().map(List::copyOf).toList();
        }
    }

    /** One or more polygons, none overlapping another. */
    record Polygons(List<Polygon> polygons) implements Sketch {
        public Polygons {
            polygons = List.copyOf(polygons);
        }
    }

    /**
     * A polygon.
     *
     * @param rings the shell, counter-clockwise, and its holes, clockwise; each closed: the last position is the first
     */
    record Polygon(List<List<Position>> rings) {
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }
}
