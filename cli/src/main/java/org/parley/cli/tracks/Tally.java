package org.parley.cli.tracks;

import java.util.ArrayList;
import java.util.List;

/** What was seen, left out and assumed on the way from rows to volumes. Filled by one thread. */
final class Tally {
    int rows;
    int bad;
    int withoutPosition;
    int repeated;
    int withoutHeight;
    int gaps;
    int jumps;
    int positions;
    int flights;
    int volumes;
    int withoutBand;
    int withoutFloor;
    private final List<String> reasons = new ArrayList<>();

    void bad(String reason) {
        bad++;
        if (reasons.size() < Limits.NAMED) {
            reasons.add(reason);
        }
    }

    /** Why rows are bad, the first of them. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** The counts as lines for people; what did not occur is not mentioned. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(count(rows, "row") + " read, " + count(positions, "position") + " kept, " + count(flights, "flight")
                + ", " + count(volumes, "volume"));
        add(lines, bad, "rows that cannot be read, left out");
        add(lines, withoutPosition, "rows without a position, left out");
        add(lines, repeated, "repeated rows (same time, place and height), left out");
        add(lines, withoutHeight, "positions without any height");
        add(lines, withoutBand, "volumes without any height: unbounded up and down");
        add(lines, withoutFloor, "volumes below flight level 0, which cannot be stated: unbounded down");
        add(lines, gaps, "gaps above 120 s, where a volume ends");
        add(lines, jumps, "jumps above 400 m/s, where a volume ends");
        return lines;
    }

    private static String count(int count, String one) {
        return "%,d %s".formatted(count, count == 1 ? one : one + "s");
    }

    private static void add(List<String> lines, int count, String what) {
        if (count > 0) {
            lines.add("%,d %s".formatted(count, what));
        }
    }
}
