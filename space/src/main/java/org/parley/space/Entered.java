package org.parley.space;

import java.util.List;

/**
 * What became of an entry: accepted, perhaps with warnings, or refused whole with every reason at once.
 *
 * @param <T> what was entered
 */
public sealed interface Entered<T> {
    /** Accepted; the warnings say what was mended or assumed. */
    record Accepted<T>(T value, List<Problem> warnings) implements Entered<T> {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Refused; there is at least one problem. */
    record Refused<T>(List<Problem> problems) implements Entered<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static <T> Entered<T> refused(String field, Object value, String reason, String wayOut) {
        return new Refused<>(List.of(new Problem(field, String.valueOf(value), reason, wayOut)));
    }

    static <T> Entered<T> accepted(T value) {
        return new Accepted<>(value, List.of());
    }

    /** The value, where a refusal would be a defect of the program and not of its input. */
    default T orElseThrow() {
        return switch (this) {
            case Accepted<T> accepted -> accepted.value();
            case Refused<T> refused ->
                throw new IllegalArgumentException(refused.problems().toString());
        };
    }
}
