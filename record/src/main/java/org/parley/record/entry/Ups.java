package org.parley.record.entry;

import org.parley.space.geodesy.Ellipsoid;

/**
 * A point of the Universal Polar Stereographic grid (NGA.STND.0037): scale 0.994 at the pole, which lies at 2,000 km east
 * and 2,000 km north.
 *
 * @param north whether about the north pole
 * @param easting metres, growing along the meridian 90° east
 * @param northing metres, growing along 180° in the north and along 0° in the south
 */
record Ups(boolean north, double easting, double northing) {
    static final double POLE = 2_000_000;

    /** Metres from the pole for a unit of the tangent of half the conformal polar distance. */
    private static final double RADIUS = 2
            * 0.994
            * Ellipsoid.A
            / Math.sqrt(StrictMath.pow(1 + Conformal.E, 1 + Conformal.E)
                    * StrictMath.pow(1 - Conformal.E, 1 - Conformal.E));

    static Ups of(boolean north, Degrees at) {
        double latitude = north ? at.latitude() : -at.latitude();
        double tau = Conformal.conformal(StrictMath.tan(StrictMath.toRadians(latitude)));
        // The tangent of 90° in double is finite: without this the pole would lie in the square before its own.
        double out = latitude == 90 ? 0 : RADIUS / (tau + Math.sqrt(1 + tau * tau));
        double lambda = StrictMath.toRadians(at.longitude());
        // The antimeridian is the line between the halves of the grid; sin(π) in double is not 0.
        double sin = Math.abs(at.longitude()) == 180 ? 0 : StrictMath.sin(lambda);
        double up = out * StrictMath.cos(lambda);
        return new Ups(north, POLE + out * sin, north ? POLE - up : POLE + up);
    }

    Degrees degrees() {
        double east = easting - POLE;
        double away = north ? POLE - northing : northing - POLE;
        double out = Math.sqrt(east * east + away * away);
        if (out == 0) {
            return new Degrees(north ? 90 : -90, 0);
        }
        double half = out / RADIUS;
        double tan = Conformal.geodetic((1 / half - half) / 2);
        double latitude = StrictMath.toDegrees(StrictMath.atan(tan));
        return new Degrees(north ? latitude : -latitude, StrictMath.toDegrees(StrictMath.atan2(east, away)));
    }

    /** {@code UPS north 2012345.6 1987654.3}. */
    String print() {
        return (north ? "UPS north " : "UPS south ") + Decimal.print(easting, 1) + " " + Decimal.print(northing, 1);
    }
}
