package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;

class MomentTest {
    private static Moment moment(String text) {
        return Moment.parse("from", text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0, 0",
        "1970-01-01t00:00:00z, 0, 0",
        "1970-01-01T00:00:00-00:00, 0, 0",
        "1970-01-01T01:30:00+01:30, 0, 0",
        "1969-12-31T23:59:59.9999Z, -1, 0",
        "1970-01-01T00:00:00.0005Z, 0, 1",
        "1970-01-01T00:00:00.001000000000000000000000Z, 1, 1",
        "1970-01-01T00:00:00.1Z, 100, 100",
        "2024-02-29T12:00:00Z, 1709208000000, 1709208000000",
        "0000-01-01T00:00:00Z, -62167219200000, -62167219200000",
        "9999-12-31T23:59:59.999Z, 253402300799999, 253402300799999",
    })
    void a_time_is_widened_outwards_to_milliseconds(String text, long floor, long ceiling) {
        assertThat(moment(text).floor()).isEqualTo(floor);
        assertThat(moment(text).ceiling()).isEqualTo(ceiling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-03-01T06:30Z",
                "2026-03-01T06:30:00",
                "2026-03-01 06:30:00Z",
                "2026-03-01T06:30:60Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T06:60:00Z",
                "2026-02-29T06:00:00Z",
                "2026-13-01T06:00:00Z",
                "2026-00-01T06:00:00Z",
                "2026-03-00T06:00:00Z",
                "2026-03-01T06:30:00.Z",
                "2026-03-01T06:30:00.1.2Z",
                "2026-03-01T06:30:000Z",
                "2026-03-01T06:30:00,5Z",
                "2026-03-01T06:30:00+1:00",
                "2026-03-01T06:30:00+24:00",
                "2026-03-01T06:30:00+00:60",
                "2026-03-01T06:30:00+00:00Z",
                "2026-03-01T06:30:00ZZ",
                "+2026-03-01T06:30:00Z",
                "-026-03-01T06:30:00Z",
                "٢٠٢٦-03-01T06:30:00Z",
                "0000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
            })
    void anything_else_is_refused_with_a_way_out(String text) {
        assertThat(Moment.parse("from", text))
                .isInstanceOfSatisfying(
                        Entered.Refused.class,
                        refused -> assertThat(refused.problems().toString())
                                .contains("from")
                                .contains("2026-03-01T06:30:00Z"));
    }

    @Test
    void it_agrees_with_java_time_on_a_hundred_thousand_instants() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            long ms = random.nextLong(-62_000_000_000_000L, 253_000_000_000_000L);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
            OffsetDateTime time = Instant.ofEpochMilli(ms).atOffset(offset);
            String text = String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02d.%03d%s",
                    time.getYear(),
                    time.getMonthValue(),
                    time.getDayOfMonth(),
                    time.getHour(),
                    time.getMinute(),
                    time.getSecond(),
                    time.getNano() / 1_000_000,
                    offset);
            assertThat(moment(text).floor()).as(text).isEqualTo(ms);
            assertThat(moment(text).ceiling()).as(text).isEqualTo(ms);
        }
    }

    @Test
    void moments_are_ordered_to_the_last_digit() {
        assertThat(moment("2026-03-01T06:30:00.00049Z")).isLessThan(moment("2026-03-01T06:30:00.0005Z"));
        assertThat(moment("2026-03-01T06:30:00.000500Z")).isEqualByComparingTo(moment("2026-03-01T06:30:00.0005Z"));
        assertThat(moment("2026-03-01T06:30:00.9Z")).isLessThan(moment("2026-03-01T06:30:01Z"));
    }
}
