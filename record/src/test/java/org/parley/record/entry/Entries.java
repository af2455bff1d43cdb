package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** What tests ask of an entry. */
final class Entries {
    private Entries() {}

    static <T> T accepted(Entered<T> entered) {
        assertThat(entered).isInstanceOf(Entered.Accepted.class);
        return entered.orElseThrow();
    }

    static <T> T withoutWarning(Entered<T> entered) {
        assertThat(warnings(entered)).isEmpty();
        return entered.orElseThrow();
    }

    static List<Problem> warnings(Entered<?> entered) {
        return switch (entered) {
            case Entered.Accepted<?> accepted -> accepted.warnings();
            case Entered.Refused<?> refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }

    static List<Problem> problems(Entered<?> entered) {
        return switch (entered) {
            case Entered.Accepted<?> accepted -> throw new AssertionError("accepted: " + accepted.value());
            case Entered.Refused<?> refused -> {
                assertThat(refused.problems()).isNotEmpty();
                yield refused.problems();
            }
        };
    }

    /** All that an entry says, one problem a line. */
    static String said(Entered<?> entered) {
        List<Problem> all = switch (entered) {
            case Entered.Accepted<?> accepted -> accepted.warnings();
            case Entered.Refused<?> refused -> refused.problems();
        };
        return String.join("\n", all.stream().map(Problem::toString).toList());
    }
}
