package org.parley.cli.tracks;

/** One value of a row as the file has it, before anybody asks whether it makes sense. */
sealed interface Cell {
    /** Absent, null or empty. */
    record Missing() implements Cell {}

    /** A number; may be NaN or infinite. */
    record Amount(double value) implements Cell {}

    /** Text, or the text of something that belongs in no row. */
    record Text(String value) implements Cell {}

    Cell MISSING = new Missing();
}
