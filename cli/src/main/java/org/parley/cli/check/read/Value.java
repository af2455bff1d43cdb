package org.parley.cli.check.read;

/** The value of a property as it stood in the file. */
sealed interface Value {
    record Text(String text) implements Value {}

    /** A number, as the nearest double and as it was written. */
    record Numeric(double number, String written) implements Value {}

    /** Something that no property here may be: true, false, an object, a list. */
    record Other(String shown) implements Value {}

    /** The value as it is shown in an error. */
    default String shown() {
        return switch (this) {
            case Text text -> "\"" + text.text() + "\"";
            case Numeric numeric -> numeric.written();
            case Other other -> other.shown();
        };
    }
}
