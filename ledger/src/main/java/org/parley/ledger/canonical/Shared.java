package org.parley.ledger.canonical;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Values that never change and come again and again as others that are equal, names and logs above all: those that came last
 * are kept and given instead, so that what is read from a million entries holds each once. Nothing else can be told of it; two
 * that write at once cost a copy.
 */
public final class Shared<T> {
    private final int mask;
    private final AtomicReferenceArray<T> last;

    /** @param size how many are kept, a power of two */
    public Shared(int size) {
        mask = size - 1;
        last = new AtomicReferenceArray<>(size);
    }

    /** This value, or an equal one that was here before. */
    public T of(T value) {
        int hash = value.hashCode();
        int at = (hash ^ hash >>> 16) & mask;
        T before = last.get(at);
        if (value.equals(before)) {
            return before;
        }
        last.set(at, value);
        return value;
    }
}
