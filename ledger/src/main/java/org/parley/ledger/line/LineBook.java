package org.parley.ledger.line;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.keys.KeyHistory;

/**
 * A line's members and their keys.
 *
 * @param me ourselves
 * @param keys of each member, ourselves too
 */
record LineBook(LineId line, PartyName me, Map<PartyName, KeyHistory> keys) {
    LineBook {
        // Sorted, so that every run says its hello in the same order.
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    KeyHistory own() {
        return of(me);
    }

    KeyHistory of(PartyName party) {
        KeyHistory history = keys.get(party);
        if (history == null) {
            throw new IllegalArgumentException(party + " is no member of line " + line);
        }
        return history;
    }

    boolean isMember(PartyName party) {
        return keys.containsKey(party);
    }

    /** The member with this root key. */
    Optional<PartyName> memberWith(Bytes rootKey) {
        return keys.entrySet().stream()
                .filter(entry -> Bytes.of(entry.getValue().root().raw()).equals(rootKey))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    LineBook with(PartyName party, KeyHistory history) {
        Map<PartyName, KeyHistory> changed = new HashMap<>(keys);
        changed.put(party, history);
        return new LineBook(line, me, changed);
    }
}
