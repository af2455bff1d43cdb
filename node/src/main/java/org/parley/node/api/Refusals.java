package org.parley.node.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many requests the API refused since the node was started, by the type of problem. */
final class Refusals {
    private final AtomicLongArray counts = new AtomicLongArray(Trouble.values().length);

    void add(Trouble trouble) {
        counts.incrementAndGet(trouble.ordinal());
    }

    Map<Trouble, Long> all() {
        Map<Trouble, Long> all = new EnumMap<>(Trouble.class);
        for (Trouble trouble : Trouble.values()) {
            all.put(trouble, counts.get(trouble.ordinal()));
        }
        return all;
    }
}
