package org.parley.ledger.keys;

/** A value with the note in which it came, so that others can be given the very bytes that the root key signed. */
final class Signed<T> {
    private final T value;
    private final byte[] note;

    Signed(T value, byte[] note) {
        this.value = value;
        this.note = note.clone();
    }

    T value() {
        return value;
    }

    byte[] note() {
        return note.clone();
    }
}
