package org.parley.space.geodesy;

/**
 * A place on WGS 84, quantised to 1e-7 degree (about 1 cm): what is stored, compared and published.
 *
 * @param lat geodetic latitude in 1e-7 degree, −90° to 90°
 * @param lon longitude in 1e-7 degree, −180° (included) to 180° (kept as −180°)
 */
public record Place(int lat, int lon) {
    /** Units in a degree. */
    public static final int DEGREE = 10_000_000;

    private static final double RADIANS = StrictMath.PI / 180 / DEGREE;

    public Place {
        if (Math.abs((long) lat) > 90L * DEGREE || Math.abs((long) lon) > 180L * DEGREE) {
            throw new IllegalArgumentException("no such place: " + lat + ", " + lon);
        }
        lon = lon == 180 * DEGREE ? -180 * DEGREE : lon;
    }

    /** The quantised place nearest to a latitude and a longitude in degrees. */
    public static Place ofDegrees(double latitude, double longitude) {
        return new Place((int) Math.rint(latitude * DEGREE), (int) Math.rint(longitude * DEGREE));
    }

    /** The quantised place nearest to a latitude and a longitude in radians; the longitude may be any. */
    public static Place ofRadians(double latitude, double longitude) {
        return ofUnits(latitude / RADIANS, longitude / RADIANS);
    }

    /** The quantised place nearest to a latitude and a longitude in units; half goes to the even one. */
    public static Place ofUnits(double latitude, double longitude) {
        long turn = 360L * DEGREE;
        long lon = Math.floorMod((long) Math.rint(longitude) + turn / 2, turn) - turn / 2;
        return new Place((int) Math.rint(latitude), (int) lon);
    }

    /** Latitude in degrees. */
    public double latitude() {
        return lat / (double) DEGREE;
    }

    /** Longitude in degrees. */
    public double longitude() {
        return lon / (double) DEGREE;
    }

    /** Latitude in radians. */
    public double phi() {
        return lat * RADIANS;
    }

    /** Longitude in radians. */
    public double lambda() {
        return lon * RADIANS;
    }

    /** The unit vector of this place's geodetic latitude and longitude. */
    public Vec unit() {
        double phi = phi();
        double lambda = lambda();
        double cos = StrictMath.cos(phi);
        return new Vec(cos * StrictMath.cos(lambda), cos * StrictMath.sin(lambda), StrictMath.sin(phi));
    }
}
