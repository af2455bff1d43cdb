package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.BadInput;

class ExpiryTest {
    @Test
    void seconds_minutes_and_hours_are_read() {
        assertThat(Expiry.of("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Expiry.of("15m")).isEqualTo(Duration.ofMinutes(15));
        assertThat(Expiry.of("24h")).isEqualTo(Duration.ofHours(24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0m", "-1m", "1.5h", "25h", "1441m", "86401s", "99999h", "1d", "m", "15 m"})
    void anything_else_is_told_with_what_was_written(String text) {
        assertThatThrownBy(() -> Expiry.of(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--expires " + text);
    }
}
