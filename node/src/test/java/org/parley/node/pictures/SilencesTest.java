package org.parley.node.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How long a machine was silent, by the times of its answers. */
class SilencesTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long CHECK = 10 * MINUTE;

    private static Silences answering(long... times) {
        Silences silences = new Silences(OptionalLong.empty());
        for (long time : times) {
            silences.answered(time);
        }
        return silences;
    }

    @Test
    void who_answered_every_check_missed_none() {
        Silences silences = new Silences(OptionalLong.of(DAY));
        for (long time = DAY; time <= DAY + 5 * HOUR; time += CHECK) {
            silences.answered(time + 20_000);
        }
        assertThat(silences.at(DAY + 5 * HOUR + MINUTE, CHECK)).isEqualTo(new Silences.Day(CHECK, 0));
    }

    @Test
    void the_longest_silence_is_between_two_answers_or_lasts() {
        Silences silences = answering(DAY, DAY + 42 * MINUTE, DAY + 44 * MINUTE);
        assertThat(silences.at(DAY + 45 * MINUTE, CHECK)).isEqualTo(new Silences.Day(42 * MINUTE, 4));
        assertThat(silences.at(DAY + 105 * MINUTE, CHECK)).isEqualTo(new Silences.Day(61 * MINUTE, 4 + 6));
    }

    @Test
    void a_silence_counts_as_far_as_it_lies_within_a_day() {
        Silences silences = answering(DAY, DAY + HOUR);
        silences.answered(DAY + HOUR + MINUTE);
        assertThat(silences.at(2 * DAY + 30 * MINUTE, CHECK).longest()).isEqualTo(DAY - 31 * MINUTE);
        Silences long_ago = answering(DAY, DAY + HOUR);
        for (long time = DAY + HOUR; time < 4 * DAY; time += CHECK) {
            long_ago.answered(time);
        }
        assertThat(long_ago.at(4 * DAY, CHECK)).isEqualTo(new Silences.Day(CHECK, 0));
    }

    @Test
    void an_answer_that_is_told_late_makes_no_silence() {
        assertThat(answering(DAY + HOUR, DAY, DAY + HOUR + MINUTE).at(DAY + HOUR + 2 * MINUTE, CHECK))
                .isEqualTo(new Silences.Day(MINUTE, 0));
    }

    @Test
    void of_whom_nothing_was_ever_heard_there_is_no_silence_to_tell() {
        assertThat(answering().at(DAY, CHECK)).isEqualTo(new Silences.Day(0, 0));
    }
}
