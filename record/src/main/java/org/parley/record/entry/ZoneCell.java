package org.parley.record.entry;

import java.util.Optional;
import org.parley.space.geodesy.Place;

/**
 * One cell of the grid of zones and latitude bands ({@code 37S}), with the exceptions for Norway and Svalbard
 * (NGA.STND.0037, chapter on MGRS). The south and west edges belong to it, the others do not.
 *
 * @param south degrees
 * @param north degrees
 * @param west degrees
 * @param east degrees
 */
record ZoneCell(double south, double north, double west, double east) {
    /** Bands of 8° from 80° south; the last has 12°. */
    static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";

    private static final int BAND_HEIGHT = 8;

    /** The nearest that a stored place comes to an edge that is not its cell's. */
    private static final double JUST = 1.0 / Place.DEGREE;

    /** The cell, if there is one: zones 32, 34 and 36 have no band X. */
    static Optional<ZoneCell> of(int zone, char band) {
        int south = southOf(band);
        double west = zone * 6 - 186;
        double east = west + 6;
        if (band == 'V') {
            east = zone == 31 ? 3 : east;
            west = zone == 32 ? 3 : west;
        } else if (band == 'X' && zone >= 31 && zone <= 37) {
            if (zone % 2 == 0) {
                return Optional.empty();
            }
            west = zone == 31 ? 0 : west - 3;
            east = zone == 37 ? 42 : west + (zone == 31 ? 9 : 12);
        }
        return Optional.of(new ZoneCell(south, band == 'X' ? Utm.NORTHERN_LIMIT : south + BAND_HEIGHT, west, east));
    }

    static int southOf(char band) {
        return (int) Utm.SOUTHERN_LIMIT + BAND_HEIGHT * BANDS.indexOf(band);
    }

    /** The band of a latitude that the grid of zones covers. */
    static char band(double latitude) {
        return BANDS.charAt(Math.min(BANDS.length() - 1, (int) ((latitude - Utm.SOUTHERN_LIMIT) / BAND_HEIGHT)));
    }

    /** The zone of a place that the grid of zones covers. */
    static int zone(Degrees at) {
        double longitude = at.longitude() - 360 * Math.floor((at.longitude() + 180) / 360);
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        char band = band(at.latitude());
        if (band == 'V' && zone == 31 && longitude >= 3) {
            return 32;
        }
        if (band == 'X' && longitude >= 0 && longitude < 42) {
            return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;
        }
        return zone;
    }

    /** The farthest in degrees that a zone reaches from its meridian near a latitude: Norway and Svalbard widen some. */
    static double mostHalfWidth(int zone, double latitude) {
        return zone >= 31 && zone <= 37 && latitude > southOf('V') - 1 ? 6 : 3;
    }

    /** The point of this cell that is nearest in latitude and in longitude. */
    Degrees nearest(Degrees to) {
        return new Degrees(
                Math.max(south, Math.min(north - JUST, to.latitude())),
                Math.max(west, Math.min(east - JUST, to.longitude())));
    }
}
