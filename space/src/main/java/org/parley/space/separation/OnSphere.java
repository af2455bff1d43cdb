package org.parley.space.separation;

import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Ellipsoid;

/**
 * What the unit sphere alone proves about two chains, by the bounds that hold at every latitude ({@link Ellipsoid}): that their
 * edges come nearer than a limit, that they do not, or, in a strip of one per cent, nothing. Most pairs are decided here, without
 * a division: each vertex of one against each edge of the other, and whether edges cross.
 *
 * <p>Of an edge from a along d and a point at w from a: it lies beside the edge where 0 &lt; w·d &lt; d², but for a curvature
 * that is taken into account; then w·(a×d) is the sine of its distance times the edge, which has d² − d⁴/4 for a square.
 */
final class OnSphere {
    /** Longer chains have a tree of balls to look into. */
    private static final int MOST = 64;

    /** Pairs of vertices from which on it pays to look first whether the chains come near each other at all. */
    private static final int FEW = 64;

    private final double[] a;
    private final double[] b;
    private final double far;
    private final double near2;
    private final double far2;
    private final double sinNear2;
    private final double sinFar2;
    private boolean doubtful;

    private OnSphere(Chain a, Chain b, double limit) {
        this.a = a.units();
        this.b = b.units();
        far = limit / Ellipsoid.LEAST_RADIUS * (1 + 1e-12) + 1e-15;
        double angle = limit / Ellipsoid.GREATEST_RADIUS;
        double near = Math.max(0, (angle - angle * angle * angle / 24) * (1 - 1e-12) - 1e-15);
        near2 = near * near;
        far2 = far * far;
        sinNear2 = near2 * (1 - near2 / 4);
        sinFar2 = far2 * (1 - far2 / 4);
    }

    /** What is known of two chains. */
    enum Answer {
        NEARER,
        NOT_NEARER,
        UNKNOWN
    }

    /** Whether the edges of two chains come nearer than {@code limit} metres to each other. */
    static Answer of(Chain a, Chain b, double limit) {
        OnSphere sphere = new OnSphere(a, b, limit);
        if (a.size() > MOST || b.size() > MOST || sphere.far > 1) {
            return Answer.UNKNOWN;
        }
        if (a.size() * b.size() > FEW && a.balls().leastChord(0, b.balls(), 0) > sphere.far) {
            return Answer.NOT_NEARER;
        }
        boolean nearer = a.size() == 1
                ? sphere.point(sphere.a, b)
                : b.size() == 1 ? sphere.point(sphere.b, a) : sphere.edges(a, b);
        return nearer ? Answer.NEARER : sphere.doubtful ? Answer.UNKNOWN : Answer.NOT_NEARER;
    }

    private boolean point(double[] p, Chain of) {
        double[] s = of.units();
        if (s.length == 3) {
            return within(square(s[0] - p[0], s[1] - p[1], s[2] - p[2]));
        }
        for (int j = 3; j < s.length; j += 3) {
            if (isEdge(of, j)) {
                double dx = s[j] - s[j - 3];
                double dy = s[j + 1] - s[j - 2];
                double dz = s[j + 2] - s[j - 1];
                double wx = p[0] - s[j - 3];
                double wy = p[1] - s[j - 2];
                double wz = p[2] - s[j - 1];
                double side = wx * (s[j - 2] * dz - s[j - 1] * dy)
                        + wy * (s[j - 1] * dx - s[j - 3] * dz)
                        + wz * (s[j - 3] * dy - s[j - 2] * dx);
                if (beside(wx, wy, wz, dx, dy, dz, side)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean edges(Chain ofA, Chain ofB) {
        for (int i = 3; i < a.length; i += 3) {
            if (isEdge(ofA, i)) {
                double dx = a[i] - a[i - 3];
                double dy = a[i + 1] - a[i - 2];
                double dz = a[i + 2] - a[i - 1];
                double reach = square(dx, dy, dz) / 4 + far2;
                double mx = a[i] + a[i - 3];
                double my = a[i + 1] + a[i - 2];
                double mz = a[i + 2] + a[i - 1];
                for (int j = 3; j < b.length; j += 3) {
                    double apart2 = square(mx - b[j] - b[j - 3], my - b[j + 1] - b[j - 2], mz - b[j + 2] - b[j - 1]);
                    double half2 = square(b[j] - b[j - 3], b[j + 1] - b[j - 2], b[j + 2] - b[j - 1]) / 4;
                    // Of three lengths the square of the sum is at most three times the sum of the squares.
                    boolean mayMeet = apart2 / 4 <= 3.01 * (reach + half2);
                    if (mayMeet && isEdge(ofB, j) && edge(i, j, dx, dy, dz)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isEdge(Chain of, int at) {
        return of.parts() == 1 || !of.balls().begins(at / 3);
    }

    /** One edge against another; both are known by the vertex that they lead to. */
    private boolean edge(int i, int j, double dx, double dy, double dz) {
        double ax = a[i - 3];
        double ay = a[i - 2];
        double az = a[i - 1];
        double bx = b[j - 3];
        double by = b[j - 2];
        double bz = b[j - 1];
        double ex = b[j] - bx;
        double ey = b[j + 1] - by;
        double ez = b[j + 2] - bz;
        double wx = bx - ax;
        double wy = by - ay;
        double wz = bz - az;
        double nx = ay * dz - az * dy;
        double ny = az * dx - ax * dz;
        double nz = ax * dy - ay * dx;
        double kx = by * ez - bz * ey;
        double ky = bz * ex - bx * ez;
        double kz = bx * ey - by * ex;
        double side = wx * nx + wy * ny + wz * nz;
        double sideEnd = side + ex * nx + ey * ny + ez * nz;
        double otherSide = -(wx * kx + wy * ky + wz * kz);
        double otherSideEnd = otherSide + dx * kx + dy * ky + dz * kz;
        if (opposite(side, sideEnd) && opposite(otherSide, otherSideEnd)) {
            return true;
        }
        return beside(wx, wy, wz, dx, dy, dz, side)
                || beside(wx + ex, wy + ey, wz + ez, dx, dy, dz, sideEnd)
                || beside(-wx, -wy, -wz, ex, ey, ez, otherSide)
                || beside(dx - wx, dy - wy, dz - wz, ex, ey, ez, otherSideEnd);
    }

    private static boolean opposite(double one, double other) {
        return one > 0 ? other < 0 : one < 0 && other > 0;
    }

    /**
     * Whether a point is known to lie near enough to an edge: w leads to it from the beginning of the edge, which is d.
     *
     * @param side the sine of the point's distance from the edge's circle, times the edge
     */
    private boolean beside(double wx, double wy, double wz, double dx, double dy, double dz, double side) {
        double w2 = square(wx, wy, wz);
        double v2 = square(wx - dx, wy - dy, wz - dz);
        double d2 = square(dx, dy, dz);
        double along = wx * dx + wy * dy + wz * dz;
        double left = (dx - wx) * dx + (dy - wy) * dy + (dz - wz) * dz;
        if (!(along - w2 * d2 / 4 > 0 && left - v2 * d2 / 4 > 0)) {
            return within(Math.min(w2, v2));
        }
        double edge2 = d2 - d2 * d2 / 4;
        doubtful |= side * side <= sinFar2 * edge2;
        return side * side <= sinNear2 * edge2;
    }

    private boolean within(double chord2) {
        doubtful |= chord2 <= far2;
        return chord2 <= near2;
    }

    private static double square(double x, double y, double z) {
        return x * x + y * y + z * z;
    }
}
