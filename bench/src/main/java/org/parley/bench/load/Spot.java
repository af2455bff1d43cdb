package org.parley.bench.load;

/**
 * A place on the unit sphere, in radians. The load is laid out on a sphere of {@link #RADIUS}: a length is up to 0.6 %
 * off on the ellipsoid, which a benchmark does not mind.
 *
 * @param phi latitude
 * @param lambda longitude, any turn
 */
record Spot(double phi, double lambda) {
    /** Mean radius of the earth in metres. */
    private static final double RADIUS = 6_371_009;

    private static final double UNITS = 1e7;

    static Spot ofDegrees(double latitude, double longitude) {
        return new Spot(StrictMath.toRadians(latitude), StrictMath.toRadians(longitude));
    }

    /** The place in {@code metres} along an azimuth in radians from north. */
    Spot move(double azimuth, double metres) {
        double angle = metres / RADIUS;
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        double z = StrictMath.sin(phi) * cos + StrictMath.cos(phi) * sin * StrictMath.cos(azimuth);
        double turn =
                StrictMath.atan2(StrictMath.sin(azimuth) * sin * StrictMath.cos(phi), cos - StrictMath.sin(phi) * z);
        return new Spot(StrictMath.asin(Math.clamp(z, -1, 1)), lambda + turn);
    }

    /** The place so many metres east and north of here, along one great circle. */
    Spot offset(double east, double north) {
        return move(StrictMath.atan2(east, north), Math.sqrt(east * east + north * north));
    }

    /** Degrees, to 1e-7, −180 to 180. */
    double longitude() {
        double degrees = StrictMath.toDegrees(lambda);
        degrees -= 360 * Math.floor((degrees + 180) / 360);
        return Math.rint(degrees * UNITS) / UNITS;
    }

    /** Degrees, to 1e-7. */
    double latitude() {
        return Math.rint(StrictMath.toDegrees(phi) * UNITS) / UNITS;
    }
}
