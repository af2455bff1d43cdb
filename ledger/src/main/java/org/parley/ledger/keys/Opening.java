package org.parley.ledger.keys;

import java.util.Optional;
import org.parley.ledger.Epoch;

/**
 * From where in a log a key set is in force: heads of this epoch of at least this size. Where the epoch succeeds another,
 * the last head of the one before is named.
 */
public record Opening(Epoch epoch, long from, Optional<LastHead> after) {
    /** A size below 1, and an epoch that does not come after the one that it succeeds, are an {@link IllegalArgumentException}. */
    public Opening {
        if (from < 1 || from > Lines.GREATEST_NUMBER) {
            throw new IllegalArgumentException("keys are in force from a size from 1 to 2^53 - 1");
        }
        if (after.isPresent() && after.get().epoch().number() >= epoch.number()) {
            throw new IllegalArgumentException("an epoch's number is greater than that of the epoch before");
        }
    }

    /** In force from this size of a log that goes on in the same epoch, or is the party's first. */
    public static Opening of(Epoch epoch, long from) {
        return new Opening(epoch, from, Optional.empty());
    }

    /** Whether keys may come into force here when those before, if any, came into force there. */
    boolean follows(Optional<Opening> before) {
        if (before.isEmpty()) {
            return after.isEmpty();
        }
        Opening earlier = before.get();
        return after.isPresent()
                ? after.get().epoch().equals(earlier.epoch)
                : epoch.equals(earlier.epoch) && from > earlier.from;
    }
}
