package org.parley.cli.tracks;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of reported positions into features that {@code parley check} reads. Every reported position lies inside one of
 * its volumes at its time.
 *
 * @param slice milliseconds of one volume at most, but for a longer leg between two positions
 * @param halfWidth metres beside the reported positions
 * @param halfHeight metres above and below the reported heights
 */
public record Tracks(long slice, double halfWidth, double halfHeight) {
    /** A minute a volume; 250 m and 50 m: what equipment may be wrong by where it must report itself (docs/tracks.md). */
    public static final Tracks USUAL = new Tracks(60_000, 250, 50);

    /**
     * Reads all of a stream, JSON or CSV, packed or not, then writes one feature a line. Where a row cannot be read,
     * nothing is written unless {@code keepGoing}.
     *
     * @param name of the stream, for messages
     * @param party who flies what has a callsign; the callsign may be empty
     * @throws org.parley.cli.BadInput if the stream as a whole is no rows
     */
    public Result write(
            InputStream rows, String name, Function<String, String> party, boolean keepGoing, Writer features)
            throws IOException {
        Tally tally = new Tally();
        List<Flight> flights = TrackFile.read(rows, name, tally);
        if (tally.bad == 0 || keepGoing) {
            Slicing slicing = new Slicing(slice, tally);
            try (FeatureWriter writer = new FeatureWriter(features, halfWidth, halfHeight, tally)) {
                for (Flight flight : flights) {
                    for (Slice one : slicing.cut(flight)) {
                        writer.write(party.apply(flight.callsign()), flight, one);
                    }
                }
            }
        }
        return new Result(tally.lines(), tally.reasons(), tally.bad);
    }

    /**
     * What became of the rows.
     *
     * @param counts what was read, left out and assumed, a line each
     * @param reasons why rows are bad, the first of them
     * @param bad how many rows are bad
     */
    public record Result(List<String> counts, List<String> reasons, int bad) {
        public Result {
            counts = List.copyOf(counts);
            reasons = List.copyOf(reasons);
        }
    }
}
