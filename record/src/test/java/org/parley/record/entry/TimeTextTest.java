package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.envelope.Instants;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** Failure 26 of the catalogue: local time for UTC, and summer time. */
class TimeTextTest {
    private static final long NOON = Instant.parse("2017-11-20T14:30:00Z").toEpochMilli();

    @Test
    void what_java_prints_at_any_offset_is_the_same_instant() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 2_000; i++) {
            long epoch = random.nextLong(Instants.MIN + 86_400_000, Instants.MAX - 86_400_000);
            int offset = random.nextInt(-840, 841);
            OffsetDateTime java = Instant.ofEpochMilli(epoch).atOffset(ZoneOffset.ofTotalSeconds(offset * 60));
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(java);
            TimeText read = Entries.withoutWarning(TimeText.read(text));
            assertThat(read).as(text).isEqualTo(new TimeText(epoch, offset));
            assertThat(TimeText.read(read.utc()).orElseThrow().epochMillis()).isEqualTo(epoch);
            assertThat(TimeText.read(read.local(offset)).orElseThrow().epochMillis())
                    .isEqualTo(Math.floorDiv(epoch, 1000) * 1000);
        }
    }

    @Test
    void a_date_time_group_as_printed_is_read_as_the_same_second() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 2_000; i++) {
            long epoch = random.nextLong(Instants.MIN / 1000, Instants.MAX / 1000) * 1000;
            String text = Dtg.print(epoch);
            assertThat(Entries.withoutWarning(TimeText.read(text)).epochMillis())
                    .as(text)
                    .isEqualTo(epoch);
        }
    }

    @Test
    void a_date_time_group_is_what_java_prints() {
        DateTimeFormatter java = DateTimeFormatter.ofPattern("ddHHmm'Z'MMMuu", Locale.ENGLISH);
        SplittableRandom random = new SplittableRandom(43);
        for (int i = 0; i < 2_000; i++) {
            Instant minute = Instant.ofEpochSecond(random.nextLong(15_778_380, 68_374_000) * 60);
            String text = java.format(minute.atOffset(ZoneOffset.UTC)).toUpperCase(Locale.ROOT);
            assertThat(Dtg.print(minute.toEpochMilli())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-11-20T14:30:00Z",
                "2017-11-20T14:30:00.000Z",
                "2017-11-20t14:30z",
                "2017-11-20 14:30Z",
                "2017-11-20 14:30 UTC",
                "2017-11-20 14:30 GMT",
                "2017-11-20 16:30+02:00",
                "2017-11-20 16:30 +0200",
                "2017-11-20 16:30+02",
                "2017-11-20 17:30 UTC+3",
                "2017-11-20T09:00:00\u221205:30",
                "201430ZNOV17",
                "201430Z NOV 2017",
                "201430Z NOV 17",
                "201430znov2017",
                "20143000ZNOV17",
                "201630BNOV17",
                "201430 Z NOV 17",
                "200930RNOV17",
                "210230MNOV17",
                "200230YNOV17",
                "٢٠١٧-١١-٢٠ ١٤:٣٠Z"
            })
    void is_read_as_the_same_instant(String text) {
        assertThat(Entries.withoutWarning(TimeText.read(text)).epochMillis()).isEqualTo(NOON);
    }

    @Test
    void every_zone_letter_has_its_offset() {
        String letters = "YXWVUTSRQPONZABCDEFGHIKLM";
        for (int i = 0; i < letters.length(); i++) {
            TimeText read =
                    TimeText.read("201200" + letters.charAt(i) + "NOV17").orElseThrow();
            assertThat(read.offsetMinutes()).isEqualTo((i - 12) * 60);
        }
    }

    /** Syria kept UTC+3 on 9 July 2017 and UTC+2 in November 2017: the same clock time is another instant. */
    @Test
    void failure_26_summer_and_winter_time_are_told_apart_by_dated_offsets() {
        TimeText july = TimeText.read("2017-07-09 12:00 +03:00").orElseThrow();
        TimeText november = TimeText.read("2017-11-20 12:00 +02:00").orElseThrow();
        assertThat(july.echo(180)).isEqualTo("2017-07-09T09:00:00.000Z, 2017-07-09 12:00:00 +03:00, 090900ZJUL17");
        assertThat(november.echo(120)).isEqualTo("2017-11-20T10:00:00.000Z, 2017-11-20 12:00:00 +02:00, 201000ZNOV17");
        assertThat(july.local(0)).isEqualTo("2017-07-09 09:00:00 UTC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-11-20 14:30 EET",
                "2017-11-20 14:30 Europe/Damascus",
                "2017-11-20 14:30 MSK",
                "2017-11-20 14:30 local",
                "2017-11-20T14:30+02:00[Asia/Damascus]",
                "2017-11-20 14:30 LT"
            })
    void failure_26_named_zones_are_refused_with_the_way_out(String text) {
        assertThat(Entries.said(TimeText.read(text)))
                .contains("no offset from UTC")
                .contains("+02:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-11-20 14:30 | has no zone",
                "201430NOV17 | has no zone",
                "201430JNOV17 | zone J",
                "201430ZNOV | has no year",
                "14:30Z | has no date",
                "2017-11-20 14:60Z | minute 60",
                "2017-11-20 14:30:60Z | second 60",
                "2017-11-20 24:00Z | 00:00 of the next day",
                "2017-11-20 25:00Z | hour 25",
                "2017-02-29 12:00Z | day 29",
                "2017-13-01 12:00Z | month 13",
                "2017-00-01 12:00Z | month 0",
                "311430ZNOV17 | day 31",
                "201460ZNOV17 | minute 60",
                "2017-11-20 14:30-00:00 | unknown",
                "2017-11-20 14:30+15:00 | beyond 14:00",
                "2017-11-20 14:30+02:60 | 60 minutes",
                "0000-01-01 00:00+01:00 | outside the years",
                "20.11.2017 14:30Z | no form known",
                "11/20/2017 14:30Z | no form known",
                "2017-11-20 | no form known",
                "2017-11-20 2:30 PM | no form known",
                "now | no form known",
            })
    void failure_26_is_refused(String text, String reason) {
        Entered<TimeText> read = TimeText.read(text);
        assertThat(Entries.problems(read)).isNotEmpty();
        assertThat(Entries.said(read)).contains(reason);
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThat(Entries.problems(TimeText.read("2017-13-20 25:61"))).hasSize(4);
    }

    @Test
    void a_time_alone_is_on_the_given_date_in_its_own_offset() {
        LocalDate date = LocalDate.of(2017, 11, 20);
        assertThat(TimeText.read("14:30Z", date).orElseThrow().utc()).isEqualTo("2017-11-20T14:30:00.000Z");
        assertThat(TimeText.read("01:30+02:00", date).orElseThrow().utc()).isEqualTo("2017-11-19T23:30:00.000Z");
        assertThat(Entries.said(TimeText.read("14:30", date))).contains("has no zone");
    }

    @Test
    void what_is_finer_than_a_millisecond_is_cut_off_with_a_warning() {
        Entered<TimeText> read = TimeText.read("2017-11-20T14:30:00.123456Z");
        assertThat(read.orElseThrow().utc()).isEqualTo("2017-11-20T14:30:00.123Z");
        assertThat(Entries.said(read)).contains("finer than a millisecond");
        Entries.withoutWarning(TimeText.read("2017-11-20T14:30:00.123000Z"));
    }

    @Test
    void a_window_ends_after_it_begins_and_says_how_long_it_is() {
        WindowText read = Entries.withoutWarning(WindowText.read("201430ZNOV17", "2017-11-21 17:00 +02:00"));
        assertThat(read.duration()).isEqualTo("1 d 30 min");
        assertThat(read.window().until() - read.window().from()).isEqualTo(88_200_000);
        assertThat(Entries.said(WindowText.read("201430ZNOV17", "201430ZNOV17")))
                .contains("is not later than");
        LocalDate date = LocalDate.of(2017, 11, 20);
        assertThat(Entries.said(WindowText.read("22:00Z", "02:00Z", date))).contains("date of the next day");
        assertThat(WindowText.read("22:00Z", "23:15Z", date).orElseThrow().duration())
                .isEqualTo("1 h 15 min");
    }

    @Test
    void a_window_tells_what_is_wrong_with_both_ends() {
        assertThat(Entries.problems(WindowText.read("2017-11-20 14:30", "yesterday")))
                .extracting(Problem::field)
                .containsExactly("from", "until");
    }
}
