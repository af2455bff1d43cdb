package org.parley.cli.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TracksTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The flights of the demo, and whatever else lies in a folder named by {@code -Dparley.samples}. */
    static List<Path> samples() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Path.of("src/main/resources/org/parley/cli/demo/calfire.json.gz"));
        String folder = System.getProperty("parley.samples", "");
        if (!folder.isEmpty()) {
            try (Stream<Path> others = Files.list(Path.of(folder))) {
                others.filter(file -> file.toString().endsWith(".json.gz"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Law: every reported position lies inside one of its volumes at its time. */
    @ParameterizedTest
    @MethodSource("samples")
    void every_reported_position_lies_in_one_of_its_volumes(Path file) throws IOException {
        long start = System.nanoTime();
        Flown flown = Flown.of(Files.newInputStream(file), Tracks.USUAL, false);
        System.out.printf("%s: %d ms, %s%n", file.getFileName(), (System.nanoTime() - start) / 1_000_000, flown.result);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertHolds(flown, MAPPER.readTree(in));
        }
    }

    /** The same law on invented rows: all sources mixed, gaps, jumps, repetitions, other places in the same second. */
    @Test
    void every_invented_position_lies_in_one_of_its_volumes() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            String rows = invented(new Random(seed));
            for (Tracks tracks : List.of(Tracks.USUAL, new Tracks(1_000, 1, 1), new Tracks(3_600_000, 100, 10))) {
                Flown flown = Flown.of(bytes(rows), tracks, false);
                assertHolds(flown, MAPPER.readTree(rows));
            }
        }
    }

    /** Law: a volume lasts a slice at most, or one leg; and between two volumes of a run no time is left out. */
    @Test
    void volumes_join_in_time_and_place() throws IOException {
        Flown flown = Flown.of(rows(
                row(0, 8, 46, "\"geoaltitude\":1000"),
                row(50, 8.01, 46, "\"geoaltitude\":1100"),
                row(100, 8.02, 46, "\"geoaltitude\":1200"),
                row(110, 8.03, 46, "\"geoaltitude\":1300")));
        assertThat(flown.features).hasSize(2);
        JsonNode first = flown.features.get(0);
        JsonNode second = flown.features.get(1);
        assertThat(first.get("properties").get("until"))
                .isEqualTo(second.get("properties").get("from"));
        JsonNode end = first.get("geometry").get("coordinates").get(1);
        assertThat(end).isEqualTo(second.get("geometry").get("coordinates").get(0));
        assertThat(second.get("geometry").get("coordinates").size()).isEqualTo(3);
        assertThat(first.get("properties").get("lower").decimalValue()).isEqualByComparingTo("254.8");
        assertThat(first.get("properties").get("upper").decimalValue()).isEqualByComparingTo("385.28");
    }

    @Test
    void a_gap_and_a_jump_end_a_volume() throws IOException {
        Flown flown = Flown.of(rows(row(0, 8, 46, ""), row(121, 8.001, 46, ""), row(122, 8.1, 46, "")));
        assertThat(flown.features)
                .hasSize(3)
                .allMatch(f -> f.get("geometry").get("type").asString().equals("Point"));
        assertThat(flown.result.counts()).anyMatch(l -> l.startsWith("1 gaps")).anyMatch(l -> l.startsWith("1 jumps"));
    }

    @Test
    void a_volume_has_one_kind_of_height() throws IOException {
        Flown flown = Flown.of(rows(
                row(0, 8, 46, "\"geoaltitude\":1000,\"altitude\":900"),
                row(10, 8.001, 46, "\"geoaltitude\":null,\"altitude\":35000"),
                row(20, 8.002, 46, "")));
        assertThat(flown.features.stream()
                        .map(f -> f.get("properties").path("upperRef").asString("none")))
                .containsExactly("HAE", "FL", "none");
        assertThat(flown.features.get(1).get("properties").get("lower").decimalValue())
                .isEqualByComparingTo("348.35");
        assertThat(flown.features.get(1).get("properties").get("upper").decimalValue())
                .isEqualByComparingTo("351.65");
        assertThat(flown.result.counts()).anyMatch(l -> l.startsWith("1 volumes without any height"));
    }

    @Test
    void rows_are_sorted_counted_and_dropped() throws IOException {
        Flown flown = Flown.of(rows(
                row(20, 8.002, 46, ""),
                row(0, 8, 46, ""),
                row(0, 8, 46, ""),
                "{\"timestamp\":1600000005000,\"icao24\":\"ABC123\",\"callsign\":\"T1\",\"latitude\":null,\"longitude\":1}",
                row(10, 8.001, 46, "")));
        assertThat(flown.features).hasSize(1);
        assertThat(flown.result.counts().getFirst()).isEqualTo("5 rows read, 3 positions kept, 1 flight, 1 volume");
        assertThat(flown.result.counts())
                .contains("1 rows without a position, left out")
                .contains("1 repeated rows (same time, place and height), left out");
    }

    /** Law: the order of rows changes nothing. */
    @Test
    void the_order_of_rows_changes_nothing() throws IOException {
        String a = row(0, 8, 46, "\"flight_id\":\"F1\"");
        String b = row(500, 9, 46, "\"flight_id\":\"F2\"");
        assertThat(Flown.of(rows(a, b)).features).isEqualTo(Flown.of(rows(b, a)).features);
        assertThat(Flown.of(rows(b, a)).features.stream()
                        .map(f -> f.get("properties").get("activity").asString()))
                .containsExactly("T1-1", "T1-2");
    }

    @Test
    void csv_says_the_same_as_json() throws IOException {
        String csv = """
                latitude,icao24,longitude,timestamp,altitude,"callsign",geoaltitude
                46,abc123,8,1600000000000,900,"T1",
                46,abc123,8.001,2020-09-13 12:26:50+00:00,950,T1,NaN
                """;
        String json = rows(row(0, 8, 46, "\"altitude\":900"), row(10, 8.001, 46, "\"altitude\":950"));
        assertThat(Flown.of(csv).features).isEqualTo(Flown.of(json).features);
        String fromWindows = "\uFEFF" + csv.replace("\n", "\r\n");
        assertThat(Flown.of(fromWindows).features).isEqualTo(Flown.of(json).features);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"latitude\":95",
                "\"longitude\":-180.5",
                "\"latitude\":\"46\"",
                "\"longitude\":[8]",
                "\"timestamp\":1600000000",
                "\"timestamp\":\"2020-09-13T12:26:40\"",
                "\"timestamp\":\"2020-09-13T12:26:60Z\"",
                "\"timestamp\":null",
                "\"icao24\":\" \"",
                "\"geoaltitude\":1e300",
                "\"geoaltitude\":true",
                "\"altitude\":-99999999",
                "\"callsign\":\"\\u001b[2J\\u202e0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\""
            })
    void a_bad_row_is_named_and_nothing_is_written(String bad) throws IOException {
        String column = bad.substring(1, bad.indexOf('"', 1));
        Flown flown = Flown.of(rows(row(0, 8, 46, ""), row(1, 8, 46, bad)));
        assertThat(flown.features).isEmpty();
        assertThat(flown.result.bad()).isEqualTo(1);
        assertThat(flown.result.reasons().getFirst())
                .startsWith("row 2: " + column + " ")
                .doesNotContain("\u001b", "\u202e");
        Flown rest = Flown.of(bytes(rows(row(0, 8, 46, ""), row(1, 8, 46, bad))), Tracks.USUAL, true);
        assertThat(rest.features).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "garbage",
                "[1,2]",
                "[{\"timestamp\":1600000000000",
                "[{}] [{}]",
                "[[{}]]",
                "{\"a\":NaN}",
                "time,lat,lon\n1,2,3\n",
                "[{\"latitude\":\"\u0000"
            })
    void what_is_no_rows_is_refused_as_a_whole(String garbage) {
        assertThatThrownBy(() -> Flown.of(garbage)).isInstanceOf(BadInput.class).hasMessageContaining("rows");
    }

    @Test
    void an_empty_file_is_called_empty() {
        assertThatThrownBy(() -> Flown.of("")).isInstanceOf(BadInput.class).hasMessageContaining("is empty");
    }

    @Test
    void damaged_bytes_are_refused() {
        byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0};
        byte[] latin = "timestamp,icao24,latitude,longitude\n1,\u00e9,2,3".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] bytes : List.of(packed, latin)) {
            assertThatThrownBy(() -> Flown.of(new ByteArrayInputStream(bytes), Tracks.USUAL, false))
                    .isInstanceOf(BadInput.class);
        }
    }

    private static void assertHolds(Flown flown, JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.path("latitude").isNumber() && row.path("longitude").isNumber()) {
                assertThat(flown.holds(
                                row.get("icao24").asString(),
                                row.get("timestamp").asLong(),
                                row.get("latitude").asDouble(),
                                row.get("longitude").asDouble(),
                                number(row, "geoaltitude"),
                                number(row, "altitude")))
                        .as("%s", row)
                        .isTrue();
            }
        }
    }

    private static OptionalDouble number(JsonNode row, String column) {
        return row.path(column).isNumber() ? OptionalDouble.of(row.get(column).asDouble()) : OptionalDouble.empty();
    }

    private static String invented(Random random) {
        StringBuilder rows = new StringBuilder("[");
        long time = 1_600_000_000_000L;
        double lat = random.nextBoolean() ? 89.9 : random.nextDouble() * 100 - 50;
        double lon = random.nextBoolean() ? 179.99 : random.nextDouble() * 360 - 180;
        for (int i = 0; i < 120; i++) {
            time += random.nextInt(5) == 0 ? 0 : random.nextInt(40) == 0 ? 300_000 : random.nextInt(60_000);
            lat = Math.max(-90, Math.min(90, lat + random.nextGaussian() * (random.nextInt(30) == 0 ? 5 : 0.01)));
            lon += random.nextInt(4) == 0 ? 0 : random.nextGaussian() * 0.01;
            lon = lon >= 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
            rows.append(i == 0 ? "" : ",")
                    .append("{\"timestamp\":%d,\"icao24\":\"a%d\",\"callsign\":\"C\",\"latitude\":%s,\"longitude\":%s"
                            .formatted(time, random.nextInt(2), lat, lon));
            if (random.nextInt(3) > 0) {
                rows.append(",\"geoaltitude\":").append(random.nextDouble() * 3000 - 300);
            }
            if (random.nextInt(3) > 0) {
                rows.append(",\"altitude\":").append(random.nextDouble() * 3000 - 300);
            }
            rows.append('}');
        }
        return rows.append(']').toString();
    }

    private static String row(int second, double lon, double lat, String more) {
        StringBuilder row = new StringBuilder("{\"timestamp\":" + (1_600_000_000_000L + second * 1000L)
                + ",\"icao24\":\"abc123\",\"callsign\":\"T1\",\"latitude\":" + lat + ",\"longitude\":" + lon);
        return row.append(more.isEmpty() ? "" : "," + more).append('}').toString();
    }

    private static String rows(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
