package org.parley.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is entered is accepted or refused, soon; what is accepted is judged, and the same both ways round. */
class FuzzTest {
    @Test
    void garbage_is_accepted_or_refused_and_what_is_accepted_is_judged() {
        run(1, 60);
    }

    @Test
    @Tag("nightly")
    void much_garbage_is_accepted_or_refused_and_what_is_accepted_is_judged() {
        run(2, 5_000);
    }

    private static void run(long seed, int groups) {
        int accepted = 0;
        int refused = 0;
        for (int group = 0; group < groups; group++) {
            Garbage fuzz = new Garbage(seed * 1_000_003 + group);
            try {
                fuzz.enterSome();
                fuzz.judge();
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + seed + " group " + group, e);
            }
            accepted += fuzz.activities.size();
            refused += fuzz.refused;
        }
        System.out.printf("fuzz: %,d footprints accepted, %,d refused%n", accepted, refused);
        assertThat(accepted).isGreaterThan(groups);
        assertThat(refused).isGreaterThan(groups);
    }
}
