package org.parley.ledger.crypto;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made of a key, kept because making it costs as much as using it. */
final class Remembered<K, V> {
    /** So many parties on so many lines are not met at once; strangers' keys must not fill the memory. */
    private static final int LIMIT = 1024;

    private final ConcurrentHashMap<K, V> made = new ConcurrentHashMap<>();
    private final Function<K, V> make;

    Remembered(Function<K, V> make) {
        this.make = make;
    }

    int size() {
        return made.size();
    }

    V of(K key) {
        V known = made.get(key);
        if (known != null) {
            return known;
        }
        if (size() >= LIMIT) {
            made.clear();
        }
        V fresh = make.apply(key);
        made.put(key, fresh);
        return fresh;
    }
}
