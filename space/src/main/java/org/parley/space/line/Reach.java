package org.parley.space.line;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * How far the edges of a core reach on one side of a line. Pieces of edges are halved until none may reach farther than
 * what was found. Two bounds hold on a piece, and the lesser counts. The distance changes by no more than one moves. And
 * the line is no farther than any one of its edges, from which a stored edge of 6 km at d metres is at most 0.5 cm and
 * two ten-millionths of d farther than the farther of its ends: there a straight way bends towards the other by tan(d / R) / R.
 *
 * <p>A piece none of whose ends is on the side comes over only by crossing the line. Where it touches the line, as along a
 * shared border, crossing is the rounding's doing below {@link #SHORT}: what leaves and comes back within that is not seen.
 */
final class Reach {
    /** Metres. */
    private static final double TOLERANCE = 0.01;

    /** Metres. */
    private static final double SHORT = 100;

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

    private record Piece(End from, End until, double bound) {}

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
            if (farthestEnd(piece) <= best + TOLERANCE) {
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

    /** Metres from the farther end to the edge of the line that is nearest to one of them. */
    private double farthestEnd(Piece piece) {
        int edge = line.nearestEdge(piece.from.at);
        return Math.max(line.metres(piece.from.at, edge), line.metres(piece.until.at, edge));
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
