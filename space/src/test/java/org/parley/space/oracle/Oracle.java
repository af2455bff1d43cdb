package org.parley.space.oracle;

import java.util.Objects;

/**
 * The truth by brute force, on GeographicLib's geodesics (good to 15 nm).
 *
 * <p>Two geodesic edges that do not cross are nearest at an end of one of them: the curvature of the Earth is positive
 * everywhere, so by the second variation a common perpendicular between two insides is never a minimum. Ends against edges,
 * crossings and containment therefore give the distance of the cores, and on a complete surface the distance of two
 * neighbourhoods is that of their cores less both radii.
 */
public final class Oracle {
    /** What a right implementation may add to a minimum, in metres (promise 2). */
    public static final double BAND = 0.02;

    /** Nearer than this, in metres, footprints meet: below the oracle's own error, and inside everyone's error band. */
    private static final double TOUCH = 1e-6;

    private double best = Double.POSITIVE_INFINITY;

    private Oracle() {}

    /** Geodesic distance in metres between two footprints; 0 when they meet. */
    public static double distance(OracleFootprint a, OracleFootprint b) {
        double core = coreDistance(new Core(a), new Core(b));
        double gap = core - (a.bufferCm() / 100.0 + b.bufferCm() / 100.0);
        return gap < TOUCH ? 0 : gap;
    }

    /** Whether a point, in units of 1e-7 degree, is in the area or on its ring, the buffer left out. */
    public static boolean covers(OracleFootprint area, int lon, int lat) {
        return coreDistance(new Core(area), new Core(OracleFootprint.point(lon, lat, 0))) < TOUCH;
    }

    /** Minima are the least allowed, in centimetres and milliseconds. */
    public static Verdict conflict(OracleVolume a, OracleVolume b, long hCm, long vCm, long tMs) {
        if (!vertical(a, b, vCm) || !time(a, b, tMs)) {
            return Verdict.NONE;
        }
        return horizontal(distance(a.footprint(), b.footprint()), hCm);
    }

    /** The horizontal axis alone, for a true distance in metres. */
    public static Verdict horizontal(double distance, long hCm) {
        double h = hCm / 100.0;
        if (distance == 0 || distance < h) {
            return Verdict.CONFLICT;
        }
        return distance <= h + BAND ? Verdict.EITHER : Verdict.NONE;
    }

    private static boolean vertical(OracleVolume a, OracleVolume b, long vCm) {
        if (a.lowerCm() <= b.upperCm() && b.lowerCm() <= a.upperCm()) {
            return true;
        }
        long gap = a.lowerCm() > b.upperCm() ? a.lowerCm() - b.upperCm() : b.lowerCm() - a.upperCm();
        return Long.compareUnsigned(gap, vCm) < 0;
    }

    private static boolean time(OracleVolume a, OracleVolume b, long tMs) {
        if (a.fromMs() < b.untilMs() && b.fromMs() < a.untilMs()) {
            return true;
        }
        long gap = a.fromMs() >= b.untilMs() ? a.fromMs() - b.untilMs() : b.fromMs() - a.untilMs();
        return Long.compareUnsigned(gap, tMs) < 0;
    }

    private static double coreDistance(Core a, Core b) {
        Oracle search = new Oracle();
        search.descend(a.edges, b.edges);
        if (search.best > 0 && (a.containsPartOf(b) || b.containsPartOf(a))) {
            return 0;
        }
        return search.best;
    }

    private void descend(Cluster a, Cluster b) {
        if (best == 0 || a.leastDistance(b) > best) {
            return;
        }
        if (a.left == null && b.left == null) {
            a.edges.forEach(e -> b.edges.forEach(f -> pair(e, f)));
        } else if (b.left == null || (a.left != null && a.radius() >= b.radius())) {
            nearerFirst(Objects.requireNonNull(a.left), Objects.requireNonNull(a.right), b);
        } else {
            nearerFirst(b.left, Objects.requireNonNull(b.right), a);
        }
    }

    private void nearerFirst(Cluster one, Cluster two, Cluster other) {
        boolean inOrder = one.leastDistance(other) <= two.leastDistance(other);
        descend(inOrder ? one : two, other);
        descend(inOrder ? two : one, other);
    }

    private void pair(Edge e, Edge f) {
        double apart = Math.hypot(Math.hypot(e.midX() - f.midX(), e.midY() - f.midY()), e.midZ() - f.midZ());
        double least = apart - e.reach() - f.reach();
        if (best == 0 || least > best) {
            return;
        }
        if (least <= 0 && e.crosses(f)) {
            best = 0;
            return;
        }
        ends(e, f);
        ends(f, e);
    }

    private void ends(Edge edge, Edge of) {
        end(edge, of.from);
        if (of.ownsEnd) {
            end(edge, of.to);
        }
    }

    private void end(Edge edge, Place p) {
        if (edge.leastDistanceFrom(p) <= best) {
            best = Math.min(best, edge.distanceFrom(p));
        }
    }
}
