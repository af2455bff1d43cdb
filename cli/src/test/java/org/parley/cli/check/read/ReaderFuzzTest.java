package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.check.read.Reading.feature;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever bytes come: volumes or errors, never an exception, never a wait. A failing seed is in the message. */
class ReaderFuzzTest {
    private static final String AREA =
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[35,48],[35.1,48],[35.1,48.1],[35,48]]],"
                    + "[[[36,48],[36.1,48],[36.1,48.1],[36,48]]]]}";
    private static final String LINE = "{\"type\":\"LineString\",\"coordinates\":[[179.9,1],[-179.9,1.1],[-179,89.9]]}";
    private static final List<String> FEATURES = List.of(
            feature("a"),
            feature("b", "\"x\":[1,{\"y\":null}],\"edges\":\"geodesic\"", AREA),
            feature("ö\\u1234", "\"halfWidth\":50,\"lowerRef\":\"FL\",\"upperRef\":\"FL\",\"kind\":\"air\"", LINE));
    private static final List<String> FILES = List.of(
            String.join("\n", FEATURES),
            "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", FEATURES) + "]}",
            "\u001E" + String.join("\n\u001E", FEATURES));
    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            "\u001E",
            "null",
            "1e309",
            "-",
            "NaN",
            "180",
            "-1e-320",
            "\uFEFF",
            "9".repeat(400),
            "[[[[",
            "\"features\":[",
            "\"type\":\"Feature\"",
            "\\ud800",
            "0.1",
            "é",
            " ");

    @Test
    void mutated_files_are_read_or_refused() {
        mutate(0, 2_000);
    }

    @Test
    @Tag("nightly")
    void mutated_files_are_read_or_refused_all_night() {
        mutate(1_000_000, 300_000);
    }

    private static void mutate(long first, int count) {
        for (long seed = first; seed < first + count; seed++) {
            byte[] bytes = mutated(new Random(seed));
            long of = seed;
            Reading reading =
                    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Reading.of(bytes), () -> "seed " + of);
            assertThat(reading.plans.volumes() > 0 || !reading.errors().isEmpty())
                    .as("seed %d: neither a volume nor an error", seed)
                    .isTrue();
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = FILES.get(random.nextInt(FILES.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int until = Math.min(bytes.length, at + random.nextInt(30));
            byte[] piece = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                default -> Arrays.copyOfRange(bytes, at / 2, at);
            };
            bytes = spliced(bytes, at, random.nextBoolean() ? at : until, piece);
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int until, byte[] piece) {
        byte[] all = new byte[bytes.length - (until - from) + piece.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(piece, 0, all, from, piece.length);
        System.arraycopy(bytes, until, all, from + piece.length, bytes.length - until);
        return all;
    }
}
