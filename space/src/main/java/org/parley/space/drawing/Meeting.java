package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;
import org.parley.space.separation.Separation;

/**
 * Where two volumes meet, for a map: what their footprints share, or the shortest line between them. A drawing, true to
 * about a metre or one percent; whether they conflict was decided before. Of footprints of thousands of vertices with a
 * buffer, only the part around the meeting place is drawn.
 */
public final class Meeting {
    private Meeting() {}

    /** A longer line is given vertices this many metres apart, so that on a map it follows the geodesic. */
    private static final double STEP = 50_000;

    /**
     * The place of a conflict.
     *
     * @param found what the exact test measured between {@code a} and {@code b}
     * @return polygons; a line or a point where the footprints only touch; the shortest line where they are apart
     */
    public static Sketch of(Volume a, Volume b, Separation found) {
        if (found.horizontal() == 0) {
            return shared(a.footprint(), b.footprint(), found.onA()).orElseGet(() -> point(found.onA()));
        }
        return shortest(found.onA(), found.onB());
    }

    private static Optional<Sketch> shared(Footprint a, Footprint b, Place place) {
        Vec middle = place.unit();
        Plane plane = new Plane(middle);
        try {
            Geometry figureA = Shape.near(a, b, middle, plane);
            Geometry figureB = Shape.near(b, a, middle, plane);
            return Drawn.of(intersection(figureA, figureB), plane);
        } catch (RuntimeException geometryTooFine) {
            // JTS gives up on figures that collapse on its grid: the meeting point is still right.
            return Optional.empty();
        }
    }

    private static Geometry intersection(Geometry a, Geometry b) {
        try {
            return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
        } catch (RuntimeException invalid) {
            // Quantised rings may cross themselves by a centimetre.
            return OverlayNGRobust.overlay(GeometryFixer.fix(a), GeometryFixer.fix(b), OverlayNG.INTERSECTION);
        }
    }

    static Sketch point(Place at) {
        return new Sketch.Point(Sketch.Position.of(at));
    }

    private static Sketch shortest(Place from, Place until) {
        if (from.equals(until)) {
            return point(from);
        }
        Geodesic.Inverse way = Geodesic.inverse(from.phi(), from.lambda(), until.phi(), until.lambda());
        int steps = (int) Math.ceil(way.metres() / STEP);
        List<Place> places = new ArrayList<>();
        places.add(from);
        for (int i = 1; i < steps; i++) {
            double[] at = Geodesic.direct(from.phi(), from.lambda(), way.azimuth(), way.metres() * i / steps);
            places.add(Place.ofRadians(at[0], at[1]));
        }
        places.add(until);
        return new Sketch.Line(Seam.pieces(places));
    }
}
