package org.parley.record.phrase;

import java.util.List;
import java.util.Map;

/** A pattern, read: what stands in it one after the other. */
record Message(List<Part> parts) {
    /** The branch of a select that is said where an optional field has no value. */
    static final String ABSENT = "absent";

    /** The branch of a select or plural that is said where no other fits. */
    static final String OTHER = "other";

    Message {
        parts = List.copyOf(parts);
    }

    sealed interface Part {}

    record Literal(String text) implements Part {}

    record Argument(String name) implements Part {}

    /** Chooses by the form that a count takes. */
    record Plural(String name, Map<String, Message> branches) implements Part {}

    /** Chooses by a word, or by whether there is a value. */
    record Select(String name, Map<String, Message> branches) implements Part {}
}
