package org.parley.record.entry;

/**
 * A point of the Universal Transverse Mercator grid (NGA.STND.0037, earlier DMA TM 8358.2).
 *
 * @param zone 1 to 60
 * @param north whether the northing counts from the equator northward; else 10,000 km are added
 * @param easting metres; 500 km on the central meridian
 * @param northing metres
 */
record Utm(int zone, boolean north, double easting, double northing) {
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;

    /** Added to every southern northing. */
    static final double FALSE_NORTHING = 10_000_000;

    /** North of this, and there too, the polar grid is used. */
    static final double NORTHERN_LIMIT = 84;

    /** South of this the polar grid is used. */
    static final double SOUTHERN_LIMIT = -80;

    static boolean covers(double latitude) {
        return latitude >= SOUTHERN_LIMIT && latitude < NORTHERN_LIMIT;
    }

    /** A point in its own zone. */
    static Utm of(Degrees at) {
        return inZone(ZoneCell.zone(at), at.latitude() >= 0, at);
    }

    /** A point in a given zone, which need not be its own. */
    static Utm inZone(int zone, boolean north, Degrees at) {
        double fromMeridian = at.longitude() - meridian(zone);
        fromMeridian -= 360 * Math.rint(fromMeridian / 360);
        Krueger.Plane plane = Krueger.forward(at.latitude(), fromMeridian);
        return new Utm(
                zone,
                north,
                FALSE_EASTING + SCALE * plane.east(),
                (north ? 0 : FALSE_NORTHING) + SCALE * plane.north());
    }

    /** Latitude and longitude, the latter within 90° of the zone's meridian and perhaps beyond ±180°. */
    Degrees degrees() {
        double up = north ? northing : northing - FALSE_NORTHING;
        Degrees fromMeridian = Krueger.inverse((easting - FALSE_EASTING) / SCALE, up / SCALE);
        return new Degrees(fromMeridian.latitude(), meridian(zone) + fromMeridian.longitude());
    }

    /** The central meridian in degrees. */
    static double meridian(int zone) {
        return zone * 6 - 183;
    }

    /** {@code 37 north 412345.6 3876543.2}: the word, since a letter S would be a band to one and a hemisphere to another. */
    String print() {
        return zone + (north ? " north " : " south ") + Decimal.print(easting, 1) + " " + Decimal.print(northing, 1);
    }
}
