package org.parley.node.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests the API refused since the node was started, by the type of problem. */
final class Refusals {
    private final Map<Trouble, LongAdder> counts = new ConcurrentHashMap<>();

    Refusals() {
        for (Trouble trouble : Trouble.values()) {
            counts.put(trouble, new LongAdder());
        }
    }

    void add(Trouble trouble) {
        counts.computeIfAbsent(trouble, of -> new LongAdder()).increment();
    }

    Map<Trouble, Long> all() {
        Map<Trouble, Long> all = new EnumMap<>(Trouble.class);
        counts.forEach((trouble, count) -> all.put(trouble, count.sum()));
        return all;
    }
}
