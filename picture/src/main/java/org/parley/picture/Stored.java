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

    /**
     * A member held a log up to a size at this time; of several receipts for a size the earliest counts. It may come after
     * receipts for more.
     *
     * @return the index from which on, up to the size, it changes since when records are held; the size where it changes nothing
     */
    long take(Origin log, PartyName member, long size, long time) {
        NavigableMap<Long, Long> of = receipts.computeIfAbsent(new Of(log, member), each -> new TreeMap<>());
        Long known = of.get(size);
        if (known != null && known <= time) {
            return size;
        }
        of.put(size, time);
        Long before = of.lowerKey(size);
        return before == null ? 0 : before;
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
