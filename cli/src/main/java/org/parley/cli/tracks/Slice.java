package org.parley.cli.tracks;

import java.util.List;
import org.parley.space.geodesy.Place;

/**
 * A part of a flight that becomes one volume.
 *
 * @param line the positions in order, without repetitions in a row; one alone where the aircraft did not move
 * @param from milliseconds since 1970, of the first position
 * @param until milliseconds since 1970, not in the window
 * @param source the kind of height
 * @param lowest feet
 * @param highest feet
 */
record Slice(List<Place> line, long from, long until, Fix.Source source, double lowest, double highest) {
    Slice {
        line = List.copyOf(line);
    }
}
