package org.parley.space.line;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * How far a core reaches on one side of a line: the greatest distance of its edges there, for an area's farthest point
 * is on its rings. The distance changes by no more than one moves, which bounds it on every piece of an edge; pieces are
 * halved until the best bound is met.
 */
final class Reach {
    /** Metres. */
    private static final double TOLERANCE = 0.01;

    private final ControlLine line;
    private final Chain chain;
    private final ControlLine.Side side;
    private double best = -1;

    Reach(ControlLine line, Chain chain, ControlLine.Side side) {
        this.line = line;
        this.chain = chain;
        this.side = side;
    }

    private record Piece(Vec from, Vec until, double bound) {}

    /** Metres; −1 when no point of the core is on this side. */
    double metres() {
        PriorityQueue<Piece> pieces =
                new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());
        for (int v = 0; v < chain.size(); v++) {
            if (v > 0 && !chain.balls().begins(v)) {
                pieces.add(piece(chain.unit(v - 1), chain.unit(v)));
            } else {
                consider(chain.unit(v), line.metres(chain.unit(v)));
            }
        }
        while (!pieces.isEmpty() && pieces.peek().bound > Math.max(0, best) + TOLERANCE) {
            Piece piece = pieces.remove();
            Vec middle = piece.from.plus(piece.until).unit();
            pieces.add(piece(piece.from, middle));
            pieces.add(piece(middle, piece.until));
        }
        return best;
    }

    private Piece piece(Vec from, Vec until) {
        double atFrom = line.metres(from);
        double atUntil = line.metres(until);
        consider(from, atFrom);
        consider(until, atUntil);
        double length = until.minus(from).length() * Ellipsoid.GREATEST_RADIUS;
        boolean elsewhere = line.side(from) != side && line.side(until) != side;
        // A piece whose ends both lie on the other side comes over only by crossing, and then no farther than half of
        // it.
        double over = line.crossedBy(from, until) ? length / 2 : -1;
        return new Piece(from, until, elsewhere ? over : (atFrom + atUntil + length) / 2);
    }

    private void consider(Vec point, double metres) {
        if (line.side(point) == side) {
            best = Math.max(best, metres);
        }
    }
}
