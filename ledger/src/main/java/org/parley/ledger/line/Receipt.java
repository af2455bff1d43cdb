package org.parley.ledger.line;

import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/**
 * A member's cosignature over a head of a log: its machine durably held the log up to this size, with this root, at this
 * time by its own clock.
 *
 * @param time whole seconds since 1970, by the clock of the member
 * @param signature Ed25519 over the tlog-cosignature message
 */
public record Receipt(long size, Hash root, long time, Bytes signature) {
    /** Whether it says more than another: neither less in size nor in time. */
    public boolean after(long otherSize, long otherTime) {
        return size >= otherSize && time >= otherTime && (size > otherSize || time > otherTime);
    }

    /** Where it stands. */
    public Place place() {
        return new Place(size, time);
    }

    /** Where a receipt stands among all of one member over one log: ordered by size, then by time. */
    public record Place(long size, long time) implements Comparable<Place> {
        /** Before every receipt. */
        public static final Place START = new Place(-1, -1);

        /** Behind every receipt. */
        public static final Place END = endOf(Long.MAX_VALUE);

        /** Behind all receipts over heads of this size or less, before all others. */
        public static Place endOf(long size) {
            return new Place(size, Long.MAX_VALUE);
        }

        @Override
        public int compareTo(Place other) {
            return size == other.size ? Long.compare(time, other.time) : Long.compare(size, other.size);
        }
    }
}
