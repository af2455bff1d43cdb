package org.parley.cli.tracks;

import java.util.List;

/**
 * The reported positions of one flight.
 *
 * @param activity its name: callsign (or address) and ordinal
 * @param callsign the first callsign it used; empty where none was reported
 * @param aircraft the 24-bit address of the airframe, in hexadecimal
 * @param flightId the name that the file gives the flight; may be empty
 * @param fixes at least one, by time
 */
record Flight(String activity, String callsign, String aircraft, String flightId, List<Fix> fixes) {
    Flight {
        fixes = List.copyOf(fixes);
    }
}
