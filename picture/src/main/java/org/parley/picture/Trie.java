package org.parley.picture;

import io.vavr.collection.HashMap;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/**
 * A map that never changes: with a change it is another, which shares nearly all with the one before. Vavr's hash array mapped
 * trie (P. Bagwell 2001), in which a hundred thousand names lie four steps away; nothing else of Vavr is used.
 */
record Trie<K, V>(HashMap<K, V> map) {
    private static final Trie<?, ?> EMPTY = new Trie<>(HashMap.empty());

    /** A map without anything in it. */
    // It holds no key and no value, so it is one of any type.
    @SuppressWarnings("unchecked")
    static <K, V> Trie<K, V> empty() {
        return (Trie<K, V>) EMPTY;
    }

    boolean isEmpty() {
        return map.isEmpty();
    }

    Optional<V> get(K key) {
        return map.get(key).toJavaOptional();
    }

    Trie<K, V> plus(K key, V value) {
        return new Trie<>(map.put(key, value));
    }

    Trie<K, V> minus(K key) {
        return new Trie<>(map.remove(key));
    }

    /** In no order, as they lie in the map. */
    Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return map.valuesIterator();
            }

            @Override
            public int size() {
                return map.size();
            }
        };
    }
}
