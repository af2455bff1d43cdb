package org.parley.record.entry;

import org.parley.space.geodesy.Ellipsoid;

/**
 * The conformal latitude of WGS 84, by tangents so that nothing is lost at the poles: C. F. F. Karney, "Transverse Mercator
 * with an accuracy of a few nanometers", Journal of Geodesy 85 (2011), equations 7 to 9 and 19 to 21.
 */
final class Conformal {
    private Conformal() {}

    /** First eccentricity. */
    static final double E = Math.sqrt(Ellipsoid.E2);

    /** Newton's method doubles the digits that are right, and begins with two: four rounds do, one is to spare. */
    private static final int ROUNDS = 5;

    /** The tangent of the conformal latitude to that of a geodetic one. */
    static double conformal(double tan) {
        double secant = Math.sqrt(1 + tan * tan);
        double sigma = StrictMath.sinh(E * atanh(E * tan / secant));
        return tan * Math.sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /** The inverse of {@link #conformal}. */
    static double geodetic(double conformal) {
        double tan = conformal / (1 - Ellipsoid.E2);
        for (int round = 0; round < ROUNDS; round++) {
            double reached = conformal(tan);
            double step = (conformal - reached) / Math.sqrt(1 + reached * reached);
            tan += step * (1 + (1 - Ellipsoid.E2) * tan * tan) / ((1 - Ellipsoid.E2) * Math.sqrt(1 + tan * tan));
        }
        return tan;
    }

    static double atanh(double x) {
        return StrictMath.log1p(2 * x / (1 - x)) / 2;
    }

    /** By the absolute value: for a large negative x the plain formula would lose every digit. */
    static double asinh(double x) {
        double most = Math.abs(x);
        double result = StrictMath.log1p(most + most * most / (1 + Math.sqrt(1 + most * most)));
        return x < 0 ? -result : result;
    }
}
