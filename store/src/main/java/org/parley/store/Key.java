package org.parley.store;

/** Keys of rows that belong to a log: its number above, a leaf index or a size in the low 40 bits. */
final class Key {
    /** A million records a second for twelve days; 2^23 logs beside them. */
    static final int INDEX_BITS = 40;

    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private Key() {}

    static long of(long log, long index) {
        if (index < 0 || index > INDEX || log < 1 || log >= 1L << (63 - INDEX_BITS)) {
            throw new IllegalArgumentException("log " + log + " has no place for " + index);
        }
        return log << INDEX_BITS | index;
    }

    static long first(long log) {
        return of(log, 0);
    }

    static long last(long log) {
        return of(log, INDEX);
    }

    /** The key of this index, or the last of the log where the index is beyond all. */
    static long atMost(long log, long index) {
        return of(log, Math.min(index, INDEX));
    }

    static long index(long key) {
        return key & INDEX;
    }
}
