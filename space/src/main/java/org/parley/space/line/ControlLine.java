package org.parley.space.line;

import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Arc;
import org.parley.space.geodesy.ArcFoot;
import org.parley.space.geodesy.Vec;
import org.parley.space.separation.ExactTest;

/**
 * A line on the ground with two sides, left and right of the way in which it is written. Beyond its ends it goes on
 * straight for {@code Limits.LINE_GOES_ON}; sides, distances and reaches are those to the line so prolonged.
 *
 * <p>Which side a point is on is decided at the nearest edge; where that is a bend, by the sum of both edges' normals.
 */
public final class ControlLine {
    /** Quantising moves a point by up to 0.8 cm: nearer than this in metres to the line, nothing is on its other side. */
    static final double TOUCHING = 0.02;

    /** A side of the line, seen along it. */
    public enum Side {
        LEFT,
        RIGHT;

        public Side other() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    private final Footprint line;
    private final Footprint prolonged;

    private ControlLine(Footprint line) {
        this.line = line;
        this.prolonged = line.prolonged(Limits.LINE_GOES_ON);
    }

    /** A line through positions in degrees: {lon, lat, lon, lat, …}. */
    public static Entered<ControlLine> through(double[] positions, Edges edges) {
        return switch (FootprintEntry.corridor(positions, 1, edges)) {
            case Entered.Accepted<Footprint> accepted ->
                fits(accepted.value().chain())
                        ? new Entered.Accepted<>(
                                new ControlLine(accepted.value().withBuffer(0)), accepted.warnings())
                        : Entered.refused(
                                "coordinates",
                                accepted.value().chain().size() + " stored places",
                                "a control line has 2 to " + Limits.LINE_VERTICES,
                                "simplify it");
            case Entered.Refused<Footprint> refused -> new Entered.Refused<>(refused.problems());
        };
    }

    private static boolean fits(Chain chain) {
        return chain.kind() == Chain.Kind.LINE && chain.size() <= Limits.LINE_VERTICES;
    }

    /** The line as it is stored, without extent. */
    public Footprint footprint() {
        return line;
    }

    /**
     * How a footprint lies to the line, in metres along geodesics.
     *
     * @param left how far it reaches on the left: the greatest distance from the line of any of its points there; 0 when
     *     none is
     * @param right the same on the right
     * @param nearest how far its nearest point is from the line; 0 when it touches or crosses
     */
    public record Relation(double left, double right, double nearest) {
        /** Whether the footprint has points on both sides. */
        public boolean crosses() {
            return left > 0 && right > 0;
        }

        /** How far the footprint reaches on a side, in metres; 0 when it does not. */
        public double reach(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /**
     * How a footprint lies to this line; its buffer counts. To 2 cm: what only touches does not cross.
     *
     * <p>The reach of an area is that of its farthest edge, which is its farthest point unless the line bends round it;
     * a buffer is taken to reach on straight.
     */
    public Relation relation(Footprint footprint) {
        double buffer = footprint.buffer() / 100.0;
        double nearest = ExactTest.measure(prolonged, footprint.withBuffer(0))
                .map(ExactTest.Horizontal::metres)
                .orElse(ExactTest.MEASURED);
        return new Relation(
                reach(footprint.chain(), Side.LEFT, nearest, buffer),
                reach(footprint.chain(), Side.RIGHT, nearest, buffer),
                Math.max(0, nearest - buffer));
    }

    private double reach(Chain core, Side side, double nearest, double buffer) {
        double metres = new Reach(this, core, side).metres();
        return metres > 0 ? metres + buffer : Math.max(0, buffer - nearest);
    }

    /** Whether an arc properly crosses the line. */
    boolean crossedBy(Vec from, Vec until) {
        double[] arc = {from.x(), from.y(), from.z(), until.x(), until.y(), until.z()};
        double[] units = prolonged.chain().units();
        for (int v = 3; v < units.length; v += 3) {
            if (Arc.cross(arc, 0, 3, units, v - 3, v)) {
                return true;
            }
        }
        return false;
    }

    /** The side of a direction; on the line itself either. */
    Side side(Vec point) {
        double[] p = {point.x(), point.y(), point.z()};
        return sideAt(nearestEdge(point), p, point) > 0 ? Side.LEFT : Side.RIGHT;
    }

    /** The edge nearest to a direction on the sphere, known by the vertex that it leads to. */
    int nearestEdge(Vec point) {
        double[] units = prolonged.chain().units();
        double[] p = {point.x(), point.y(), point.z()};
        int nearest = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int v = 1; v < prolonged.chain().size(); v++) {
            double chord2 = Arc.chord2(p, 0, units, 3 * (v - 1), 3 * v);
            if (chord2 < least) {
                least = chord2;
                nearest = v;
            }
        }
        return nearest;
    }

    /** Positive to the left of the edge that leads to a vertex, or of the bend at its end if that is nearest. */
    private double sideAt(int vertex, double[] p, Vec point) {
        double[] units = prolonged.chain().units();
        Vec own = normal(vertex);
        Vec along = prolonged.chain().unit(vertex).minus(prolonged.chain().unit(vertex - 1));
        boolean pastEnd = point.minus(prolonged.chain().unit(vertex)).dot(along) > 0;
        boolean beforeStart = point.minus(prolonged.chain().unit(vertex - 1)).dot(along) < 0;
        if (pastEnd && vertex + 1 < prolonged.chain().size()) {
            return own.plus(normal(vertex + 1))
                    .dot(point.minus(prolonged.chain().unit(vertex)));
        }
        if (beforeStart && vertex > 1) {
            return own.plus(normal(vertex - 1))
                    .dot(point.minus(prolonged.chain().unit(vertex - 1)));
        }
        return Arc.side(units, 3 * (vertex - 1), 3 * vertex, p, 0);
    }

    private Vec normal(int vertex) {
        Vec from = prolonged.chain().unit(vertex - 1);
        return from.cross(prolonged.chain().unit(vertex).minus(from)).unit();
    }

    /** Metres from a direction to the line, at most a hundredth of a per cent off. */
    double metres(Vec point) {
        return ExactTest.measure(prolonged, Footprint.at(point.place()))
                .map(ExactTest.Horizontal::metres)
                .orElse(ExactTest.MEASURED);
    }

    /** Metres from a direction to one edge of the line. */
    double metres(Vec point, int edge) {
        return ArcFoot.of(
                        point,
                        prolonged.chain().unit(edge - 1),
                        prolonged.chain().unit(edge))
                .metres();
    }
}
