package org.parley.ledger.keys;

import org.parley.ledger.Epoch;

/** From where in a log a key set is in force: heads of this epoch of at least this size, and all of later epochs. */
public record Opening(Epoch epoch, long from) {
    /** A size below 1 is an {@link IllegalArgumentException}. */
    public Opening {
        if (from < 1 || from > Lines.GREATEST_NUMBER) {
            throw new IllegalArgumentException("keys are in force from a size from 1 to 2^53 - 1");
        }
    }

    /** Whether keys may come into force here when those before came into force there. */
    boolean follows(Opening before) {
        return epoch.number() > before.epoch.number() || (epoch.equals(before.epoch) && from > before.from);
    }

    /** Whether a head of this size of that epoch lies within. */
    boolean covers(Epoch ofHead, long size) {
        return ofHead.number() > epoch.number() || (ofHead.equals(epoch) && size >= from);
    }
}
