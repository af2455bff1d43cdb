package org.parley.record;

import java.util.Set;

/**
 * An answer that a kind of record asks of those to whom it is said.
 *
 * @param name what it is called on the list of duties
 * @param anyOf the answers that meet it
 * @param within how soon it is owed
 */
public record Expected(String name, Set<String> anyOf, Within within) {
    /** How soon. */
    public sealed interface Within {
        /** By the deadline that the agreement sets for the record's precedence. */
        record Precedences() implements Within {}

        /** In so many milliseconds from the debtor's own receipt. */
        record Milliseconds(long limit) implements Within {}

        /** Until the instant that this field of the body names. */
        record Until(String field) implements Within {}
    }

    public Expected {
        anyOf = Set.copyOf(anyOf);
    }

    static Expected byPrecedence(String name, String... anyOf) {
        return new Expected(name, Set.of(anyOf), new Within.Precedences());
    }

    static Expected inSeconds(long seconds, String name, String... anyOf) {
        return new Expected(name, Set.of(anyOf), new Within.Milliseconds(seconds * 1_000));
    }

    static Expected until(String field, String name, String... anyOf) {
        return new Expected(name, Set.of(anyOf), new Within.Until(field));
    }
}
