package org.parley.record.entry;

import org.parley.space.geodesy.Ellipsoid;

/**
 * The transverse Mercator projection of WGS 84 by L. Krüger's series to the sixth order in the third flattening, with the
 * coefficients that Karney (2011, equations 35 and 36) gives. What it leaves out is below a micrometre within 35° of the
 * central meridian; the tests measure it against another library.
 */
final class Krueger {
    private Krueger() {}

    private static final double N = Ellipsoid.F / (2 - Ellipsoid.F);
    private static final double N2 = N * N;
    private static final double N3 = N2 * N;
    private static final double N4 = N3 * N;
    private static final double N5 = N4 * N;
    private static final double N6 = N5 * N;

    /** A quarter of the meridian's length is π/2 times this, in metres. */
    private static final double RECTIFYING_RADIUS = Ellipsoid.A / (1 + N) * (1 + N2 / 4 + N4 / 64 + N6 / 256);

    private static final double[] TO_PLANE = {
        N / 2 - N2 * 2 / 3 + N3 * 5 / 16 + N4 * 41 / 180 - N5 * 127 / 288 + N6 * 7891 / 37800,
        N2 * 13 / 48 - N3 * 3 / 5 + N4 * 557 / 1440 + N5 * 281 / 630 - N6 * 1983433 / 1935360,
        N3 * 61 / 240 - N4 * 103 / 140 + N5 * 15061 / 26880 + N6 * 167603 / 181440,
        N4 * 49561 / 161280 - N5 * 179 / 168 + N6 * 6601661 / 7257600,
        N5 * 34729 / 80640 - N6 * 3418889 / 1995840,
        N6 * 212378941 / 319334400
    };

    private static final double[] FROM_PLANE = {
        N / 2 - N2 * 2 / 3 + N3 * 37 / 96 - N4 / 360 - N5 * 81 / 512 + N6 * 96199 / 604800,
        N2 / 48 + N3 / 15 - N4 * 437 / 1440 + N5 * 46 / 105 - N6 * 1118711 / 3870720,
        N3 * 17 / 480 - N4 * 37 / 840 - N5 * 209 / 4480 + N6 * 5569 / 90720,
        N4 * 4397 / 161280 - N5 * 11 / 504 - N6 * 830251 / 7257600,
        N5 * 4583 / 161280 - N6 * 108847 / 3991680,
        N6 * 20648693 / 638668800
    };

    /** Metres east of the central meridian and north of the equator, scale 1 on the meridian. */
    record Plane(double east, double north) {}

    /** @param fromMeridian degrees east of the central meridian, less than 90 either way */
    static Plane forward(double latitude, double fromMeridian) {
        double lambda = StrictMath.toRadians(fromMeridian);
        double tau = Conformal.conformal(StrictMath.tan(StrictMath.toRadians(latitude)));
        double cos = StrictMath.cos(lambda);
        double xi = StrictMath.atan2(tau, cos);
        double eta = Conformal.asinh(StrictMath.sin(lambda) / Math.sqrt(tau * tau + cos * cos));
        double north = xi;
        double east = eta;
        for (int j = 1; j <= TO_PLANE.length; j++) {
            north += TO_PLANE[j - 1] * StrictMath.sin(2 * j * xi) * StrictMath.cosh(2 * j * eta);
            east += TO_PLANE[j - 1] * StrictMath.cos(2 * j * xi) * StrictMath.sinh(2 * j * eta);
        }
        return new Plane(RECTIFYING_RADIUS * east, RECTIFYING_RADIUS * north);
    }

    /** The longitude of the result is counted from the central meridian. */
    static Degrees inverse(double east, double north) {
        double xi = north / RECTIFYING_RADIUS;
        double eta = east / RECTIFYING_RADIUS;
        double up = xi;
        double aside = eta;
        for (int j = 1; j <= FROM_PLANE.length; j++) {
            up -= FROM_PLANE[j - 1] * StrictMath.sin(2 * j * xi) * StrictMath.cosh(2 * j * eta);
            aside -= FROM_PLANE[j - 1] * StrictMath.cos(2 * j * xi) * StrictMath.sinh(2 * j * eta);
        }
        double sinh = StrictMath.sinh(aside);
        double cos = StrictMath.cos(up);
        double tan = Conformal.geodetic(StrictMath.sin(up) / Math.sqrt(sinh * sinh + cos * cos));
        return new Degrees(
                StrictMath.toDegrees(StrictMath.atan(tan)), StrictMath.toDegrees(StrictMath.atan2(sinh, cos)));
    }
}
