package org.parley.picture;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.PartyName;
import org.parley.space.window.Window;

/**
 * How a party keeps its duties and gives notice, over a period: the same figures on every node (domain §2.6).
 *
 * @param duties by what is owed
 * @param acknowledgements of those, what is owed to notices and messages, by precedence
 * @param counts how often some things were so
 * @param noticeGiven from the machine's receipt of a counterpart to the planned start of what was notified, milliseconds
 * @param suspended milliseconds of the period in which the line was suspended towards anybody
 */
public record Metrics(
        SortedMap<String, Kept> duties,
        SortedMap<String, Kept> acknowledgements,
        Map<Count, Long> counts,
        Spread noticeGiven,
        long suspended) {
    public Metrics {
        duties = Collections.unmodifiableSortedMap(new TreeMap<>(duties));
        acknowledgements = Collections.unmodifiableSortedMap(new TreeMap<>(acknowledgements));
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** What is counted of a party. What it says counts by the time of the record. */
    public enum Count {
        /** Versions of activities that it said. */
        NOTICES,
        /** Of those, how many came to somebody later than the agreement says. */
        SHORT_NOTICES,
        /** Of those, how many cross an agreed line. */
        CROSSINGS,
        /** Corrections of its own records. */
        CORRECTIONS,
        /** Questions that it asked about what another had notified. */
        QUERIES,
        /** What it read back. */
        READ_BACKS,
        /** Of those, how many differ from what was said. */
        MISMATCHES,
        /** Answers to whether a force is its own. */
        CLAIMS,
        /** Of those, how many say that it does not know. */
        CLAIMS_UNKNOWN,
        /** Notices of others that begin within half an hour of the period: those who fly and drive are to know of them. */
        RELAYS_DUE,
        /** Of those, how many it had by then reported as relayed to all. */
        RELAYS_WHOLE,
        /** Ways out of a conflict that all accepted, of its proposals. */
        RESOLUTIONS,
        /** Its sites that stand at the end of the period. */
        SITES,
        /** Of those, how many were verified within 90 days before. */
        SITES_VERIFIED
    }

    /**
     * Duties of one kind that fell to the party in the period. Times run from its own receipt to its answer, by its own clock.
     *
     * @param owed how many
     * @param met how many were met by the end of the period
     * @param inTime how many of those in time
     * @param median milliseconds; empty where none was met
     * @param p95 milliseconds that 95 of 100 did not exceed, by nearest rank
     */
    public record Kept(long owed, long met, long inTime, OptionalLong median, OptionalLong p95) {}

    /**
     * Some lengths of time.
     *
     * @param of how many
     * @param p5 what 5 of 100 did not exceed, by nearest rank; empty where there is none
     */
    public record Spread(long of, OptionalLong p5, OptionalLong median) {}

    /** Of a party's duties that began, and of what it said, in a period. */
    static Metrics of(Picture picture, PartyName party, Window period) {
        Tally tally = new Tally(picture, party, period);
        picture.subjects().forEach(tally::take);
        return tally.metrics();
    }
}
