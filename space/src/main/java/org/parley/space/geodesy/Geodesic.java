package org.parley.space.geodesy;

/**
 * Geodesics on WGS 84 by T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application of
 * nested equations", Survey Review 23 (1975), on {@link StrictMath} alone, so that every machine gets the same bits.
 *
 * <p>The series leave out terms below f⁴ in longitude and k¹⁰ in length: less than 0.1 mm up to {@link #REACH}, where
 * the iteration always converges. Measured against GeographicLib in the tests.
 */
public final class Geodesic {
    private Geodesic() {}

    /** The inverse problem is solved up to this angle on the unit sphere, in radians: about 11,000 km. */
    public static final double REACH = 1.75;

    private static final int MOST_ROUNDS = 40;

    /**
     * A geodesic between two places.
     *
     * @param metres its length
     * @param azimuth its direction where it begins, radians clockwise from north
     */
    public record Inverse(double metres, double azimuth) {}

    /** Distance in metres between two places at most {@link #REACH} apart. */
    public static double distance(Place from, Place to) {
        return inverse(from.phi(), from.lambda(), to.phi(), to.lambda()).metres();
    }

    /** The geodesic between two places, in radians, at most {@link #REACH} apart. */
    public static Inverse inverse(double phi1, double lambda1, double phi2, double lambda2) {
        double s1 = reducedSin(phi1);
        double c1 = reducedCos(phi1);
        double s2 = reducedSin(phi2);
        double c2 = reducedCos(phi2);
        double difference = lambda2 - lambda1;
        double lambda = difference;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double sinLambda = StrictMath.sin(lambda);
            double cosLambda = StrictMath.cos(lambda);
            double east = c2 * sinLambda;
            double north = c1 * s2 - s1 * c2 * cosLambda;
            double sinSigma = Math.sqrt(east * east + north * north);
            if (sinSigma == 0) {
                return new Inverse(0, 0);
            }
            double cosSigma = s1 * s2 + c1 * c2 * cosLambda;
            double sigma = StrictMath.atan2(sinSigma, cosSigma);
            double sinAlpha = c1 * c2 * sinLambda / sinSigma;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            double cos2SigmaM = cos2Alpha <= 1e-24 ? 0 : cosSigma - 2 * s1 * s2 / cos2Alpha;
            double next = difference + longitudeTerm(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2SigmaM);
            if (Math.abs(next - lambda) < 1e-14) {
                double metres = length(cos2Alpha, sigma, sinSigma, cosSigma, cos2SigmaM);
                return new Inverse(metres, StrictMath.atan2(east, north));
            }
            lambda = next;
        }
        throw new IllegalArgumentException("places are too far apart for the inverse problem");
    }

    /** The place in {@code metres} from a place along an azimuth in radians; as {latitude, longitude} in radians. */
    public static double[] direct(double phi, double lambda, double azimuth, double metres) {
        double s1 = reducedSin(phi);
        double c1 = reducedCos(phi);
        double sinAzimuth = StrictMath.sin(azimuth);
        double cosAzimuth = StrictMath.cos(azimuth);
        double sigma1 = StrictMath.atan2(s1, c1 * cosAzimuth);
        double sinAlpha = c1 * sinAzimuth;
        double cos2Alpha = 1 - sinAlpha * sinAlpha;
        double k2 = cos2Alpha * (Ellipsoid.A * Ellipsoid.A / (Ellipsoid.B * Ellipsoid.B) - 1);
        double first = metres / (Ellipsoid.B * scale(k2));
        double sigma = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double next = first
                    + arcTerm(k2, StrictMath.sin(sigma), StrictMath.cos(sigma), StrictMath.cos(2 * sigma1 + sigma));
            boolean settled = Math.abs(next - sigma) < 1e-15;
            sigma = next;
            if (settled) {
                break;
            }
        }
        double sinSigma = StrictMath.sin(sigma);
        double cosSigma = StrictMath.cos(sigma);
        double across = s1 * sinSigma - c1 * cosSigma * cosAzimuth;
        double phi2 = StrictMath.atan2(
                s1 * cosSigma + c1 * sinSigma * cosAzimuth,
                (1 - Ellipsoid.F) * Math.sqrt(sinAlpha * sinAlpha + across * across));
        double onSphere = StrictMath.atan2(sinSigma * sinAzimuth, c1 * cosSigma - s1 * sinSigma * cosAzimuth);
        double cos2SigmaM = StrictMath.cos(2 * sigma1 + sigma);
        double lambda2 = lambda + onSphere - longitudeTerm(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2SigmaM);
        return new double[] {phi2, lambda2};
    }

    private static double longitudeTerm(
            double sinAlpha, double cos2Alpha, double sigma, double sinSigma, double cosSigma, double cos2SigmaM) {
        double f = Ellipsoid.F;
        double c = f / 16 * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
        double inner = cos2SigmaM + c * cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1);
        return (1 - c) * f * sinAlpha * (sigma + c * sinSigma * inner);
    }

    private static double length(double cos2Alpha, double sigma, double sinSigma, double cosSigma, double cos2SigmaM) {
        double k2 = cos2Alpha * (Ellipsoid.A * Ellipsoid.A / (Ellipsoid.B * Ellipsoid.B) - 1);
        return Ellipsoid.B * scale(k2) * (sigma - arcTerm(k2, sinSigma, cosSigma, cos2SigmaM));
    }

    private static double scale(double k2) {
        return 1 + k2 / 16384 * (4096 + k2 * (-768 + k2 * (320 - 175 * k2)));
    }

    private static double arcTerm(double k2, double sinSigma, double cosSigma, double cos2SigmaM) {
        double b = k2 / 1024 * (256 + k2 * (-128 + k2 * (74 - 47 * k2)));
        double m2 = cos2SigmaM * cos2SigmaM;
        double third = b / 6 * cos2SigmaM * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * m2);
        return b * sinSigma * (cos2SigmaM + b / 4 * (cosSigma * (-1 + 2 * m2) - third));
    }

    private static double reducedSin(double phi) {
        double s = (1 - Ellipsoid.F) * StrictMath.sin(phi);
        double c = StrictMath.cos(phi);
        return s / Math.sqrt(s * s + c * c);
    }

    private static double reducedCos(double phi) {
        double s = (1 - Ellipsoid.F) * StrictMath.sin(phi);
        double c = StrictMath.cos(phi);
        return c / Math.sqrt(s * s + c * c);
    }
}
