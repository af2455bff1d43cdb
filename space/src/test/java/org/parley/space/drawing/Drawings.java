package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import org.parley.space.Volume;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/** Footprints to draw, and what is measured on the drawings. */
final class Drawings {
    private Drawings() {}

    static final Minima MINIMA = Minima.of(500, 100, 300);

    static Footprint area(double... lonLat) {
        return FootprintEntry.area(List.of(List.of(lonLat)), Edges.GEODESIC).orElseThrow();
    }

    static Footprint withHole(double[] shell, double[] hole) {
        return FootprintEntry.area(List.of(List.of(shell, hole)), Edges.GEODESIC)
                .orElseThrow();
    }

    static Footprint square(double west, double south, double side) {
        return area(west, south, west + side, south, west + side, south + side, west, south + side, west, south);
    }

    static Footprint circle(double lon, double lat, double radius) {
        return FootprintEntry.circle(lon, lat, radius).orElseThrow();
    }

    static Footprint corridor(double halfWidth, double... lonLat) {
        return FootprintEntry.corridor(lonLat, halfWidth, Edges.GEODESIC).orElseThrow();
    }

    static Separation separation(Footprint a, Footprint b) {
        return ExactTest.separation(volume(a), volume(b), MINIMA).orElseThrow();
    }

    static Sketch meeting(Footprint a, Footprint b) {
        return Meeting.of(volume(a), volume(b), separation(a, b));
    }

    static Volume volume(Footprint footprint) {
        return new Volume(footprint, Band.UNBOUNDED, new Window(0, 1));
    }

    static double metres(Sketch.Position at, Footprint from) {
        return ExactTest.measure(
                        Footprint.at(new Place(at.lat(), at.lon() == 180 * Place.DEGREE ? -at.lon() : at.lon())), from)
                .orElseThrow()
                .metres();
    }

    static double metres(Sketch.Position a, Sketch.Position b) {
        return Geodesic.distance(
                Place.ofDegrees(a.latitude(), a.longitude()), Place.ofDegrees(b.latitude(), b.longitude()));
    }

    static List<Sketch.Position> positions(Sketch sketch) {
        List<Sketch.Position> all = new ArrayList<>();
        switch (sketch) {
            case Sketch.Point point -> all.add(point.at());
            case Sketch.Line line -> line.pieces().forEach(all::addAll);
            case Sketch.Polygons polygons ->
                polygons.polygons().forEach(polygon -> polygon.rings().forEach(all::addAll));
        }
        return all;
    }

    /** Square metres, by the cylinder of equal area on a sphere of the ellipsoid's surface: good to half a percent. */
    static double area(Sketch sketch) {
        double square = 0;
        for (Sketch.Polygon polygon : ((Sketch.Polygons) sketch).polygons()) {
            for (List<Sketch.Position> ring : polygon.rings()) {
                square += signedArea(ring);
            }
        }
        return square;
    }

    static double signedArea(List<Sketch.Position> ring) {
        double radius = 6_371_007;
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            Sketch.Position from = ring.get(i - 1);
            Sketch.Position to = ring.get(i);
            double width = StrictMath.toRadians(to.longitude() - from.longitude());
            sum -= width
                    * (StrictMath.sin(StrictMath.toRadians(from.latitude()))
                            + StrictMath.sin(StrictMath.toRadians(to.latitude())))
                    / 2;
        }
        return sum * radius * radius;
    }
}
