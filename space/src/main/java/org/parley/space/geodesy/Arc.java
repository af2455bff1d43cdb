package org.parley.space.geodesy;

/**
 * Great-circle arcs on the unit sphere, in chords: the straight distance between two points of the sphere, which grows
 * with the angle between them and needs no trigonometry. All arcs are short (at most 6 km on the earth).
 *
 * <p>Differences of nearby vectors are taken before any product, so that arcs of a centimetre keep their digits.
 */
public final class Arc {
    private Arc() {}

    /** The square of the chord from the point at {@code p} of {@code ps} to the arc from {@code a} to {@code b} of {@code s}. */
    public static double chord2(double[] ps, int p, double[] s, int a, int b) {
        double ax = s[a];
        double ay = s[a + 1];
        double az = s[a + 2];
        double dx = s[b] - ax;
        double dy = s[b + 1] - ay;
        double dz = s[b + 2] - az;
        double wx = ps[p] - ax;
        double wy = ps[p + 1] - ay;
        double wz = ps[p + 2] - az;
        double vx = wx - dx;
        double vy = wy - dy;
        double vz = wz - dz;
        double w2 = wx * wx + wy * wy + wz * wz;
        double v2 = vx * vx + vy * vy + vz * vz;
        double d2 = dx * dx + dy * dy + dz * dz;
        // On the unit sphere u·v of a difference with its own foot is minus half its square: the feet of the normals
        // at both ends, as p·(n×a) and p·(b×n), without cancellation.
        double pastA = wx * dx + wy * dy + wz * dz - w2 * d2 / 4;
        double beforeB = -(vx * dx + vy * dy + vz * dz) - v2 * d2 / 4;
        if (pastA > 0 && beforeB > 0) {
            double nx = ay * dz - az * dy;
            double ny = az * dx - ax * dz;
            double nz = ax * dy - ay * dx;
            double height = wx * nx + wy * ny + wz * nz;
            double sin2 = Math.min(1, height * height / (nx * nx + ny * ny + nz * nz));
            return 2 * sin2 / (1 + Math.sqrt(1 - sin2));
        }
        return Math.min(w2, v2);
    }

    /** Whether the arc from {@code a} to {@code b} of {@code s} properly crosses that from {@code c} to {@code d} of {@code t}. */
    public static boolean cross(double[] s, int a, int b, double[] t, int c, int d) {
        return oppositeSides(s, a, b, t, c, d)
                && oppositeSides(t, c, d, s, a, b)
                && s[a] * t[c] + s[a + 1] * t[c + 1] + s[a + 2] * t[c + 2] > 0;
    }

    /** Whether c and d of {@code t} lie on opposite sides of the great circle through a and b of {@code s}. */
    private static boolean oppositeSides(double[] s, int a, int b, double[] t, int c, int d) {
        return Math.signum(side(s, a, b, t, c)) * Math.signum(side(s, a, b, t, d)) < 0;
    }

    /**
     * On which side of the great circle from {@code a} to {@code b} of {@code s} the point {@code p} of {@code ps} lies:
     * positive to the left, negative to the right; its sine times the length of the arc.
     */
    public static double side(double[] s, int a, int b, double[] ps, int p) {
        double ax = s[a];
        double ay = s[a + 1];
        double az = s[a + 2];
        double dx = s[b] - ax;
        double dy = s[b + 1] - ay;
        double dz = s[b + 2] - az;
        return (ps[p] - ax) * (ay * dz - az * dy)
                + (ps[p + 1] - ay) * (az * dx - ax * dz)
                + (ps[p + 2] - az) * (ax * dy - ay * dx);
    }
}
