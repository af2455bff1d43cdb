package org.parley.space.line;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * How far the edges of a core reach on one side of a line. Pieces of edges are halved until none may reach farther than
 * what was found. Two bounds hold on a piece, and the lesser counts. The distance changes by no more than one moves. And
 * the line is no farther than any one of its edges, from which the distance along a geodesic bends down by at most tan(d/R)/R
 * at d metres: it exceeds the greater of its two ends by no more than that times an eighth of the square of the length.
 *
 * <p>A piece none of whose ends is on the side comes over only by crossing the line. Where it touches the line, as along a
 * shared border, crossing is the rounding's doing below {@link #SHORT}: what leaves and comes back within that is not seen.
 */
final class Reach {
    /** Metres. */
    private static final double TOLERANCE = 0.01;

    /** Metres. */
    private static final double SHORT = 100;

    /** The least radius of curvature of the ellipsoid, in metres: there equidistant lines bend the most. */
    private static final double LEAST_RADIUS = 6_335_000;

    /** A chord's way over the ellipsoid strays from the geodesic by 0.24 cm in 6 km: it bends by no more, in 1/m. */
    private static final double STRAYING = 1e-9;

    private final ControlLine line;
    private final Chain chain;
    private final ControlLine.Side side;
    private double best;

    Reach(ControlLine line, Chain chain, ControlLine.Side side) {
        this.line = line;
        this.chain = chain;
        this.side = side;
    }

    private record End(Vec at, double metres, boolean touches, boolean over) {}

    private record Piece(End from, End until, double bound) {
        /** Metres, rounded up. */
        double length() {
            return until.at.minus(from.at).length() * Ellipsoid.GREATEST_RADIUS;
        }
    }

    /** Metres; 0 when no point of the core is on this side. */
    double metres() {
        PriorityQueue<Piece> pieces =
                new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());
        End last = end(chain.unit(0));
        for (int v = 1; v < chain.size(); v++) {
            End next = end(chain.unit(v));
            if (!chain.balls().begins(v)) {
                pieces.add(piece(last, next));
            }
            last = next;
        }
        while (!pieces.isEmpty() && pieces.peek().bound > best + TOLERANCE) {
            Piece piece = pieces.remove();
            if (bent(piece) <= best + TOLERANCE) {
                continue;
            }
            End middle = end(piece.from.at.plus(piece.until.at).unit());
            pieces.add(piece(piece.from, middle));
            pieces.add(piece(middle, piece.until));
        }
        return best;
    }

    private End end(Vec at) {
        double metres = line.metres(at);
        boolean touches = metres <= ControlLine.TOUCHING;
        boolean over = !touches && line.side(at) == side;
        if (over) {
            best = Math.max(best, metres);
        }
        return new End(at, metres, touches, over);
    }

    private Piece piece(End from, End until) {
        double length = until.at.minus(from.at).length() * Ellipsoid.GREATEST_RADIUS;
        return new Piece(from, until, bound(from, until, length));
    }

    /** The second bound. */
    private double bent(Piece piece) {
        double length = piece.length();
        double farthest = Math.max(piece.from.metres, piece.until.metres) + length / 2;
        double bend = StrictMath.tan(farthest / LEAST_RADIUS) / LEAST_RADIUS + STRAYING;
        int edge = line.nearestEdge(piece.from.at);
        double ends = Math.max(line.metres(piece.from.at, edge), line.metres(piece.until.at, edge));
        return ends + bend * length * length / 8;
    }

    private double bound(End from, End until, double length) {
        if (from.over || until.over) {
            return (from.metres + until.metres + length) / 2;
        }
        boolean touches = from.touches || until.touches;
        boolean crosses = !(touches && length < SHORT) && line.crossedBy(from.at, until.at);
        return crosses ? length / 2 : 0;
    }
}
