package org.parley.record.entry;

import org.parley.space.geodesy.Place;

/**
 * A place in every form, to be looked at by whoever wrote it in one of them. All are on WGS 84. The first three print the
 * stored place without loss; the grids to 1 m (MGRS, cut off) and to 0.1 m (rounded).
 *
 * @param dd degrees with decimals
 * @param ddm degrees, minutes with decimals
 * @param dms degrees, minutes, seconds
 * @param mgrs the square of 1 m that holds the place
 * @param grid UTM, or UPS near the poles
 */
public record PlaceText(String dd, String ddm, String dms, String mgrs, String grid) {
    private static final int DD_DECIMALS = 7;
    private static final int DDM_DECIMALS = 6;
    private static final int DMS_DECIMALS = 4;
    private static final int MGRS_DIGITS = 5;

    /** Units of 1e-6 minute in one of 1e-7 degree. */
    private static final int MINUTE_PARTS = 6;

    public static PlaceText of(Place place) {
        Degrees at = Degrees.of(place);
        String grid = Utm.covers(at.latitude())
                ? Utm.of(at).print()
                : Ups.of(at.latitude() > 0, at).print();
        return new PlaceText(dd(place), ddm(place), dms(place), Mgrs.print(at, MGRS_DIGITS), grid);
    }

    static String dd(Place place) {
        return dd(place.lat(), 2)
                + (place.lat() < 0 ? "S " : "N ")
                + dd(place.lon(), 3)
                + (place.lon() < 0 ? "W" : "E");
    }

    private static String dd(int units, int digits) {
        return Decimal.print(Math.abs((long) units), DD_DECIMALS, digits) + "°";
    }

    private static String ddm(Place place) {
        return ddm(place.lat(), 2)
                + (place.lat() < 0 ? "S " : "N ")
                + ddm(place.lon(), 3)
                + (place.lon() < 0 ? "W" : "E");
    }

    private static String ddm(int units, int digits) {
        long parts = Math.abs((long) units) * MINUTE_PARTS;
        long degree = (long) Place.DEGREE * MINUTE_PARTS;
        return Decimal.padded(parts / degree, digits) + "°" + Decimal.print(parts % degree, DDM_DECIMALS, 2) + "'";
    }

    private static String dms(Place place) {
        return dms(place.lat(), 2)
                + (place.lat() < 0 ? "S " : "N ")
                + dms(place.lon(), 3)
                + (place.lon() < 0 ? "W" : "E");
    }

    /** A unit is 3.6 of 1e-4 second; rounded as a whole number, so that 60.0000 seconds cannot come out. */
    private static String dms(int units, int digits) {
        long parts = (Math.abs((long) units) * 36 + 5) / 10;
        long minute = 600_000;
        return Decimal.padded(parts / (60 * minute), digits)
                + "°"
                + Decimal.padded(parts / minute % 60, 2)
                + "'"
                + Decimal.print(parts % minute, DMS_DECIMALS, 2)
                + "\"";
    }
}
