package org.parley.space.footprint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.space.Limits;
import org.parley.space.geodesy.Arc;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/**
 * Finds where the rings of a polygon cross themselves or each other, in n log n for rings that do not run along
 * themselves. Touching is no crossing, nor is a crossing through an entered vertex (both lobes are inside), nor what the
 * quantising of cut points did.
 */
final class RingCheck {
    /** The square of a chord of 0.06 mm. */
    private static final double COINCIDENT2 = 1e-22;

    /** What a pair that touches costs beside one that does not; edges that run along each other touch. */
    private static final int TOUCHING = 30;

    /** Up to so many pieces of both edges are looked at again, which costs less than to remember them. */
    private static final int FEW_PIECES = 8;

    private final Chain chain;
    private final int[] origins;
    private final Edges edges;
    private final int[] polygons;
    private final int[] firsts;
    private final int[] lasts;
    private final Map<Long, Boolean> judged = new HashMap<>();
    private long pairsLeft;

    RingCheck(Chain chain, int[] origins, Edges edges) {
        this.chain = chain;
        this.origins = origins;
        this.edges = edges;
        this.polygons = new int[chain.size()];
        for (int polygon = 0; polygon < chain.polygons(); polygon++) {
            int from = chain.partStart(chain.polygonStart(polygon));
            Arrays.fill(polygons, from, chain.partStart(chain.polygonStart(polygon + 1)), polygon);
        }
        this.firsts = new int[chain.size()];
        this.lasts = new int[chain.size()];
        for (int v = 1; v < chain.size(); v++) {
            boolean goesOn = origins[v] == origins[v - 1] && !chain.balls().begins(v - 1);
            firsts[v] = chain.balls().begins(v) ? v : goesOn ? firsts[v - 1] : v - 1;
        }
        for (int v = chain.size() - 1; v >= 0; v--) {
            lasts[v] = v + 1 < chain.size() && origins[v + 1] == origins[v] ? lasts[v + 1] : v;
        }
        this.pairsLeft = Limits.EDGE_PAIRS + Limits.EDGE_PAIRS_EACH * chain.size();
    }

    private boolean afford(long pairs) {
        pairsLeft -= pairs;
        return !tangled();
    }

    /** Two entered edges that cross, and about where. */
    record Crossing(int oneEdge, int otherEdge, Place near) {}

    Optional<Crossing> firstCrossing() {
        return within(0);
    }

    /** Whether the search gave up: too many edges lie too near to too many others. */
    boolean tangled() {
        return pairsLeft < 0;
    }

    private Optional<Crossing> within(int node) {
        BallTree balls = chain.balls();
        if (tangled()) {
            return Optional.empty();
        }
        if (balls.isLeaf(node)) {
            return leaves(node, node);
        }
        return within(2 * node + 1).or(() -> within(2 * node + 2)).or(() -> between(2 * node + 1, 2 * node + 2));
    }

    private Optional<Crossing> between(int a, int b) {
        BallTree balls = chain.balls();
        if (tangled() || balls.leastChord(a, balls, b) > 0 || sideBySide(a, b)) {
            return Optional.empty();
        }
        if (balls.isLeaf(a)) {
            return leaves(a, b);
        }
        return between(2 * a + 1, 2 * b + 1)
                .or(() -> between(2 * a + 1, 2 * b + 2))
                .or(() -> between(2 * a + 2, 2 * b + 1))
                .or(() -> between(2 * a + 2, 2 * b + 2));
    }

    /** Whether two runs lie beside each other, seen along the first edge of one: thin teeth of a comb, say. */
    private boolean sideBySide(int a, int b) {
        BallTree balls = chain.balls();
        int vertices = balls.until(a) - balls.from(a) + balls.until(b) - balls.from(b);
        if (balls.until(a) <= balls.from(a) || !afford(vertices)) {
            return false;
        }
        Vec from = chain.unit(balls.from(a));
        Vec across = from.cross(chain.unit(balls.from(a) + 1).minus(from)).unit();
        double[] own = shadow(a, across);
        double[] other = shadow(b, across);
        return own[1] < other[0] || other[1] < own[0];
    }

    /** From where to where a run reaches along an axis. */
    private double[] shadow(int node, Vec axis) {
        BallTree balls = chain.balls();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double edge2 = 0;
        for (int v = balls.from(node); v <= balls.until(node); v++) {
            Vec unit = chain.unit(v);
            double at = unit.dot(axis);
            least = Math.min(least, at);
            greatest = Math.max(greatest, at);
            if (v > balls.from(node) && !balls.begins(v)) {
                Vec edge = unit.minus(chain.unit(v - 1));
                edge2 = Math.max(edge2, edge.dot(edge));
            }
        }
        // An arc bulges over its chord by an eighth of the chord's square.
        return new double[] {least - edge2 / 7, greatest + edge2 / 7};
    }

    private Optional<Crossing> leaves(int a, int b) {
        BallTree balls = chain.balls();
        if (!afford((balls.until(a) - balls.from(a)) * (long) (balls.until(b) - balls.from(b)))) {
            return Optional.empty();
        }
        for (int i = balls.from(a) + 1; i <= balls.until(a); i++) {
            for (int j = Math.max(a == b ? i + 1 : 0, balls.from(b) + 1); j <= balls.until(b); j++) {
                if (!balls.begins(i) && !balls.begins(j) && crosses(i, j)) {
                    return Optional.of(new Crossing(origins[i], origins[j], chain.place(i)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the edges that lead to vertices i and j cross, and the entered edges behind them do. */
    private boolean crosses(int i, int j) {
        double[] u = chain.units();
        return origins[i] != origins[j]
                && touch(u, 3 * (i - 1), 3 * i, 3 * (j - 1), 3 * j)
                && afford(TOUCHING)
                && polygons[i] == polygons[j]
                && (edges == Edges.PLANAR ? planarCross(i, j) : deep(i, j));
    }

    /** Cut points of two edges may coincide where they cross, so that no piece of either properly crosses the other's. */
    private static boolean touch(double[] u, int a, int b, int c, int d) {
        if (aside(u, a, b, c, d) || aside(u, c, d, a, b)) {
            return false;
        }
        return Arc.cross(u, a, b, u, c, d)
                || Arc.chord2(u, a, u, c, d) < COINCIDENT2
                || Arc.chord2(u, b, u, c, d) < COINCIDENT2
                || Arc.chord2(u, c, u, a, b) < COINCIDENT2
                || Arc.chord2(u, d, u, a, b) < COINCIDENT2;
    }

    /** Whether c and d, and so all between them, lie on one side of the great circle through a and b and not on it. */
    private static boolean aside(double[] u, int a, int b, int c, int d) {
        double sideOfC = Arc.side(u, a, b, u, c);
        double sideOfD = Arc.side(u, a, b, u, d);
        if (sideOfC * sideOfD <= 0) {
            return false;
        }
        double dx = u[b] - u[a];
        double dy = u[b + 1] - u[a + 1];
        double dz = u[b + 2] - u[a + 2];
        double least = Math.min(Math.abs(sideOfC), Math.abs(sideOfD));
        return least * least > COINCIDENT2 * (dx * dx + dy * dy + dz * dz);
    }

    /** Exact, in whole units of longitude and latitude; the second edge also a turn to the east and to the west. */
    private boolean planarCross(int i, int j) {
        Place a = chain.place(firsts[i]);
        Place b = chain.place(lasts[i]);
        Place c = chain.place(firsts[j]);
        Place d = chain.place(lasts[j]);
        long bx = Cutting.shortWay(a.lon(), b.lon());
        long by = (long) b.lat() - a.lat();
        long cy = (long) c.lat() - a.lat();
        long dy = (long) d.lat() - a.lat();
        long step = Cutting.shortWay(c.lon(), d.lon());
        for (int turn = -1; turn <= 1; turn++) {
            long cx = (long) c.lon() - a.lon() + turn * 360L * Place.DEGREE;
            long dx = cx + step;
            int sideOfC = compare(bx, cy, by, cx);
            int sideOfD = compare(bx, dy, by, dx);
            int sideOfA = compare(step, -cy, dy - cy, -cx);
            int sideOfB = compare(step, by - cy, dy - cy, bx - cx);
            if (sideOfC * sideOfD < 0 && sideOfA * sideOfB < 0) {
                return true;
            }
        }
        return false;
    }

    /** Compares p·q with r·s, in 128 bits. */
    private static int compare(long p, long q, long r, long s) {
        int high = Long.compare(Math.multiplyHigh(p, q), Math.multiplyHigh(r, s));
        return high != 0 ? high : Long.compareUnsigned(p * q, r * s);
    }

    /** Two long edges may touch in as many places as they have pieces: they are judged once. */
    private boolean deep(int i, int j) {
        int[] ends = {firsts[i], lasts[i], firsts[j], lasts[j]};
        int pieces = ends[1] - ends[0] + ends[3] - ends[2];
        if (pieces <= FEW_PIECES) {
            return deep(ends);
        }
        long pair = (long) Math.min(ends[0], ends[2]) << Integer.SIZE | Math.max(ends[0], ends[2]);
        Boolean before = judged.get(pair);
        boolean deep = before != null ? before : afford(4L * pieces) && deep(ends);
        judged.put(pair, deep);
        return deep;
    }

    private boolean deep(int[] ends) {
        double tolerance = Limits.CROSSING_TOLERANCE / Ellipsoid.GREATEST_RADIUS;
        return apart(ends[0], ends[2], ends[3], tolerance)
                && apart(ends[1], ends[2], ends[3], tolerance)
                && apart(ends[2], ends[0], ends[1], tolerance)
                && apart(ends[3], ends[0], ends[1], tolerance);
    }

    private boolean apart(int vertex, int from, int until, double tolerance) {
        double[] u = chain.units();
        for (int v = from + 1; v <= until; v++) {
            if (Arc.chord2(u, 3 * vertex, u, 3 * (v - 1), 3 * v) <= tolerance * tolerance) {
                return false;
            }
        }
        return true;
    }
}
