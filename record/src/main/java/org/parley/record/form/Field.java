package org.parley.record.form;

/**
 * A field of a body.
 *
 * @param required whether a body without it is ill-formed
 * @param readBack whether who reads the record back repeats it
 */
public record Field(String name, FieldType type, boolean required, boolean readBack) {
    /** A field that must be there. */
    public static Field required(String name, FieldType type) {
        return new Field(name, type, true, false);
    }

    /** A field that may be left out. */
    public static Field optional(String name, FieldType type) {
        return new Field(name, type, false, false);
    }

    /** The same, repeated in a read-back. */
    public Field repeated() {
        return new Field(name, type, required, true);
    }
}
