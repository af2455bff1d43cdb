package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.record.entry.Entries.problems;
import static org.parley.record.entry.Entries.withoutWarning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Problem;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "5 min, 300000",
        "1 h 30 min, 5400000",
        "1h30min, 5400000",
        "90 s, 90000",
        "2 d, 172800000",
        "1.5 h, 5400000",
        "0 s, 0",
        "0.5 s 250 ms, 750",
        "5 мин, 300000",
        "٥ دقيقة, 300000",
    })
    void a_length_of_time_is_read(String text, long millis) {
        assertThat(withoutWarning(DurationText.read(text)).millis()).isEqualTo(millis);
    }

    /** The law: what is written out is read as the same. */
    @Test
    void what_is_written_out_is_read_again() {
        for (long millis = 0; millis < 400_000_000L; millis = millis * 3 + 7) {
            DurationText text = new DurationText(millis);
            assertThat(withoutWarning(DurationText.read(text.written()))).isEqualTo(text);
        }
    }

    /** A number alone has no unit; М is a metre and a minute; a month has no length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "min",
                "5 min 1 h",
                "5 min 5 min",
                "1 month",
                "5 м",
                "-5 min",
                "5 min and more",
                "1:30",
                "0.0001 s",
                "99999 d",
                "PT5M"
            })
    void what_could_mean_something_else_is_refused(String text) {
        assertThat(problems(DurationText.read(text))).extracting(Problem::field).containsExactly("duration");
    }
}
