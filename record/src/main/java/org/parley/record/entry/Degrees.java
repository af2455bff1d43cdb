package org.parley.record.entry;

import org.parley.space.geodesy.Place;

/**
 * A latitude and a longitude in degrees, not yet quantised.
 *
 * @param longitude may lie beyond ±180° where it was computed from a zone at the antimeridian
 */
record Degrees(double latitude, double longitude) {
    static Degrees of(Place place) {
        return new Degrees(place.latitude(), place.longitude());
    }

    Place place() {
        return Place.ofUnits(latitude * Place.DEGREE, longitude * Place.DEGREE);
    }
}
