package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.check.read.Reading.POINT;
import static org.parley.cli.check.read.Reading.feature;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets: one clear error each, which names the line, the field, the value and the reason. */
class BadInputTest {
    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    private static void assertRefused(String feature, String... words) {
        Reading reading = Reading.of(feature("good") + "\n" + feature + "\n");
        assertThat(reading.errors())
                .singleElement()
                .asString()
                .startsWith("error: f line 2: ")
                .contains(words);
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    private static void assertWarned(String feature, String... words) {
        Reading reading = Reading.of(feature);
        assertThat(reading.told)
                .singleElement()
                .asString()
                .startsWith("warning: f line 1: ")
                .contains(words);
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"radius\":NaN | NaN and Infinity are no numbers in JSON",
                "\"radius\":Infinity | NaN and Infinity are no numbers in JSON",
                "\"radius\":1e999 | radius Infinity: not above 0",
                "\"radius\":0 | radius 0.0: not above 0",
                "\"radius\":-5 | radius -5.0: not above 0",
                "\"radius\":\"5\" | radius \"5\": no number",
                "\"radius\":true | radius true: no number",
                "\"radius\":null | radius absent",
                "\"radius\":5,\"radius\":6 | the same name twice",
                "\"radius\":5,\"x\":{\"y\":1,\"y\":2} | the same name twice",
                "\"radius\":5,\"lowerRef\":\"MSL\" | lowerRef \"MSL\": no such reference",
                "\"radius\":5,\"lowerRef\":\"AGL\" | lowerRef AGL: needs the lowest and highest ground; state them with --terrain LOW,HIGH",
                "\"radius\":5,\"upperRef\":\"FL\" | a flight level meets a height in metres",
                "\"radius\":5,\"lowerRef\":\"SFC\",\"lowerX\":1 | lowerRef SFC: needs",
                "\"radius\":5,\"edges\":\"curved\" | edges \"curved\": unknown",
                "\"radius\":5,\"kind\":\"\" | kind \"\": empty",
                "\"radius\":5,\"kind\":7 | kind 7: no text",
            })
    void a_bad_property_is_named(String properties, String words) {
        assertRefused(feature("x", properties, POINT), words);
    }

    @Test
    void a_feature_and_a_geometry_with_another_reference_are_refused() {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},";
        String good = feature("x", "\"radius\":5", POINT);
        assertRefused(
                "{" + crs + good.substring(1), "crs \"EPSG:3857\": positions are longitude and latitude on WGS 84");
        assertRefused(good.replace(POINT, "{" + crs + POINT.substring(1)), "convert the file to WGS 84");
        assertThat(Reading.of("{" + crs.replace("3857", "4326") + good.substring(1)).told)
                .isEmpty();
    }

    @Test
    void a_table_is_told_to_be_converted() {
        assertThat(Reading.of("party;activity;lon;lat\nA;x;10;50\n").errors())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("CSV, KML and the like are to be converted first"));
    }

    @Test
    void every_reason_is_told_at_once() {
        String bad =
                "{\"type\":\"Feature\",\"properties\":{\"activity\":7,\"from\":\"2026-03-01T06:00:60Z\",\"until\":5,"
                        + "\"lower\":\"0\",\"upper\":1,\"upperRef\":\"X\",\"radius\":-1},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[190,95]}}";
        assertThat(Reading.of(bad).errors())
                .hasSize(9)
                .allSatisfy(line -> assertThat(line).startsWith("error: f line 1: "))
                .anySatisfy(line -> assertThat(line).contains("party absent"))
                .anySatisfy(line -> assertThat(line).contains("activity 7: no text"))
                .anySatisfy(line -> assertThat(line).contains("coordinates.longitude 190"))
                .anySatisfy(line -> assertThat(line).contains("coordinates.latitude 95"))
                .anySatisfy(line -> assertThat(line).contains("from").contains("leap seconds"))
                .anySatisfy(line -> assertThat(line).contains("until 5: no text"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[180.0000001,0]} | longitude",
                "{\"type\":\"Point\",\"coordinates\":[0]} | a position of one number",
                "{\"type\":\"Point\",\"coordinates\":[]} | an empty list",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",2]} | something else than",
                "{\"type\":\"Point\",\"coordinates\":[1,null]} | something else than numbers",
                "{\"type\":\"Point\",\"coordinates\":{}} | no list of positions",
                "{\"type\":\"Point\",\"coordinates\":[[1,2]]} | positions in 2 lists, not 1",
                "{\"type\":\"Point\"} | positions in 0 lists, not 1",
                "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[[3,4]]]} | different depths",
                "{\"type\":\"Polygon\",\"coordinates\":[[]]} | an empty list",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]} | not Polygon",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]} | not Polygon",
                "null | geometry absent",
                "[] | geometry",
            })
    void a_bad_geometry_is_named(String geometry, String words) {
        Reading reading = Reading.of(feature("good") + "\n" + feature("x", "\"radius\":5", geometry));
        assertThat(reading.errors())
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains(words));
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    @Test
    void a_self_crossing_ring_is_refused_with_the_place() {
        String bow = polygon("[[35,48],[35.1,48.1],[35.1,48],[35,48.1],[35,48]]");
        assertRefused(feature("x", "", bow), "crosses itself", "near (35.", "48.");
    }

    @Test
    void a_step_of_exactly_180_degrees_is_refused() {
        assertRefused(feature("x", "", polygon("[[-90,10],[90,10],[100,20],[-90,10]]")), "exactly 180°");
    }

    @Test
    void an_open_ring_is_closed_with_a_warning() {
        assertWarned(feature("x", "", polygon("[[35,48],[35.1,48],[35.1,48.1]]")), "open ring", "closed");
    }

    @Test
    void repeated_vertices_are_left_out_with_a_warning() {
        assertWarned(feature("x", "", polygon("[[35,48],[35.1,48],[35.1,48],[35.1,48.1],[35,48]]")), "repeated");
    }

    @Test
    void heights_in_positions_are_left_out_with_one_warning() {
        assertWarned(feature("x", "", polygon("[[35,48,1],[35.1,48,2],[35.1,48.1,3],[35,48,1]]")), "heights");
    }

    @Test
    void absent_heights_count_as_unbounded_with_a_warning_each() {
        Reading reading = Reading.of(feature("x").replace(",\"lower\":0,\"upper\":9", ""));
        assertThat(reading.told)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("absent: counts as unbounded"));
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    @Test
    void many_warnings_of_one_sort_are_one_line() {
        String text = IntStream.range(0, 500)
                .mapToObj(i -> feature("x" + i).replace(",\"lower\":0", ""))
                .collect(Collectors.joining("\n"));
        assertThat(Reading.of(text).told)
                .singleElement()
                .asString()
                .startsWith("warning: f line 1: lower absent")
                .endsWith("(and 499 more of this sort)");
    }

    @Test
    void until_not_after_from_is_refused_to_the_last_digit() {
        assertRefused(feature("x").replace("07:00:00Z", "06:00:00Z"), "until", "not after from");
        assertRefused(
                feature("x").replace("06:00:00Z", "06:00:00.0005Z").replace("07:00:00Z", "06:00:00.0002Z"),
                "not after from");
    }

    @Test
    void a_window_of_less_than_a_millisecond_is_widened() {
        Plans plans = Reading.of(
                        feature("x").replace("06:00:00Z", "06:00:00.0002Z").replace("07:00:00Z", "06:00:00.0005Z"))
                .plans;
        var window = plans.activities().getFirst().volumes().getFirst().window();
        assertThat(window.until() - window.from()).isEqualTo(1);
    }

    @Test
    void upper_below_lower_is_refused() {
        assertRefused(feature("x").replace("\"upper\":9", "\"upper\":-9"), "upper", "below lower");
    }

    @Test
    void kinds_that_differ_within_an_activity_are_refused_naming_both() {
        Reading reading = Reading.of(feature("x", "\"radius\":5,\"kind\":\"air\"", POINT) + "\n"
                + feature("x", "\"radius\":5,\"kind\":\"ground\"", POINT));
        assertThat(reading.errors())
                .singleElement()
                .asString()
                .startsWith("error: f line 2: kind \"ground\"")
                .contains("\"air\"", "f line 1");
    }

    @Test
    void a_million_vertices_are_refused_naming_the_limit() {
        String ring = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "[" + (35 + i * 1e-7) + ",48]")
                .collect(Collectors.joining(","));
        assertRefused(feature("x", "", polygon("[" + ring + "]")), "100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\uFEFF", "\u001E\n"})
    void an_empty_file_is_named(String text) {
        assertThat(Reading.of(text).errors()).singleElement().asString().contains("f: file empty");
    }

    @Test
    void an_empty_collection_is_named() {
        assertThat(Reading.of("{\"type\":\"FeatureCollection\",\"features\":[]}")
                        .errors())
                .hasSize(1);
    }

    @Test
    void a_truncated_file_is_named_wherever_it_ends() {
        String list = "{\"type\":\"FeatureCollection\",\"features\":[" + feature("a") + ",\n" + feature("b") + "]}";
        for (int end = 1; end < list.length(); end++) {
            assertThat(Reading.of(list.substring(0, end)).errors())
                    .as(list.substring(0, end))
                    .hasSize(1);
        }
        String lines = feature("a") + "\n" + feature("b");
        for (int end = feature("a").length() + 2; end < lines.length(); end++) {
            assertThat(Reading.of(lines.substring(0, end)).errors())
                    .singleElement()
                    .asString()
                    .contains("line 2", "truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[F,]}",
                "{\"type\":\"FeatureCollection\",\"features\":[F F]}",
                "{\"type\":\"FeatureCollection\",\"features\":[F]}]",
                "{\"type\":\"FeatureCollection\",\"features\":[F],\"features\":[F]}",
                "{\"type\":\"FeatureCollection\",\"features\":[F],\"x\":NaN}",
                "{\"type\":\"FeatureCollection\",\"features\":[F}",
                "{\"type\":\"FeatureCollection\",\"features\":[7]}",
                "{\"type\":\"FeatureCollection\",\"features\":{}}",
                "{\"type\":\"Collection\",\"features\":[F]}",
                "{\"features\":[F]}",
                "{\"type\":\"FeatureCollection\",\"features\":[\"a\nb\"]}",
            })
    void a_broken_collection_is_one_error(String text) {
        assertThat(Reading.of(text.replace("F,", feature("a") + ",").replace("[F", "[" + feature("b")))
                        .errors())
                .hasSize(1);
    }

    @Test
    void another_reference_system_is_refused() {
        String text =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},"
                        + "\"features\":[" + feature("a") + "]}";
        Reading reading = Reading.of(text);
        assertThat(reading.errors()).singleElement().asString().contains("EPSG:3857", "WGS 84");
        assertThat(reading.plans.volumes()).isZero();
    }

    @Test
    void deep_nesting_is_refused() {
        String deep = "[".repeat(100_000);
        assertThat(Reading.of("{\"type\":\"FeatureCollection\",\"features\":[{\"x\":" + deep)
                        .errors())
                .singleElement()
                .asString()
                .contains("nested deeper");
        assertRefused(feature("x", "\"x\":" + deep, POINT), "larger than is read");
    }

    @Test
    void text_cannot_steer_the_terminal() {
        Reading reading = Reading.of(feature("x", "\"radius\":\"\\u001b[2J\\u202e\"", POINT));
        assertThat(reading.errors()).singleElement().asString().contains("\\u001B[2J\\u202E");
    }

    @Test
    void errors_beyond_a_thousand_are_counted() {
        String text = feature("good") + "\n" + "{}\n".repeat(1_500);
        assertThat(Reading.of(text).errors()).hasSize(1_001).last().isEqualTo("error: 500 more errors");
    }

    /** Two hundred million bytes made while they are read. */
    private static InputStream megabytes200(byte[] pattern, String before) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                int count = Math.min(length, 200_000_000 - at);
                for (int i = from; i < from + count; i++, at++) {
                    to[i] = at < start.length ? start[at] : pattern[at % pattern.length];
                }
                return count == 0 ? -1 : count;
            }
        };
    }

    @Test
    void two_hundred_megabytes_of_garbage_are_one_error() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        assertThat(Reading.of(megabytes200(noise, "")).errors()).hasSize(1);
        byte[] text = "lorem ipsum dolor sit amet,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.of(megabytes200(text, "")).errors()).hasSize(1);
        assertThat(Reading.of(megabytes200("x".getBytes(StandardCharsets.UTF_8), ""))
                        .errors())
                .hasSize(1);
    }

    @Test
    void a_line_or_a_feature_of_two_hundred_megabytes_is_one_error_and_what_is_before_it_stays() {
        byte[] letter = "x".getBytes(StandardCharsets.UTF_8);
        Reading line = Reading.of(megabytes200(letter, feature("a") + "\n{\"type\":\"Feature\",\"x\":\""));
        assertThat(line.errors()).singleElement().asString().contains("line 2", "64 MiB");
        assertThat(line.plans.volumes()).isEqualTo(1);
        String list =
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature("a") + ",\n{\"type\":\"Feature\",\"x\":\"";
        Reading feature = Reading.of(megabytes200(letter, list));
        assertThat(feature.errors()).singleElement().asString().contains("line 2", "64 MiB");
        assertThat(feature.plans.volumes()).isEqualTo(1);
    }
}
