package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.check.CheckCommand;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley check} as its users see it. */
class CheckTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int check(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> line = new ArrayList<>(List.of("check"));
        for (Object arg : args) {
            line.add(arg.toString());
        }
        return Main.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static String circle(String party, String activity, double lon, double lat, String more) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"party\":\"%s\",\"activity\":\"%s\",\"radius\":100,"
                        + "\"from\":\"2026-03-01T06:00:00Z\",\"until\":\"2026-03-01T07:00:00Z\"%s},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}",
                party,
                activity,
                more,
                lon,
                lat);
    }

    private static String low(String party, String activity, double lon) {
        return circle(party, activity, lon, 48, ",\"lower\":0,\"upper\":50");
    }

    private static String inLevels(String party, String activity) {
        return circle(party, activity, 35, 48, ",\"lower\":100,\"upper\":110,\"lowerRef\":\"FL\",\"upperRef\":\"FL\"");
    }

    @Test
    void a_minimum_out_of_range_names_unit_and_limit() {
        assertThat(check("--horizontal", "500001", "F")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--horizontal 500001.0: not from 0 to 500000", "give metres, at most 500000");
    }

    @Test
    void none_found_is_0_and_says_among_what() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("BIRCH", "b", 36), low("AZURE", "c", 35));
        assertThat(check(plans)).isEqualTo(0);
        assertThat(out.toString())
                .startsWith(
                        "3 volumes of 3 activities of 2 parties read from 1 file\nminima: 500 m, 100 m high, 300 s\n")
                .endsWith("no conflict found among the 3 volumes given\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_conflict_is_1_and_stands_in_the_table() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("BIRCH", "b", 35.005));
        assertThat(check(plans)).isEqualTo(1);
        assertThat(out.toString())
                .contains("AZURE a  BIRCH b  0, 0       173.13 m       0 m   0 s  2026-03-01T06:00:00Z")
                .endsWith("1 conflict among the 2 volumes given\n");
    }

    @Test
    void ndjson_is_one_object_a_pair() throws IOException {
        Path plans = file(
                "a.ndjson",
                circle("BIRCH", "b", 35.005, 48, ",\"lower\":60,\"upper\":90"),
                low("AZURE", "a", 35),
                circle("BIRCH", "b", 35.004, 48, ",\"lower\":60,\"upper\":90"));
        assertThat(check("--format", "ndjson", plans)).isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo(
                        "{\"a\":{\"party\":\"AZURE\",\"activity\":\"a\"},\"b\":{\"party\":\"BIRCH\",\"activity\":\"b\"},"
                                + "\"volumes\":[0,1],\"horizontal\":98.5,\"vertical\":10,\"time\":0,\"overlap\":{\"time\":3600},"
                                + "\"from\":\"2026-03-01T06:00:00Z\",\"until\":\"2026-03-01T07:00:00Z\","
                                + "\"place\":{\"type\":\"LineString\",\"coordinates\":[[35.00134,48],[35.00266,48]]}}\n");
    }

    @Test
    void of_volumes_equally_near_the_first_are_reported() throws IOException {
        Path plans = file(
                "a.ndjson",
                low("AZURE", "a", 36),
                low("AZURE", "a", 35),
                low("AZURE", "a", 35),
                low("BIRCH", "b", 37),
                low("BIRCH", "b", 35),
                low("BIRCH", "b", 35));
        check("--format", "ndjson", plans);
        assertThat(out.toString()).containsOnlyOnce("volumes").contains("\"volumes\":[1,1],\"horizontal\":0,");
    }

    @Test
    void where_windows_do_not_overlap_from_and_until_are_the_gap() throws IOException {
        String later = low("BIRCH", "b", 35).replace("T07:00:00Z", "T09:00:00Z").replace("T06:00:00Z", "T07:04:00.25Z");
        Path plans = file("a.ndjson", low("AZURE", "a", 35), later);
        check("--format", "ndjson", plans);
        JsonNode found = JSON.readTree(out.toString());
        assertThat(found.get("time").asString()).isEqualTo("240.25");
        assertThat(found.get("from").asString()).isEqualTo("2026-03-01T07:00:00Z");
        assertThat(found.get("until").asString()).isEqualTo("2026-03-01T07:04:00.250Z");
        assertThat(found.get("overlap").toString()).isEqualTo("{\"vertical\":50}");
        assertThat(found.get("place").get("type").asString()).isEqualTo("Polygon");
    }

    @Test
    void equality_of_the_time_gap_is_separation_enough() throws IOException {
        String later = low("BIRCH", "b", 35).replace("T07:00:00Z", "T09:00:00Z").replace("T06:00:00Z", "T07:05:00Z");
        assertThat(check(file("a.ndjson", low("AZURE", "a", 35), later))).isEqualTo(0);
        assertThat(check("--time", 300.001, folder.resolve("a.ndjson"))).isEqualTo(1);
    }

    @Test
    void the_output_does_not_depend_on_the_order_of_activities_or_on_how_they_are_parted_into_files()
            throws IOException {
        List<String> features = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            features.add(circle(
                    "P" + i % 3,
                    "a" + i,
                    35 + random.nextDouble(0.3),
                    48 + random.nextDouble(0.3),
                    ",\"lower\":0,\"upper\":9"));
        }
        check("--format", "ndjson", file("a.ndjson", features.toArray(String[]::new)));
        String first = out.toString();
        assertThat(first.lines().count()).isGreaterThan(50);
        assertThat(first.lines().map(line -> JSON.readTree(line).get("a").toString()))
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        a -> JSON.readTree(a).get("party").asString()
                                + JSON.readTree(a).get("activity").asString()));
        check("--format", "count", folder.resolve("a.ndjson"));
        assertThat(out.toString()).isEqualTo(first.lines().count() + "\n");
        Collections.shuffle(features, random);
        Path one = file("b.ndjson", features.subList(0, 100).toArray(String[]::new));
        Path two = file(
                "c.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features.subList(100, 300)) + "]}");
        check("--format", "ndjson", one, two);
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void a_party_is_held_against_itself_only_when_asked() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("AZURE", "b", 35));
        assertThat(check(plans)).isEqualTo(0);
        assertThat(check("--same-party", plans)).isEqualTo(1);
    }

    @Test
    void bad_features_stop_the_check_unless_it_keeps_going() throws IOException {
        Path plans = file(
                "a.ndjson",
                low("AZURE", "a", 35),
                low("BIRCH", "b", 35),
                low("BIRCH", "c", 35).replace("100", "-1"));
        assertThat(check(plans)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("a.ndjson line 3: radius -1.0: not above 0 and at most 2000000 m; give a length in metres");
        assertThat(check("--keep-going", plans)).isEqualTo(2);
        assertThat(out.toString())
                .contains("1 feature or file was refused and not checked\n")
                .endsWith("1 conflict among the 2 volumes given\n");
    }

    @Test
    void a_missing_file_is_bad_input() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35));
        assertThat(check(folder.resolve("none"), plans)).isEqualTo(2);
        assertThat(err.toString()).contains("none: file missing: cannot be read");
        assertThat(check(folder)).isEqualTo(2);
        assertThat(check("--keep-going", folder.resolve("none"), plans)).isEqualTo(2);
        assertThat(out.toString()).contains("no conflict found among the 1 volume given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--horizontal -1 F",
                "--horizontal NaN F",
                "--vertical 1e300 F",
                "--time x F",
                "--terrain 5 F",
                "--terrain 5,1 F",
                "--terrain 1,2,3 F",
                "--terrain a,b F",
                "--fl-margin -1 F",
                "--format pdf F",
                "--unknown F",
                "F F",
                "--minima none F",
            })
    void a_wrong_command_line_is_2_without_a_trace(String line) throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35));
        Object[] args = line.isEmpty()
                ? new Object[0]
                : line.replace("F", plans.toString()).split(" ");
        assertThat(check(args)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void minima_come_from_the_pair_then_the_command_line_then_the_files_default() throws IOException {
        Path plans = file(
                "a.ndjson",
                circle("AZURE", "a", 35, 48, ",\"lower\":0,\"upper\":50,\"kind\":\"air\""),
                circle("BIRCH", "b", 35.01, 48, ",\"lower\":0,\"upper\":50,\"kind\":\"ground\""));
        Path pair = file("m.json", "{\"default\":{\"h\":1},\"pairs\":[{\"kinds\":[\"ground\",\"air\"],\"h\":600}]}");
        assertThat(check(plans)).isEqualTo(0);
        assertThat(check("--minima", pair, plans)).isEqualTo(1);
        assertThat(out.toString())
                .contains("minima: 1 m, 100 m high, 300 s\n  air and ground: 600 m, 100 m high, 300 s\n");
        assertThat(check("--minima", pair, "--horizontal", "5", plans)).isEqualTo(1);
        assertThat(out.toString()).contains("minima: 5 m, 100 m high, 300 s\n");
        Path others = file("m.json", "{\"default\":{\"h\":600,\"v\":0}}");
        assertThat(check("--minima", others, plans)).isEqualTo(1);
        assertThat(check("--minima", others, "--horizontal", "5", plans)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"defaults\":{}} | defaults",
                "{\"default\":{\"x\":1}} | default.x",
                "{\"default\":{\"h\":-1}} | default.h -1",
                "{\"default\":{\"h\":NaN}} | NaN",
                "{\"default\":{\"h\":\"5\"}} | default.h \"5\": no number",
                "{\"default\":{\"h\":1,\"h\":2}} | twice",
                "{\"default\":{\"kinds\":[\"a\",\"b\"]}} | default.kinds",
                "{\"pairs\":{}} | pairs",
                "{\"pairs\":[7]} | pairs[0]",
                "{\"pairs\":[{\"h\":1}]} | pairs[0].kinds absent",
                "{\"pairs\":[{\"kinds\":[\"a\"]}]} | pairs[0].kinds [a]",
                "{\"pairs\":[{\"kinds\":[\"a\",1]}]} | pairs[0].kinds",
                "{\"pairs\":[{\"kinds\":[\"a\",\"b\",\"c\"]}]} | pairs[0].kinds",
                "{\"pairs\":[{\"kinds\":[\"a\",\"b\"]},{\"kinds\":[\"b\",\"a\"]}]} | stated twice",
                "{\"default\":{}} {} | more behind",
                "[] | no object",
                "{\"default\": | ends before",
            })
    void a_bad_file_of_minima_is_named_and_nothing_is_checked(String json, String words) throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35));
        assertThat(check("--keep-going", "--minima", file("m.json", json), plans))
                .isEqualTo(2);
        assertThat(err.toString()).contains("m.json: ").contains(words);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void levels_need_a_minimum_in_levels() throws IOException {
        Path plans = file("a.ndjson", inLevels("AZURE", "a"), inLevels("BIRCH", "b"));
        assertThat(check("--keep-going", plans)).isEqualTo(2);
        assertThat(err.toString()).contains("a.ndjson line 1: ", "--fl-minimum").doesNotContain("--fl-margin");
        assertThat(check("--fl-minimum", 10, plans)).isEqualTo(1);
        assertThat(check("--fl-minimum", 10, file("b.ndjson", inLevels("AZURE", "a"), inLevels("AZURE", "b"))))
                .isEqualTo(0);
        assertThat(check(folder.resolve("b.ndjson"))).isEqualTo(0);
        assertThat(check("--same-party", folder.resolve("b.ndjson"))).isEqualTo(2);
        assertThat(check("--same-party", file("c.ndjson", inLevels("AZURE", "a"), inLevels("AZURE", "a"))))
                .isEqualTo(0);
    }

    @Test
    void a_level_that_meets_metres_needs_a_margin() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 36), low("BIRCH", "b", 37), inLevels("BIRCH", "c"));
        assertThat(check(plans)).isEqualTo(2);
        assertThat(err.toString()).contains("a.ndjson line 3: ", "--fl-margin").doesNotContain("--fl-minimum");
        assertThat(check("--fl-margin", 600, plans)).isEqualTo(0);
        assertThat(check(file("b.ndjson", low("BIRCH", "b", 37), inLevels("BIRCH", "c"))))
                .isEqualTo(0);
    }

    @Test
    void heights_above_ground_need_the_terrain() throws IOException {
        Path plans = file(
                "a.ndjson",
                low("AZURE", "a", 35).replace("\"lower\"", "\"lowerRef\":\"SFC\",\"upperRef\":\"AGL\",\"lower\""));
        assertThat(check(plans)).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith("error: ")))
                .hasSize(2);
        assertThat(check("--terrain", "-20,350", plans)).isEqualTo(0);
    }

    @Test
    void suggestions_end_the_conflicts_they_are_given_for() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("BIRCH", "b", 35.005));
        check("--format", "ndjson", "--suggest", plans);
        List<JsonNode> ends = new ArrayList<>();
        JSON.readTree(out.toString()).get("ends").forEach(ends::add);
        assertThat(ends).extracting(end -> end.get("change").asString()).contains("later", "band", "sideways");
        double seconds = ends.getFirst().get("seconds").asDouble();
        assertThat(seconds).isEqualTo(3_900);
        String later = low("AZURE", "a", 35).replace("T07:00", "T08:05").replace("T06:00", "T07:05");
        assertThat(check(file("b.ndjson", later, low("BIRCH", "b", 35.005)))).isEqualTo(0);
        check("--suggest", plans);
        assertThat(out.toString()).contains("would end all conflicts of AZURE a: begin 3900 s later");
    }

    @Test
    void sites_match_every_party_nearest_first() throws IOException {
        Path plans = file(
                "a.ndjson",
                low("AZURE", "far", 35.006),
                low("HUM", "near", 35.004),
                low("AZURE", "out", 35.02),
                low("HUM", "near", 35.0041));
        Path sites = file(
                "s.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"site\":\"H1\",\"party\":\"HUM\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[35,48]}}");
        assertThat(check("--format", "ndjson", "--sites", sites, plans)).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.startsWith("{\"match\"")))
                .containsExactly(
                        "{\"match\":{\"site\":{\"party\":\"HUM\",\"site\":\"H1\"},\"activity\":{\"party\":\"HUM\",\"activity\":\"near\"},"
                                + "\"distance\":198.5}}",
                        "{\"match\":{\"site\":{\"party\":\"HUM\",\"site\":\"H1\"},\"activity\":{\"party\":\"AZURE\",\"activity\":\"far\"},"
                                + "\"distance\":347.75}}");
    }

    @Test
    void no_site_found_never_sounds_like_leave() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35));
        Path sites = file(
                "s.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"site\":\"H1\",\"party\":\"HUM\",\"buffer\":0},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[36,48],[36.1,48],[36,48.1],[36,48]]]}}");
        assertThat(check("--sites", sites, plans)).isEqualTo(0);
        assertThat(out.toString())
                .contains(
                        "No notified site of the 1 site given within its buffer. Hospitals, schools and others that were"
                                + " never notified are protected all the same.\n");
        assertThat(check("--sites", file("bad.json", "{\"type\":\"Feature\"}"), plans))
                .isEqualTo(2);
        assertThat(err.toString()).contains("bad.json line 1: site absent", "party absent", "geometry.type absent");
    }

    @Test
    void geojson_keeps_the_properties_it_does_not_know() throws IOException {
        Path plans = file(
                "a.ndjson",
                circle("AZURE", "a", 35, 48, ",\"lower\":0,\"upper\":9,\"note\":{\"x\":[1.50,\"é\"]},\"parley\":7"),
                low("BIRCH", "b", 35),
                low("BIRCH", "none", 36));
        assertThat(check("--format", "geojson", plans)).isEqualTo(1);
        JsonNode features = JSON.readTree(out.toString()).get("features");
        assertThat(features.size()).isEqualTo(3);
        assertThat(features.get(0).get("properties").get("parley").asString()).isEqualTo("conflict");
        assertThat(features.get(1).get("properties").get("parley").asString()).isEqualTo("volume");
        assertThat(out.toString()).contains("\"note\":{\"x\":[1.50,\"é\"]}");
        check("--format", "geojson", file("none.ndjson", low("BIRCH", "none", 36)));
        assertThat(JSON.readTree(out.toString()).get("features").size()).isZero();
    }

    @Test
    void a_page_is_written() throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("BIRCH", "b", 35));
        assertThat(check("--format", "html", "--suggest", plans)).isEqualTo(1);
        assertThat(out.toString()).startsWith("<!DOCTYPE html>").contains("AZURE", "</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "ndjson", "geojson", "html", "count"})
    void no_output_says_that_anything_is_without_danger(String format) throws IOException {
        Path plans = file("a.ndjson", low("AZURE", "a", 35), low("BIRCH", "b", 36));
        assertThat(check("--format", format, plans)).isEqualTo(0);
        assertThat(out.toString() + err).doesNotContainPattern("(?i)\\b(clear|cleared|safe|ok)\\b");
    }

    @Test
    void standard_input_is_a_file_too() {
        StringWriter text = new StringWriter();
        byte[] bytes = (low("AZURE", "a", 35) + "\n" + low("BIRCH", "b", 35)).getBytes(StandardCharsets.UTF_8);
        int code = new CommandLine(new CheckCommand(new ByteArrayInputStream(bytes)))
                .setOut(new PrintWriter(text))
                .execute("--format", "count", "-");
        assertThat(code).isEqualTo(1);
        assertThat(text.toString()).isEqualTo("1\n");
    }
}
