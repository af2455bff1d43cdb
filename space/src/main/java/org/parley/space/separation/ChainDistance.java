package org.parley.space.separation;

import org.parley.space.footprint.BallTree;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Arc;
import org.parley.space.geodesy.ArcFoot;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * The distance between the edges of two chains, on the ellipsoid.
 *
 * <p>On a surface of positive curvature two edges that do not cross are nearest at an end of one of them, so that
 * everything is points against arcs. Each is first decided on the unit sphere: a chord above {@code far} proves the
 * distance above the limit, one up to {@code near} proves it below ({@link Ellipsoid}). Only what lies between, a strip
 * of at most 0.67 %, is measured on the ellipsoid. The arcs stand for the stored geodesics to 0.24 cm each, the foot is
 * found to 0.001 cm: under 0.5 cm in all, and {@code Limits.ERROR_BAND} is 1 cm.
 */
final class ChainDistance {
    /** Measuring does not look for what is nearer by less than this, in metres. */
    private static final double MEASURED_TO = 5e-4;

    private final Chain a;
    private final Chain b;
    private double limit;
    private double near;
    private double far;
    private Vec onA = new Vec(0, 0, 0);
    private Vec onB = new Vec(0, 0, 0);
    private boolean measuring;

    private ChainDistance(Chain a, Chain b, double limit) {
        this.a = a;
        this.b = b;
        limitTo(limit);
    }

    /** Whether the edges come nearer to each other than {@code limit} metres. */
    static boolean below(Chain a, Chain b, double limit) {
        return new ChainDistance(a, b, limit).search(0, 0);
    }

    /**
     * The least distance between the edges of two chains and where it is.
     *
     * @param metres {@link Double#POSITIVE_INFINITY} when it is above the limit
     */
    record Nearest(double metres, Vec onA, Vec onB) {}

    /** The least distance, where it is below {@code limit} metres; at most 11,000 km. */
    static Nearest measure(Chain a, Chain b, double limit) {
        ChainDistance distance = new ChainDistance(a, b, limit);
        distance.measuring = true;
        distance.near = -1;
        boolean crossing = distance.search(0, 0);
        boolean found = crossing || distance.limit < limit;
        double metres = crossing ? 0 : found ? distance.limit : Double.POSITIVE_INFINITY;
        return new Nearest(metres, distance.onA, distance.onB);
    }

    /**
     * The way of a geodesic shorter than the limit stays within the limit of both chains, that of the great circle too:
     * the latitudes on it are those of the chains and a little more.
     */
    private void limitTo(double metres) {
        limit = metres;
        double slack = metres / Ellipsoid.LEAST_RADIUS;
        double least = Math.max(0, Math.min(a.leastSin(), b.leastSin()) - slack);
        double greatest = Math.min(1, Math.max(a.greatestSin(), b.greatestSin()) + slack);
        far = metres / Ellipsoid.meridionalRadius(least) * (1 + 1e-12) + 1e-15;
        double angle = metres / Ellipsoid.normalRadius(greatest);
        near = (angle - angle * angle * angle / 24) * (1 - 1e-12) - 1e-15;
    }

    private boolean search(int nodeA, int nodeB) {
        BallTree ballsA = a.balls();
        BallTree ballsB = b.balls();
        double chord = ballsA.leastChord(nodeA, ballsB, nodeB);
        if (chord > far) {
            return false;
        }
        if (FarRuns.apart(a, nodeA, b, nodeB, chord, measuring ? limit - MEASURED_TO : limit)) {
            return false;
        }
        if (ballsA.isLeaf(nodeA) && ballsB.isLeaf(nodeB)) {
            return leaves(nodeA, nodeB);
        }
        boolean splitA =
                !ballsA.isLeaf(nodeA) && (ballsB.isLeaf(nodeB) || ballsA.radius(nodeA) >= ballsB.radius(nodeB));
        int firstA = splitA ? 2 * nodeA + 1 : nodeA;
        int firstB = splitA ? nodeB : 2 * nodeB + 1;
        int secondA = splitA ? 2 * nodeA + 2 : nodeA;
        int secondB = splitA ? nodeB : 2 * nodeB + 2;
        boolean secondIsNearer =
                measuring && ballsA.leastChord(secondA, ballsB, secondB) < ballsA.leastChord(firstA, ballsB, firstB);
        return secondIsNearer
                ? search(secondA, secondB) || search(firstA, firstB)
                : search(firstA, firstB) || search(secondA, secondB);
    }

    private boolean leaves(int nodeA, int nodeB) {
        BallTree ballsA = a.balls();
        BallTree ballsB = b.balls();
        int untilA = ballsA.until(nodeA);
        int untilB = ballsB.until(nodeB);
        for (int i = firstEdge(a, ballsA.from(nodeA)); i <= untilA; i++) {
            if (i > 0 && ballsA.begins(i)) {
                continue;
            }
            for (int j = firstEdge(b, ballsB.from(nodeB)); j <= untilB; j++) {
                if ((j == 0 || !ballsB.begins(j)) && edges(i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Edges are known by the vertex that they lead to; a point is an edge from itself to itself. */
    private static int firstEdge(Chain chain, int from) {
        return chain.size() == 1 ? 0 : from + 1;
    }

    private boolean edges(int i, int j) {
        double[] ua = a.units();
        double[] ub = b.units();
        int a0 = Math.max(0, 3 * (i - 1));
        int b0 = Math.max(0, 3 * (j - 1));
        int a1 = 3 * i;
        int b1 = 3 * j;
        if (Arc.cross(ua, a0, a1, ub, b0, b1)) {
            if (measuring) {
                onA = crossing(ua, a0, a1, ub, b0, b1);
                onB = onA;
            }
            return true;
        }
        return point(ua, a0, ub, b0, b1, true)
                || point(ua, a1, ub, b0, b1, true)
                || point(ub, b0, ua, a0, a1, false)
                || point(ub, b1, ua, a0, a1, false);
    }

    private static Vec vec(double[] units, int at) {
        return new Vec(units[at], units[at + 1], units[at + 2]);
    }

    private static Vec crossing(double[] ua, int a0, int a1, double[] ub, int b0, int b1) {
        Vec start = vec(ua, a0);
        Vec along = vec(ua, a1).minus(start);
        double from = Arc.side(ub, b0, b1, ua, a0);
        double until = Arc.side(ub, b0, b1, ua, a1);
        return start.plus(along.times(from / (from - until))).unit();
    }

    /** Decides one point against one arc, or narrows the limit to their distance when measuring. */
    private boolean point(double[] points, int p, double[] arcs, int from, int to, boolean ofA) {
        double chord2 = Arc.chord2(points, p, arcs, from, to);
        if (chord2 > far * far) {
            return false;
        }
        if (near > 0 && chord2 <= near * near) {
            return true;
        }
        Vec at = vec(points, p);
        ArcFoot nearest = ArcFoot.of(at, vec(arcs, from), vec(arcs, to));
        if (!(nearest.metres() < limit)) {
            return false;
        }
        if (!measuring) {
            return true;
        }
        onA = ofA ? at : nearest.foot();
        onB = ofA ? nearest.foot() : at;
        limitTo(nearest.metres());
        near = -1;
        return nearest.metres() == 0;
    }
}
