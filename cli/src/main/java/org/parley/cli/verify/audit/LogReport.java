package org.parley.cli.verify.audit;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What was checked of one log.
 *
 * @param voidFrom the size from which on a revocation voids it
 * @param lasting the largest size of a head that ML-DSA-44 signs too, or 0
 * @param absent bodies to which an entry commits and which are not there: erased, or never given
 */
public record LogReport(
        String origin,
        long size,
        Optional<Long> voidFrom,
        long heads,
        long lasting,
        long bodies,
        long absent,
        SortedMap<String, ReceiptCount> receipts,
        long problems) {
    /** The receipts of one member: how many, and the last. */
    public record ReceiptCount(long count, long lastSize, long lastTime) {}
}
