package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/**
 * Takes figures from a plane to longitudes and latitudes and cuts them at the antimeridian (RFC 7946 §3.1.9). What holds
 * a pole is led along the antimeridian to it. Cuts are computed on the grid of 1e-7 degree, where they are exact.
 */
final class Seam {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final PrecisionModel GRID = new PrecisionModel(1);

    private final Plane plane;

    Seam(Plane plane) {
        this.plane = plane;
    }

    /** The polygons that a polygon of the plane becomes; none when it is thinner than the grid. */
    List<Sketch.Polygon> polygons(Polygon polygon) {
        Ring shell = ring(polygon.getExteriorRing());
        if (shell.isFlat()) {
            return List.of();
        }
        List<Ring> holes = new ArrayList<>();
        boolean whole = shell.isWhole();
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
            Ring hole = ring(polygon.getInteriorRingN(h));
            if (!hole.isFlat()) {
                holes.add(hole);
                whole &= hole.isWhole();
            }
        }
        if (whole) {
            List<List<Sketch.Position>> rings = new ArrayList<>();
            rings.add(Ring.positions(shell.coordinates(), true));
            holes.forEach(hole -> rings.add(Ring.positions(hole.coordinates(), false)));
            return List.of(new Sketch.Polygon(rings));
        }
        Geometry cut = cut(shell);
        for (Ring hole : holes) {
            cut = OverlayNG.overlay(cut, cut(hole), OverlayNG.DIFFERENCE, GRID);
        }
        return read(cut);
    }

    /** The pieces of a line of the plane. */
    List<List<Sketch.Position>> pieces(LineString line) {
        return pieces(places(line.getCoordinates()));
    }

    /** The pieces of the line through places. */
    static List<List<Sketch.Position>> pieces(List<Place> places) {
        Coordinate[] course = Ring.through(places).coordinates();
        if (course.length < 2) {
            return List.of();
        }
        List<List<Sketch.Position>> pieces = new ArrayList<>();
        LineString line = FACTORY.createLineString(course);
        for (int turn = -1; turn <= 1; turn++) {
            Geometry part = moved(within(line, turn), -turn);
            for (int i = 0; i < part.getNumGeometries(); i++) {
                if (part.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
                    List<Sketch.Position> positions = new ArrayList<>();
                    for (Coordinate at : piece.getCoordinates()) {
                        positions.add(Ring.position(at));
                    }
                    pieces.add(positions);
                }
            }
        }
        return pieces;
    }

    private Ring ring(LinearRing ring) {
        Ring laidOut = Ring.through(places(ring.getCoordinates()));
        if (laidOut.isRoundPole()) {
            Coordinate pole = plane.of(new Vec(0, 0, 1));
            laidOut.overPole(RayCrossingCounter.locatePointInRing(pole, ring.getCoordinates()) != Location.EXTERIOR);
        }
        return laidOut;
    }

    /** The places of a course, with one more wherever an edge crosses the antimeridian: it is cut there exactly. */
    private List<Place> places(Coordinate[] coordinates) {
        List<Place> places = new ArrayList<>(coordinates.length);
        for (int i = 0; i < coordinates.length; i++) {
            Vec here = plane.direction(coordinates[i]);
            if (i > 0) {
                addCrossing(plane.direction(coordinates[i - 1]), here, places);
            }
            places.add(here.place());
        }
        return places;
    }

    private static void addCrossing(Vec from, Vec until, List<Place> places) {
        if (from.y() * until.y() < 0) {
            Vec at = from.plus(until.minus(from).times(from.y() / (from.y() - until.y())));
            if (at.x() < 0) {
                places.add(new Place(at.place().lat(), -180 * Place.DEGREE));
            }
        }
    }

    /** What a laid-out ring encloses, brought back within ±180°. */
    private static Geometry cut(Ring ring) {
        Polygon laidOut = FACTORY.createPolygon(ring.coordinates());
        Geometry united = FACTORY.createPolygon();
        for (int turn = -1; turn <= 1; turn++) {
            Geometry part = moved(within(laidOut, turn), -turn);
            united = OverlayNG.overlay(united, part, OverlayNG.UNION, GRID);
        }
        return united;
    }

    private static Geometry within(Geometry laidOut, int turn) {
        double west = turn * (double) Ring.TURN - Ring.HALF_TURN;
        Envelope strip = new Envelope(west, west + Ring.TURN, -Ring.POLE, Ring.POLE);
        if (strip.covers(laidOut.getEnvelopeInternal())) {
            return laidOut.copy();
        }
        return OverlayNG.overlay(laidOut, FACTORY.toGeometry(strip), OverlayNG.INTERSECTION, GRID);
    }

    private static Geometry moved(Geometry part, int turns) {
        part.apply((Coordinate at) -> at.x += turns * (double) Ring.TURN);
        part.geometryChanged();
        return part;
    }

    private static List<Sketch.Polygon> read(Geometry cut) {
        List<Sketch.Polygon> polygons = new ArrayList<>();
        Geometry canonical = cut.norm();
        for (int i = 0; i < canonical.getNumGeometries(); i++) {
            if (canonical.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                List<List<Sketch.Position>> rings = new ArrayList<>();
                rings.add(Ring.positions(polygon.getExteriorRing().getCoordinates(), true));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(Ring.positions(polygon.getInteriorRingN(h).getCoordinates(), false));
                }
                polygons.add(new Sketch.Polygon(rings));
            }
        }
        return polygons;
    }
}
