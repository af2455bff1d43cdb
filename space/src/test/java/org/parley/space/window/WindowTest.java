package org.parley.space.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Window HOUR = new Window(0, 3_600_000);

    @Test
    void a_window_ends_after_it_begins() {
        assertThatThrownBy(() -> new Window(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Window(5, 6).overlap(new Window(5, 6))).isEqualTo(1);
    }

    @Test
    void the_end_is_not_in_the_window() {
        Window next = new Window(3_600_000, 4_000_000);
        assertThat(HOUR.overlap(next)).isZero();
        assertThat(HOUR.gap(next)).isZero();
        assertThat(HOUR.near(next, 0)).isFalse();
        assertThat(HOUR.near(next, 1)).isTrue();
        assertThat(HOUR.near(new Window(3_599_999, 4_000_000), 0)).isTrue();
    }

    @Test
    void a_gap_equal_to_the_minimum_is_enough() {
        Window after = HOUR.later(3_600_000 + 300_000);
        assertThat(HOUR.gap(after)).isEqualTo(300_000);
        assertThat(HOUR.near(after, 300_000)).isFalse();
        assertThat(HOUR.near(after, 300_001)).isTrue();
        assertThat(after.near(HOUR, 300_000)).isFalse();
        assertThat(after.near(HOUR, 300_001)).isTrue();
    }

    @Test
    void windows_share_just_the_milliseconds_that_lie_in_both() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 5_000; n++) {
            Window a = window(random);
            Window b = window(random);
            long shared = LongStream.range(a.from(), a.until())
                    .filter(t -> b.from() <= t && t < b.until())
                    .count();
            assertThat(a.overlap(b)).isEqualTo(shared).isEqualTo(b.overlap(a));
            long nearest = LongStream.range(a.from(), a.until())
                    .flatMap(t -> LongStream.range(b.from(), b.until()).map(u -> Math.abs(t - u)))
                    .min()
                    .orElseThrow();
            // Neighbouring milliseconds are a gap of none.
            assertThat(a.gap(b)).isEqualTo(Math.max(0, nearest - 1)).isEqualTo(b.gap(a));
            assertThat(a.near(b, 0)).isEqualTo(shared > 0);
            long minimum = random.nextLong(1, 20);
            assertThat(a.near(b, minimum)).isEqualTo(shared > 0 || a.gap(b) < minimum);
        }
    }

    private static Window window(SplittableRandom random) {
        long from = random.nextLong(-20, 20);
        return new Window(from, from + random.nextLong(1, 15));
    }
}
