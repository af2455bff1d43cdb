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
}
