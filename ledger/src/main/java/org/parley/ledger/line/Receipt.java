package org.parley.ledger.line;

import java.util.stream.Stream;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.envelope.Instants;

/**
 * A member's cosignature over a head of a log: its machine durably held the log up to this size, with this root, at this
 * time by its own clock.
 *
 * @param time whole seconds since 1970, by the clock of the member
 * @param signature Ed25519 over the tlog-cosignature message
 */
public record Receipt(long size, Hash root, long time, Bytes signature) {
    /** The last second that an instant can be printed of: the end of the year 9999. */
    public static final long LATEST = Instants.MAX / 1_000;

    private static final long PRIME = Integer.MAX_VALUE;
    private static final long FACTOR = 1_000_003;

    /** Whether it says more than another: neither less in size nor in time. */
    public boolean after(long otherSize, long otherTime) {
        return size >= otherSize && time >= otherTime && (size > otherSize || time > otherTime);
    }

    /** Where it stands. */
    public Place place() {
        return new Place(size, time);
    }

    /**
     * How many receipts of one member over one log there are, and the sum of their digests: two nodes whose tallies are the same
     * hold the same ones, but for an accident of one in two thousand million.
     */
    public record Tally(long count, long digest) {
        /** Of none. */
        public static final Tally NONE = new Tally(0, 0);

        /** Of some. */
        public static Tally of(Stream<Place> places) {
            return places.reduce(NONE, Tally::with, Tally::and);
        }

        /** With one more. */
        public Tally with(Place place) {
            return new Tally(count + 1, digest + place.digest());
        }

        /** Without some of them. */
        public Tally without(Tally some) {
            return new Tally(count - some.count, digest - some.digest);
        }

        /** With some more. */
        public Tally and(Tally more) {
            return new Tally(count + more.count, digest + more.digest);
        }
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

        /**
         * Its part of a {@link Tally}: with y = (1,000,003 size + time) mod p and p = 2^31 - 1, y squared mod p. Small enough
         * for the arithmetic of any database.
         */
        public long digest() {
            long y = (size % PRIME * FACTOR + time) % PRIME;
            return y * y % PRIME;
        }

        @Override
        public int compareTo(Place other) {
            return size == other.size ? Long.compare(time, other.time) : Long.compare(size, other.size);
        }
    }
}
