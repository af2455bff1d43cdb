package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parley.space.Entered;
import org.parley.space.footprint.Extent;

/** Whatever is typed, pasted or sent: an answer comes, refused or accepted, soon and without an exception. */
class EntryGarbageTest {
    private static final int COUNT = Boolean.getBoolean("parley.nightly") ? 1_000_000 : 10_000;

    /** Texts that make sense, to be cut, joined and spoilt. */
    private static final List<String> SEEDS = List.of(
            "35°01'12\"N 40°37'12\"E",
            "35,02 с.ш. 40,62 в.д.",
            "350112N0403712E",
            "37S DV 12345 67890",
            "ZAH 12345 67890",
            "37 north 412345.6 3876543.2",
            "UPS south 2012345 1987654",
            "-35.02, 140.62",
            "SK-42",
            "EPSG:4284",
            "6,100 m AMSL",
            "FL350",
            "500ft AGL",
            "UNL",
            "201430ZNOV17",
            "2017-11-20T14:30:00.123+02:00",
            "14:30Z",
            "5 NM",
            "lat lon",
            "WGS84",
            "٣٥٫٠٢ شمال",
            "35d01m12sN",
            "32X",
            "99999999999999999999",
            "0.00000000000000000000001",
            "''",
            "\u202e");

    private static final Coordinates.Context SOMEWHERE =
            new Coordinates.Context(Datum.SK_42, Optional.of(new Extent(34, 36.5, 38, 3.5)));

    private static final List<Function<String, Entered<?>>> READERS = List.of(
            Coordinates::read,
            text -> Coordinates.read(text, SOMEWHERE),
            Datum::named,
            HeightText::read,
            DistanceText::read,
            TimeText::read,
            text -> TimeText.read(text, LocalDate.of(2017, 11, 20)),
            text -> WindowText.read(text, text + "1"));

    @Test
    void no_reader_throws_or_hangs() {
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            SplittableRandom random = new SplittableRandom(51);
            for (int i = 0; i < COUNT; i++) {
                tryAll(random.nextInt(4) == 0 ? noise(random) : spoilt(random));
            }
        });
    }

    @Test
    void the_longest_text_and_longer_ones_are_answered_at_once() {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (String seed :
                    List.of("1", " ", ",", ".", "°", "N", "1 ", "1,", "1.", "12:", "+", "'", "1'", "A", "AB ", "🚀")) {
                tryAll(seed.repeat(200 / seed.length()));
                tryAll(seed.repeat(100_000));
            }
        });
        assertThat(Entries.said(Coordinates.read("1".repeat(201))))
                .contains("longer than 200")
                .hasSizeLessThan(300);
    }

    private static void tryAll(String text) {
        for (Function<String, Entered<?>> reader : READERS) {
            try {
                if (reader.apply(text) instanceof Entered.Refused<?> refused) {
                    assertThat(refused.problems()).isNotEmpty();
                }
            } catch (RuntimeException e) {
                throw new AssertionError("on: " + text, e);
            }
        }
    }

    private static String noise(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(65_536));
                case 1 -> text.append((char) random.nextInt(32, 127));
                case 2 -> text.append(random.nextInt(10));
                default -> text.append("NSEWABYZ°'\" .,-+:;".charAt(random.nextInt(18)));
            }
        }
        return text.toString();
    }

    private static String spoilt(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            String seed = SEEDS.get(random.nextInt(SEEDS.size()));
            int from = random.nextInt(4) > 0 ? 0 : random.nextInt(seed.length());
            int until = random.nextInt(4) > 0 ? seed.length() : from + random.nextInt(seed.length() - from + 1);
            text.append(seed, from, Math.max(from, until)).append(" ".repeat(random.nextInt(2)));
        }
        for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(32, 127));
                default -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }
}
