package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Vec;

/**
 * What lies within a buffer of edges: about each edge the convex hull of a circle at either end, all united. Circles and
 * sides are made of geodesic offsets; between those points the outline is straight and so lies inside the true one.
 */
final class Capsules {
    /** An edge by its two vertices. */
    record Edge(int from, int until) {}

    private static final int CIRCLE = 64;
    private static final int COARSE_CIRCLE = 16;

    /** With more edges than this, the rounding at each vertex is coarser: they are many and short. */
    private static final int MANY = 100;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Chain chain;
    private final double metres;
    private final Plane plane;

    Capsules(Chain chain, double metres, Plane plane) {
        this.chain = chain;
        this.metres = metres;
        this.plane = plane;
    }

    Geometry about(List<Edge> edges) {
        if (edges.isEmpty()) {
            return FACTORY.createPolygon();
        }
        int corners = edges.size() > MANY ? COARSE_CIRCLE : CIRCLE;
        List<Geometry> capsules = new ArrayList<>(edges.size());
        int known = -1;
        List<Coordinate> circle = List.of();
        for (Edge edge : edges) {
            List<Coordinate> first = edge.from() == known ? circle : circle(edge.from(), corners);
            circle = circle(edge.until(), corners);
            known = edge.until();
            List<Coordinate> all = new ArrayList<>(first);
            all.addAll(circle);
            sides(edge, all);
            capsules.add(new ConvexHull(all.toArray(Coordinate[]::new), FACTORY).getConvexHull());
        }
        return OverlayNGRobust.union(capsules);
    }

    /** The circle about one vertex, as a polygon. */
    Geometry disc(int vertex) {
        Coordinate[] circle = circle(vertex, CIRCLE).toArray(Coordinate[]::new);
        return new ConvexHull(circle, FACTORY).getConvexHull();
    }

    private List<Coordinate> circle(int vertex, int corners) {
        Vec middle = chain.unit(vertex);
        List<Coordinate> circle = new ArrayList<>(corners);
        for (int i = 0; i < corners; i++) {
            circle.add(offset(middle, 2 * StrictMath.PI * i / corners));
        }
        return circle;
    }

    /** The four corners square to the edge, so that a corridor is as wide as it says whatever the circle's corners. */
    private void sides(Edge edge, List<Coordinate> into) {
        side(chain.unit(edge.from()), chain.unit(edge.until()), into);
        side(chain.unit(edge.until()), chain.unit(edge.from()), into);
    }

    private void side(Vec at, Vec other, List<Coordinate> into) {
        double azimuth = Geodesic.inverse(at.phi(), at.lambda(), other.phi(), other.lambda())
                .azimuth();
        into.add(offset(at, azimuth + StrictMath.PI / 2));
        into.add(offset(at, azimuth - StrictMath.PI / 2));
    }

    private Coordinate offset(Vec from, double azimuth) {
        double[] place = Geodesic.direct(from.phi(), from.lambda(), azimuth, metres);
        double cos = StrictMath.cos(place[0]);
        return plane.of(
                new Vec(cos * StrictMath.cos(place[1]), cos * StrictMath.sin(place[1]), StrictMath.sin(place[0])));
    }
}
