package org.parley.space.geodesy;

/**
 * The point of a short arc that is nearest to a point, measured on the ellipsoid: not the point nearest on the sphere,
 * which lies elsewhere by centimetres at 500 m.
 *
 * @param metres geodesic distance to the point
 * @param foot the direction of the nearest point of the arc
 */
public record ArcFoot(double metres, Vec foot) {
    /** The answer is within this of the least distance, in metres: the distance is convex along the arc. */
    private static final double TOLERANCE = 1e-5;

    private static final int MOST_ROUNDS = 100;

    /**
     * The foot of {@code p} on the arc from {@code a} to {@code b}, at most 11,000 km away. The slope of the distance
     * along the arc, known from the azimuth, is brought to zero between the ends; since the distance is convex there,
     * it exceeds its least value by at most slope times bracket.
     */
    public static ArcFoot of(Vec p, Vec a, Vec b) {
        Vec d = b.minus(a);
        Step low = new Step(p, a, d, 0);
        Step high = new Step(p, a, d, 1);
        if (low.slope >= 0) {
            return low.foot();
        }
        if (high.slope <= 0) {
            return high.foot();
        }
        double lowSlope = low.slope;
        double highSlope = high.slope;
        double t0 = 0;
        double t1 = 1;
        Step at = low;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double t = round % 4 == 3 ? (t0 + t1) / 2 : (t0 * highSlope - t1 * lowSlope) / (highSlope - lowSlope);
            at = new Step(p, a, d, t);
            if (Math.abs(at.slope) * (t1 - t0) < TOLERANCE) {
                break;
            }
            if (at.slope < 0) {
                t0 = t;
                lowSlope = at.slope;
                highSlope /= 2;
            } else {
                t1 = t;
                highSlope = at.slope;
                lowSlope /= 2;
            }
        }
        return at.foot();
    }

    /** One point of the arc: where it is, how far from p, and how the distance changes with t, in metres. */
    private static final class Step {
        private final Vec point;
        private final double metres;
        private final double slope;

        Step(Vec p, Vec a, Vec d, double t) {
            Vec onChord = a.plus(d.times(t));
            double length = onChord.length();
            point = onChord.times(1 / length);
            double phi = point.phi();
            double lambda = point.lambda();
            Geodesic.Inverse inverse = Geodesic.inverse(phi, lambda, p.phi(), p.lambda());
            metres = inverse.metres();
            slope = metres == 0 ? 0 : slope(d.minus(point.times(point.dot(d))).times(1 / length), inverse.azimuth());
        }

        private double slope(Vec tangent, double azimuth) {
            double across = Math.sqrt(point.x() * point.x() + point.y() * point.y());
            double cosLambda = across == 0 ? 1 : point.x() / across;
            double sinLambda = across == 0 ? 0 : point.y() / across;
            double east = tangent.y() * cosLambda - tangent.x() * sinLambda;
            double north = tangent.z() * across - point.z() * (tangent.x() * cosLambda + tangent.y() * sinLambda);
            double n = Ellipsoid.normalRadius(point.z());
            double m = Ellipsoid.meridionalRadius(point.z());
            return -(n * east * StrictMath.sin(azimuth) + m * north * StrictMath.cos(azimuth));
        }

        ArcFoot foot() {
            return new ArcFoot(metres, point);
        }
    }
}
