package org.parley.space.line;

import java.util.List;
import org.parley.space.Entered;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Arc;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;
import org.parley.space.separation.ExactTest;

/**
 * A line on the ground with two sides, left and right of the way in which it is written. Beyond its ends it is thought
 * to go on straight.
 *
 * <p>Which side a point is on is decided at the nearest edge; where that is a bend, by the sum of both edges' normals.
 */
public final class ControlLine {
    /** A side of the line, seen along it. */
    public enum Side {
        LEFT,
        RIGHT;

        public Side other() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    private final Footprint line;

    private ControlLine(Footprint line) {
        this.line = line;
    }

    /** A line through positions in degrees: {lon, lat, lon, lat, …}. */
    public static Entered<ControlLine> through(double[] positions, Edges edges) {
        return switch (FootprintEntry.corridor(positions, 1, edges)) {
            case Entered.Accepted<Footprint> accepted ->
                accepted.value().chain().kind() == Chain.Kind.LINE
                        ? new Entered.Accepted<>(
                                new ControlLine(accepted.value().withBuffer(0)), accepted.warnings())
                        : Entered.refused("coordinates", List.of(), "a line has two different places", "add one");
            case Entered.Refused<Footprint> refused -> new Entered.Refused<>(refused.problems());
        };
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

    /** How a footprint lies to this line; its buffer counts, to 1 cm and 0.01 % of the distance. */
    public Relation relation(Footprint footprint) {
        double buffer = footprint.buffer() / 100.0;
        double coreLeft = new Reach(this, footprint.chain(), Side.LEFT).metres();
        double coreRight = new Reach(this, footprint.chain(), Side.RIGHT).metres();
        double nearest = ExactTest.measure(line, footprint.withBuffer(0))
                .map(ExactTest.Horizontal::metres)
                .orElse(Double.POSITIVE_INFINITY);
        double left = coreLeft >= 0 ? coreLeft + buffer : Math.max(0, buffer - nearest);
        double right = coreRight >= 0 ? coreRight + buffer : Math.max(0, buffer - nearest);
        return new Relation(left, right, Math.max(0, nearest - buffer));
    }

    /** The side of a direction; on the line itself either. */
    Side side(Vec point) {
        double[] units = line.chain().units();
        double[] p = {point.x(), point.y(), point.z()};
        int nearest = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int v = 1; v < line.chain().size(); v++) {
            double chord2 = Arc.chord2(p, 0, units, 3 * (v - 1), 3 * v);
            if (chord2 < least) {
                least = chord2;
                nearest = v;
            }
        }
        return sideAt(nearest, p, point) > 0 ? Side.LEFT : Side.RIGHT;
    }

    /** Positive to the left of the edge that leads to a vertex, or of the bend at its end if that is nearest. */
    private double sideAt(int vertex, double[] p, Vec point) {
        double[] units = line.chain().units();
        Vec own = normal(vertex);
        Vec along = line.chain().unit(vertex).minus(line.chain().unit(vertex - 1));
        boolean pastEnd = point.minus(line.chain().unit(vertex)).dot(along) > 0;
        boolean beforeStart = point.minus(line.chain().unit(vertex - 1)).dot(along) < 0;
        if (pastEnd && vertex + 1 < line.chain().size()) {
            return own.plus(normal(vertex + 1)).dot(point.minus(line.chain().unit(vertex)));
        }
        if (beforeStart && vertex > 1) {
            return own.plus(normal(vertex - 1)).dot(point.minus(line.chain().unit(vertex - 1)));
        }
        return Arc.side(units, 3 * (vertex - 1), 3 * vertex, p, 0);
    }

    private Vec normal(int vertex) {
        Vec from = line.chain().unit(vertex - 1);
        return from.cross(line.chain().unit(vertex).minus(from)).unit();
    }

    /** Metres from a direction to the line, at most a hundredth of a per cent off. */
    double metres(Vec point) {
        return ExactTest.measure(line, Footprint.at(point.place()))
                .map(ExactTest.Horizontal::metres)
                .orElse(Ellipsoid.A);
    }
}
