package org.parley.picture;

import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * Things at instants, in slots of some minutes: what is at an instant or before is found without a look at what is later, and
 * the other way round. It never changes.
 */
record Timeline<K, V>(TreePMap<Long, Trie<K, Timeline.At<V>>> slots) {
    /** A slot is 2¹⁸ ms, more than four minutes. */
    private static final int SLOT_SHIFT = 18;

    /** A thing and its instant in milliseconds since 1970. */
    record At<V>(long instant, V thing) {}

    static <K, V> Timeline<K, V> empty() {
        return new Timeline<>(TreePMap.empty());
    }

    Timeline<K, V> plus(long instant, K key, V thing) {
        return new Timeline<>(slots.plus(slot(instant), of(instant).plus(key, new At<>(instant, thing))));
    }

    Timeline<K, V> minus(long instant, K key) {
        Trie<K, At<V>> left = of(instant).minus(key);
        return new Timeline<>(left.isEmpty() ? slots.minus(slot(instant)) : slots.plus(slot(instant), left));
    }

    /** All at an instant or before, in no order. */
    Stream<V> until(long instant) {
        return slots.headMap(slot(instant), true).values().stream()
                .flatMap(slot -> slot.values().stream())
                .filter(at -> at.instant() <= instant)
                .map(At::thing);
    }

    /** All after an instant, in no order. */
    Stream<V> after(long instant) {
        return slots.tailMap(slot(instant), true).values().stream()
                .flatMap(slot -> slot.values().stream())
                .filter(at -> at.instant() > instant)
                .map(At::thing);
    }

    private Trie<K, At<V>> of(long instant) {
        return slots.getOrDefault(slot(instant), Trie.empty());
    }

    private static Long slot(long instant) {
        return instant >> SLOT_SHIFT;
    }
}
