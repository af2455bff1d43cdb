package org.parley.space.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Vec;

/**
 * What lies within a buffer of edges: about each edge half a circle at either end and the two sides between, all united. The
 * corners of circles about one vertex are the same whatever the edge, so that neighbours fit; between corners the outline is
 * straight and so lies inside the true one.
 */
final class Capsules {
    /** An edge by its two vertices. */
    record Edge(int from, int until) {}

    private static final int CIRCLE = 64;
    private static final int COARSE_CIRCLE = 16;

    /** With more edges than this, the rounding at each vertex is coarser: they are many and short. */
    private static final int MANY = 100;

    /** A corner this part of a step from a side is that side. */
    private static final double APART = 1e-3;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final double[] SIN = table(StrictMath::sin);
    private static final double[] COS = table(StrictMath::cos);

    private final Chain chain;
    private final double metres;
    private final Plane plane;

    Capsules(Chain chain, double metres, Plane plane) {
        this.chain = chain;
        this.metres = metres;
        this.plane = plane;
    }

    private static double[] table(DoubleUnaryOperator function) {
        return IntStream.range(0, CIRCLE)
                .mapToDouble(i -> function.applyAsDouble(2 * StrictMath.PI * i / CIRCLE))
                .toArray();
    }

    Geometry about(List<Edge> edges) {
        if (edges.isEmpty()) {
            return FACTORY.createPolygon();
        }
        int stride = edges.size() > MANY ? CIRCLE / COARSE_CIRCLE : 1;
        return OverlayNGRobust.union(
                edges.stream().map(edge -> capsule(edge, stride)).toList());
    }

    private Geometry capsule(Edge edge, int stride) {
        List<Coordinate> ring = new ArrayList<>(CIRCLE + 5);
        cap(chain.unit(edge.until()), chain.unit(edge.from()), stride, ring);
        cap(chain.unit(edge.from()), chain.unit(edge.until()), stride, ring);
        return closed(ring);
    }

    /** The circle about one vertex, as a polygon. */
    Geometry disc(int vertex) {
        Surroundings about = new Surroundings(chain.unit(vertex));
        List<Coordinate> ring = new ArrayList<>(CIRCLE + 1);
        for (int i = 0; i < CIRCLE; i++) {
            ring.add(corner(about, i));
        }
        return closed(ring);
    }

    /**
     * Half the circle about an end of an edge, the half that looks away from the other end, clockwise: from the side of the
     * edge, which is as far out as the corridor is wide whatever the circle's corners, to its other side.
     */
    private void cap(Vec end, Vec other, int stride, List<Coordinate> into) {
        Surroundings about = new Surroundings(end);
        double first = about.azimuth(other) + StrictMath.PI / 2;
        double step = 2 * StrictMath.PI * stride / CIRCLE;
        into.add(offset(about, first));
        int from = (int) Math.ceil(first / step + APART);
        int until = (int) Math.floor((first + StrictMath.PI) / step - APART);
        for (int i = from; i <= until; i++) {
            into.add(corner(about, Math.floorMod(i * stride, CIRCLE)));
        }
        into.add(offset(about, first + StrictMath.PI));
    }

    private Coordinate corner(Surroundings about, int i) {
        return plane.of(about.at(metres * SIN[i], metres * COS[i]));
    }

    private Coordinate offset(Surroundings about, double azimuth) {
        return plane.of(about.at(metres * StrictMath.sin(azimuth), metres * StrictMath.cos(azimuth)));
    }

    private static Geometry closed(List<Coordinate> ring) {
        ring.add(ring.getFirst().copy());
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
