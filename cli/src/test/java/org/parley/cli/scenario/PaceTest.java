package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.cli.BadInput;

class PaceTest {
    @Test
    void a_minute_at_sixty_times_is_a_second_and_nobody_waits_through_a_night() {
        assertThat(Pace.of("60").pause(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.of("0.5").pause(Duration.ofMillis(500))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.of("1").pause(Duration.ofHours(9))).isEqualTo(Duration.ofSeconds(3));
        assertThat(Pace.of("max").pause(Duration.ofHours(9))).isZero();
    }

    @Test
    void what_is_no_speed_is_refused() {
        for (String text : List.of("", "fast", "-1", "0", "0.0", "1e9", "NaN", "MAX", "1234567")) {
            assertThatThrownBy(() -> Pace.of(text)).as(text).isInstanceOf(BadInput.class);
        }
    }
}
