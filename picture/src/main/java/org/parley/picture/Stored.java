package org.parley.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** When whose machine durably held what, by its own clock: the receipts of all members over all logs of a line. */
final class Stored {
    private record Of(Origin log, PartyName member) {}

    private final Map<Of, NavigableMap<Long, Long>> receipts = new HashMap<>();

    /** A member held a log up to a size at this time; of several receipts for a size the earliest counts. */
    void take(Origin log, PartyName member, long size, long time) {
        receipts.computeIfAbsent(new Of(log, member), of -> new TreeMap<>()).merge(size, time, Math::min);
    }

    /** How much of a log a member's machine is known to hold. */
    long size(Origin log, PartyName member) {
        NavigableMap<Long, Long> of = receipts.get(new Of(log, member));
        return of == null ? 0 : of.lastKey();
    }

    /** Since when a member's machine holds a record, in milliseconds since 1970; empty where no receipt says so. */
    OptionalLong since(PartyName member, Held record) {
        NavigableMap<Long, Long> of = receipts.get(new Of(record.origin(), member));
        if (of == null) {
            return OptionalLong.empty();
        }
        Map.Entry<Long, Long> first = of.ceilingEntry(record.index() + 1);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.getValue());
    }
}
