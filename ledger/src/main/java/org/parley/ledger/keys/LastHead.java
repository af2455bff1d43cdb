package org.parley.ledger.keys;

import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;

/** The head at which an epoch of a log ends, or after which nothing in it counts. */
public record LastHead(Epoch epoch, long size, Hash root) {
    /** A size that no log has is an {@link IllegalArgumentException}. */
    public LastHead {
        if (size < 0 || size > Lines.GREATEST_NUMBER) {
            throw new IllegalArgumentException("a log has from 0 to 2^53 - 1 entries");
        }
    }
}
