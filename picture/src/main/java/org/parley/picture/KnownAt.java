package org.parley.picture;

import java.util.Set;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/**
 * What a node knew at an instant: the picture of that alone which had come to it by then. It is another fold over the same
 * records and receipts, fed by who knows when each came. Two nodes that hold the same now knew different things then: so this
 * says something of one node, and nothing of the line.
 */
public final class KnownAt {
    private KnownAt() {}

    /** Something that came to a node. */
    public sealed interface Arrival {
        /** When it came, by the node's own clock in milliseconds since 1970. */
        long at();

        /** A record. */
        record Said(long at, Held record) implements Arrival {}

        /** A receipt: a member's machine held a log up to a size at a time by its own clock. */
        record Given(long at, Origin log, PartyName member, long size, long time) implements Arrival {}
    }

    /**
     * The picture of what had come by an instant.
     *
     * @param arrivals in any order that keeps the records of each log in theirs
     */
    public static Picture picture(LineId line, Set<PartyName> members, Iterable<Arrival> arrivals, long instant) {
        Fold fold = new Fold(line, members);
        for (Arrival arrival : arrivals) {
            if (arrival.at() <= instant) {
                take(fold, arrival);
            }
        }
        return fold.picture();
    }

    private static void take(Fold fold, Arrival arrival) {
        switch (arrival) {
            case Arrival.Said said -> fold.take(said.record());
            case Arrival.Given given -> fold.stored(given.log(), given.member(), given.size(), given.time());
        }
    }
}
