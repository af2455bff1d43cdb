package org.parley.ledger.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants against java.time, which others wrote. */
class InstantsTest {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void any_instant_is_printed_as_java_time_does_and_read_again() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            assertSame(random.nextLong(Instants.MIN, Instants.MAX + 1));
        }
        assertSame(Instants.MIN);
        assertSame(Instants.MAX);
        assertSame(0);
        assertSame(-1);
    }

    @Test
    void every_day_of_four_hundred_years_is_printed_as_java_time_does() {
        long first = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
        for (int day = 0; day < 146_097; day++) {
            assertSame(first + day * 86_400_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00.123Z, 1795521600123",
        "1970-01-01T00:00:00.000Z, 0",
        "1969-12-31T23:59:59.999Z, -1",
        "2000-02-29T00:00:00.000Z, 951782400000",
        "9999-12-31T23:59:59.999Z, 253402300799999"
    })
    void known_instants(String text, long millis) {
        assertThat(Instants.parse(text)).isEqualTo(millis);
        assertThat(Instants.print(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24T12:00:00Z",
                "2026-11-24T12:00:00.12Z",
                "2026-11-24T12:00:00.1234Z",
                "2026-11-24T12:00:00.123z",
                "2026-11-24T12:00:00.12aZ",
                "2026-11-24T12:00:00.123Z0",
                "2026-11-24t12:00:00.123Z",
                "2026-11-24 12:00:00.123Z",
                "2026-11-24T12:00:00,123Z",
                "2026-11-24T12:00:00.123+00:00",
                "+2026-11-24T12:00:00.123Z",
                "2026-1a-24T12:00:00.123Z",
                "2026-\u0661\u0661-24T12:00:00.123Z",
                "2026-00-24T12:00:00.123Z",
                "2026-13-24T12:00:00.123Z",
                "2026-11-00T12:00:00.123Z",
                "2026-11-31T12:00:00.123Z",
                "2026-12-32T12:00:00.123Z",
                "2026-02-29T12:00:00.123Z",
                "2100-02-29T12:00:00.123Z",
                "2000-02-30T12:00:00.123Z",
                "2026-11-24T24:00:00.000Z",
                "2026-11-24T12:60:00.123Z",
                "2016-12-31T23:59:60.000Z"
            })
    void any_other_form_and_what_no_calendar_has_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Instants.parse(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {Instants.MIN - 1, Instants.MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void an_instant_of_other_years_is_not_printed(long millis) {
        assertThatIllegalArgumentException().isThrownBy(() -> Instants.print(millis));
    }

    private static void assertSame(long at) {
        String text = FORM.format(Instant.ofEpochMilli(at));
        if (!Instants.print(at).equals(text) || Instants.parse(text) != at) {
            throw new AssertionError(text + " became " + Instants.print(at));
        }
    }
}
