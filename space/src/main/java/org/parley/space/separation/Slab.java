package org.parley.space.separation;

import org.parley.space.footprint.BallTree;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;

/**
 * A second bound for runs of edges that lie far apart for their size: project both on the straight line between their
 * middles, on the ellipsoid in space. What lies between the projections is less than any chord, and a chord less than
 * the geodesic. Where long chains keep nearly the same distance, the sphere's strip of 0.67 % would leave every pair of
 * their edges to be measured; this leaves those that matter.
 */
final class Slab {
    /** The projection pays where the runs are apart by more than this many times their size. */
    private static final double FAR_FOR_THEIR_SIZE = 4;

    private static final double Z_SCALE = 1 - Ellipsoid.E2;

    private Slab() {}

    /**
     * Whether no geodesic between the runs of two nodes is as short as {@code limit} metres, so far as this bound knows.
     *
     * @param leastChord between the balls of both nodes, which the caller knows already
     * @param radius the greatest radius of curvature on the way, in metres
     */
    static boolean apart(Chain a, int nodeA, Chain b, int nodeB, double leastChord, double limit, double radius) {
        BallTree ballsA = a.balls();
        BallTree ballsB = b.balls();
        double size = ballsA.radius(nodeA) + ballsB.radius(nodeB);
        if (leastChord < FAR_FOR_THEIR_SIZE * size) {
            return false;
        }
        double[] from = onEllipsoid(a.units(), ballsA.from(nodeA));
        double[] to = onEllipsoid(b.units(), ballsB.from(nodeB));
        double x = to[0] - from[0];
        double y = to[1] - from[1];
        double z = to[2] - from[2];
        double length = Math.sqrt(x * x + y * y + z * z);
        double[] axis = {x / length, y / length, z / length};
        double chord = least(b, nodeB, axis) + least(a, nodeA, new double[] {-axis[0], -axis[1], -axis[2]});
        // A geodesic bends at least as a circle of that radius does, and its twist lengthens the chord by less than
        // a ten-thousandth of what the bend shortens it.
        double bend = 0.9999 * chord * chord / (24 * radius * radius);
        return chord > 0 && chord * (1 + bend) > limit;
    }

    /** The least projection of a run on an axis, in metres, its edges bulging over their chords. */
    private static double least(Chain chain, int node, double[] axis) {
        double[] units = chain.units();
        BallTree balls = chain.balls();
        double least = Double.POSITIVE_INFINITY;
        double edge2 = 0;
        for (int v = balls.from(node); v <= balls.until(node); v++) {
            double[] p = onEllipsoid(units, v);
            least = Math.min(least, p[0] * axis[0] + p[1] * axis[1] + p[2] * axis[2]);
            if (v > balls.from(node) && !balls.begins(v)) {
                edge2 = Math.max(edge2, square(units, v));
            }
        }
        return least - edge2 / 7 * Ellipsoid.GREATEST_RADIUS;
    }

    private static double square(double[] units, int v) {
        double dx = units[3 * v] - units[3 * v - 3];
        double dy = units[3 * v + 1] - units[3 * v - 2];
        double dz = units[3 * v + 2] - units[3 * v - 1];
        return dx * dx + dy * dy + dz * dz;
    }

    /** The point of the ellipsoid with this geodetic latitude and longitude, in metres from the middle of the earth. */
    private static double[] onEllipsoid(double[] units, int v) {
        double n = Ellipsoid.normalRadius(units[3 * v + 2]);
        return new double[] {n * units[3 * v], n * units[3 * v + 1], n * Z_SCALE * units[3 * v + 2]};
    }
}
