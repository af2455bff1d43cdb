package org.parley.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BugTest {
    private final Simulator simulator = Seeds.simulator();

    /** The first seed that breaks must break what the bug is about too, and hold without it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            NO_FENCE              ; FORK|holds another root of that size|though another had given a receipt|signed a receipt for .* holds one for
            SIGNS_BEFORE_COMMIT   ; signed .* at \\d+ when its disk held \\d+
            LOSES_A_RECEIPT       ; the receipts of .* are \\d+ at .*, \\d+ at .*
            ACCEPTS_A_STALE_FRAME ; LOST|has \\d+ entries at|signed
            SAFETY_WAITS          ; LATE: .* gave no receipt for .*-S\\d+ within 500 ms
            FORGETS_WHAT_WAITS    ; PICTURE: .* as it came has .*, from nothing has
            """)
    void a_planted_bug_is_found_within_two_thousand_seeds(Bug bug, String how) {
        AtomicReference<Optional<Outcome>> found = new AtomicReference<>(Optional.empty());
        simulator.run(0, Seeds.COUNT, Course.Chance.ALL, bug, outcome -> {
            if (!outcome.holds()) {
                found.set(Optional.of(outcome));
            }
            return outcome.holds();
        });
        assertThat(found.get()).as(bug + " was not found").isPresent();
        Outcome first = found.get().orElseThrow();
        assertThat(String.join("\n", first.broken()))
                .as(() -> Seeds.told(first))
                .containsPattern(how);
        assertThat(simulator.run(first.seed(), Course.Chance.ALL).broken())
                .as("the same seed without the bug")
                .isEmpty();
    }
}
