package org.parley.node.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Receipt;

/**
 * How far a line was given to whoever carries it, and when it is given again: what nobody has given a receipt for may be lost
 * with the stick that it was on.
 */
final class Given {
    /** Given again after so long without a receipt, ms; then after twice as long each time. */
    static final long FIRST_WAIT = 600_000;

    /** The longest wait, ms: a day. */
    static final long LONGEST_WAIT = 86_400_000;

    private record Of(Origin log, PartyName member) {}

    private final Map<Origin, Long> sizes = new HashMap<>();
    private final Map<Of, Receipt.Place> receipts = new HashMap<>();
    private long proven = -1;
    private long since;
    private long wait = FIRST_WAIT;

    /** How many entries of a log were given. */
    long size(Origin log) {
        return sizes.getOrDefault(log, 0L);
    }

    /** The last receipt of a member over a log that was given. */
    Optional<Receipt.Place> receipt(Origin log, PartyName member) {
        return Optional.ofNullable(receipts.get(new Of(log, member)));
    }

    void entries(Origin log, long size) {
        sizes.put(log, size);
    }

    void receipts(Origin log, PartyName member, Receipt.Place last) {
        receipts.put(new Of(log, member), last);
    }

    /** What was given meanwhile. */
    void and(Given more) {
        sizes.putAll(more.sizes);
        receipts.putAll(more.receipts);
    }

    /**
     * Begins anew where others prove to hold less than was given, and have not proved more for too long. Whether it did.
     *
     * @param held of the logs that others need, how much all of them prove to hold
     * @param now ms
     */
    boolean again(Map<Origin, Long> held, long now) {
        long all = held.values().stream().mapToLong(Long::longValue).sum();
        boolean lacking = held.entrySet().stream().anyMatch(log -> log.getValue() < size(log.getKey()));
        if (all != proven || !lacking) {
            proven = all;
            since = now;
            wait = FIRST_WAIT;
            return false;
        }
        if (now - since < wait) {
            return false;
        }
        sizes.clear();
        receipts.clear();
        since = now;
        wait = Math.min(2 * wait, LONGEST_WAIT);
        return true;
    }
}
