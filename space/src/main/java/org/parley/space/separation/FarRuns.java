package org.parley.space.separation;

import org.parley.space.footprint.BallTree;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Geodesic;

/**
 * A second bound for runs of edges that lie far apart for their size: one geodesic of length D between a vertex of each,
 * and its direction at both ends. In the plane, distance is convex, so that no two points of the runs are nearer than D
 * less what each run reaches along that direction towards the other. On the ellipsoid geodesics that start side by side
 * draw together: displacements of r in all shorten one by r²·tan(D/2R)/4R at the most; four times that is allowed for,
 * which holds what is of third order too (r ≤ D/2).
 *
 * <p>Where long chains keep nearly the same distance, the sphere's strip of 0.67 % would leave every pair of their edges
 * to be measured. This bound knows the distance of short runs to millimetres, so that only those pairs are
 * left that decide.
 */
final class FarRuns {
    /** The bound pays, and is proven, where the runs are apart by more than this many times their size. */
    private static final double FAR_FOR_THEIR_SIZE = 4;

    /** As a chord on the unit sphere: what lies in runs up to here is within reach of the inverse problem. */
    private static final double FARTHEST = 1;

    /** What Vincenty's series and the rounding of projections may be wrong by together, in metres. */
    private static final double ROUNDING = 2e-4;

    private static final double Z_SCALE = 1 - Ellipsoid.E2;

    private FarRuns() {}

    /**
     * Whether no geodesic between the runs of two nodes is as short as {@code limit} metres, so far as this bound knows.
     *
     * @param leastChord between the balls of both nodes, which the caller knows already
     */
    static boolean apart(Chain a, int nodeA, Chain b, int nodeB, double leastChord, double limit) {
        double size = a.balls().radius(nodeA) + b.balls().radius(nodeB);
        if (leastChord < FAR_FOR_THEIR_SIZE * size || leastChord > FARTHEST) {
            return false;
        }
        Run runA = new Run(a, nodeA);
        Run runB = new Run(b, nodeB);
        Geodesic.Inverse there = Geodesic.inverse(runA.phi, runA.lambda, runB.phi, runB.lambda);
        if (there.metres() <= limit) {
            return false;
        }
        Geodesic.Inverse back = Geodesic.inverse(runB.phi, runB.lambda, runA.phi, runA.lambda);
        double towards = runA.reach(there.azimuth()) + runB.reach(back.azimuth());
        double spread = runA.spread + runB.spread;
        double closing = spread * spread * there.metres() / (2 * Ellipsoid.LEAST_RADIUS * Ellipsoid.LEAST_RADIUS);
        return there.metres() - towards - closing - ROUNDING > limit;
    }

    /** A run of edges seen from its middle vertex, in metres in space; its arcs bulge over their chords. */
    private static final class Run {
        final double phi;
        final double lambda;
        private double spread;
        private final double[] units;
        private final int from;
        private final int until;
        private final int middle;
        private double bulge;

        Run(Chain chain, int node) {
            BallTree balls = chain.balls();
            units = chain.units();
            from = balls.from(node);
            until = Math.max(from, balls.until(node));
            middle = (from + until) / 2;
            double x = units[3 * middle];
            double y = units[3 * middle + 1];
            phi = StrictMath.atan2(units[3 * middle + 2], Math.sqrt(x * x + y * y));
            lambda = StrictMath.atan2(y, x);
            double edge2 = 0;
            double spread2 = 0;
            for (int v = from; v <= until; v++) {
                spread2 = Math.max(spread2, square(v, middle));
                if (v > from && !balls.begins(v)) {
                    edge2 = Math.max(edge2, square(v, v - 1));
                }
            }
            bulge = edge2 / 7 * Ellipsoid.GREATEST_RADIUS;
            spread = Math.sqrt(spread2) * Ellipsoid.GREATEST_RADIUS + bulge;
        }

        /** How far the run reaches from its middle vertex in a direction, which is an azimuth there, in radians. */
        double reach(double azimuth) {
            double sinPhi = StrictMath.sin(phi);
            double sinLambda = StrictMath.sin(lambda);
            double cosLambda = StrictMath.cos(lambda);
            double east = StrictMath.sin(azimuth);
            double north = StrictMath.cos(azimuth);
            double x = -east * sinLambda - north * sinPhi * cosLambda;
            double y = east * cosLambda - north * sinPhi * sinLambda;
            double z = north * StrictMath.cos(phi);
            double greatest = 0;
            double here = along(middle, x, y, z);
            for (int v = from; v <= until; v++) {
                greatest = Math.max(greatest, along(v, x, y, z) - here);
            }
            return greatest + bulge;
        }

        private double along(int v, double x, double y, double z) {
            double n = Ellipsoid.normalRadius(units[3 * v + 2]);
            return n * (units[3 * v] * x + units[3 * v + 1] * y + Z_SCALE * units[3 * v + 2] * z);
        }

        private double square(int v, int w) {
            double dx = units[3 * v] - units[3 * w];
            double dy = units[3 * v + 1] - units[3 * w + 1];
            double dz = units[3 * v + 2] - units[3 * w + 2];
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
