package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parley.space.Limits;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Vec;

/** A footprint, or the part of it that matters, as a figure in a plane. */
final class Shape {
    /** Edges that are given a buffer for one picture: uniting more would take seconds. */
    static final int MOST_EDGES = 1_000;

    /** Centimetres around an area that are not drawn: the margin of planar edges, thinner than any line on a map. */
    private static final long UNSEEN = (long) (Limits.PLANAR_TOLERANCE * 100) + 1;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Footprint footprint;
    private final Chain chain;
    private final Plane plane;

    private Shape(Footprint footprint, Plane plane) {
        this.footprint = footprint;
        this.chain = footprint.chain();
        this.plane = plane;
    }

    /** The whole footprint; one of very many edges with a buffer loses vertices evenly. */
    static Geometry whole(Footprint footprint, Plane plane) {
        Shape shape = new Shape(footprint, plane);
        List<Capsules.Edge> edges = shape.edges();
        return shape.figure(edges.size() <= MOST_EDGES ? edges : shape.thinned());
    }

    /** The part that can reach another footprint, and of very many edges with a buffer those nearest to a place. */
    static Geometry near(Footprint footprint, Footprint other, Vec place, Plane plane) {
        Shape shape = new Shape(footprint, plane);
        double[] box = other.box(footprint.buffer() / 100.0 + 1);
        List<Capsules.Edge> edges =
                shape.edges().stream().filter(edge -> shape.reaches(edge, box)).toList();
        if (edges.size() > MOST_EDGES) {
            edges = edges.stream()
                    .sorted(Comparator.comparingDouble(edge -> chordTo(shape.chain.unit(edge.until()), place)))
                    .limit(MOST_EDGES)
                    .sorted(Comparator.comparingInt(Capsules.Edge::until))
                    .toList();
        }
        return shape.figure(edges);
    }

    private static double chordTo(Vec one, Vec other) {
        return one.minus(other).length();
    }

    private boolean reaches(Capsules.Edge edge, double[] box) {
        Vec from = chain.unit(edge.from());
        Vec until = chain.unit(edge.until());
        return apart(from.x(), until.x(), box, 0)
                && apart(from.y(), until.y(), box, 1)
                && apart(from.z(), until.z(), box, 2);
    }

    /** Whether two coordinates and what lies between them come into a box along one axis. */
    private static boolean apart(double one, double other, double[] box, int axis) {
        double bulge = 1e-6;
        return Math.max(one, other) + bulge >= box[axis] && Math.min(one, other) - bulge <= box[axis + 3];
    }

    private List<Capsules.Edge> edges() {
        List<Capsules.Edge> edges = new ArrayList<>();
        if (hasBuffer()) {
            for (int part = 0; part < chain.parts(); part++) {
                for (int v = chain.partStart(part) + 1; v < chain.partStart(part + 1); v++) {
                    edges.add(new Capsules.Edge(v - 1, v));
                }
            }
        }
        return edges;
    }

    private List<Capsules.Edge> thinned() {
        int stride = chain.size() / MOST_EDGES + 1;
        List<Capsules.Edge> edges = new ArrayList<>();
        for (int part = 0; part < chain.parts(); part++) {
            int last = chain.partStart(part + 1) - 1;
            for (int v = chain.partStart(part); v < last; v += stride) {
                edges.add(new Capsules.Edge(v, Math.min(last, v + stride)));
            }
        }
        return edges;
    }

    private boolean hasBuffer() {
        return footprint.buffer() > (chain.kind() == Chain.Kind.AREA ? UNSEEN : 0);
    }

    private Geometry figure(List<Capsules.Edge> edges) {
        Capsules capsules = new Capsules(chain, footprint.buffer() / 100.0, plane);
        return switch (chain.kind()) {
            case POINT -> hasBuffer() ? capsules.disc(0) : FACTORY.createPoint(plane.of(chain.unit(0)));
            case LINE -> hasBuffer() ? capsules.about(edges) : FACTORY.createLineString(part(0));
            case AREA -> edges.isEmpty() ? area() : united(area(), capsules.about(edges));
        };
    }

    private static Geometry united(Geometry area, Geometry rim) {
        return OverlayNGRobust.union(List.of(area, rim));
    }

    private Geometry area() {
        Polygon[] polygons = new Polygon[chain.polygons()];
        for (int p = 0; p < polygons.length; p++) {
            int shell = chain.polygonStart(p);
            List<LinearRing> holes = new ArrayList<>();
            for (int hole = shell + 1; hole < chain.polygonStart(p + 1); hole++) {
                holes.add(FACTORY.createLinearRing(part(hole)));
            }
            polygons[p] =
                    FACTORY.createPolygon(FACTORY.createLinearRing(part(shell)), holes.toArray(LinearRing[]::new));
        }
        return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
    }

    private Coordinate[] part(int part) {
        int first = chain.partStart(part);
        Coordinate[] coordinates = new Coordinate[chain.partStart(part + 1) - first];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = plane.of(chain.unit(first + i));
        }
        return coordinates;
    }
}
