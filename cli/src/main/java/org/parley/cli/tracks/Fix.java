package org.parley.cli.tracks;

import org.parley.space.geodesy.Place;

/**
 * One reported position of an aircraft.
 *
 * @param time milliseconds since 1970; finer times are rounded down
 * @param place where, quantised to 1e-7 degree
 * @param source what kind of height was reported
 * @param feet the height; 0 where there is none
 */
record Fix(long time, Place place, Source source, double feet) {
    /** The kinds of height, which do not compare with each other. */
    enum Source {
        /** Feet above the WGS 84 ellipsoid. */
        GEOMETRIC,
        /** Feet of pressure altitude: a flight level in hundreds. */
        PRESSURE,
        /** No height was reported. */
        NONE
    }
}
