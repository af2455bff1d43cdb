package org.parley.ledger.line;

import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;

/**
 * What is stored of a log beside its entries.
 *
 * @param frontier the serialised compact range
 * @param at the writer's clock in the last entry, ms since 1970; 0 before the first
 * @param receivedAt when this node made its newest part durable, by its own clock, whole seconds: the time of its receipt
 * @param state what may be done with it
 * @param voidFrom the size from which on a revocation voids it, where one does
 */
public record LogImage(
        Origin origin,
        long size,
        Bytes frontier,
        Hash root,
        long at,
        long receivedAt,
        State state,
        Optional<Long> voidFrom) {
    /** What may be done with a log. */
    public enum State {
        /** It grows. */
        OPEN,
        /** It showed two faces: nothing is added until people decide. */
        FROZEN,
        /** It ended: a later epoch took over, or its keys were revoked. */
        ENDED
    }
}
