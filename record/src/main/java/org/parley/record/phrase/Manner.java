package org.parley.record.phrase;

import java.util.List;
import java.util.Optional;

/**
 * How a reader wants texts: what does not change what is said.
 *
 * @param offsets the reader's local time, in the order of their beginnings; none: times are shown in UTC alone
 * @param arabicIndic whether plain counts in Arabic have Arabic-Indic digits; all other figures stay Western
 * @param releases the releases that this reader trusts
 */
public record Manner(List<Offset> offsets, boolean arabicIndic, List<Release> releases) {
    /** UTC, Western digits, and no text released. */
    public static final Manner PLAIN = new Manner(List.of(), false, List.of());

    /** Offsets out of order are an {@link IllegalArgumentException}. */
    public Manner {
        offsets = List.copyOf(offsets);
        releases = List.copyOf(releases);
        for (int i = 1; i < offsets.size(); i++) {
            if (offsets.get(i).from() <= offsets.get(i - 1).from()) {
                throw new IllegalArgumentException("offsets stand in the order of their beginnings");
            }
        }
    }

    /**
     * An offset from UTC, from an instant on. Never a zone's name: what that means changes after it was agreed.
     *
     * @param from milliseconds since 1970
     * @param minutes east of UTC, at most 18 hours either way
     */
    public record Offset(long from, int minutes) {
        private static final int MOST = 18 * 60;

        public Offset {
            if (Math.abs(minutes) > MOST) {
                throw new IllegalArgumentException("an offset is at most 18 hours");
            }
        }
    }

    /** The offset that is in force at an instant; none before the first. */
    Optional<Offset> offset(long at) {
        return offsets.stream().filter(offset -> offset.from() <= at).reduce((earlier, later) -> later);
    }
}
