package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.check.read.Reading.feature;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    private static final String PRETTY = feature("one").replace(",", " ,\n  ").replace("{", "{\n ");

    static List<String> forms() {
        String one = feature("one");
        String two = feature("two");
        String list = "{\"type\":\"FeatureCollection\",\"features\":[" + one + "," + two + "]}";
        return List.of(
                one + "\n" + two + "\n",
                one + "\n" + two,
                one + "\r\n\r\n" + two + "\r\n",
                "\n  \n" + one + "\n" + two,
                "\uFEFF" + one + "\n" + two,
                "\u001E" + one + "\n\u001E" + two + "\n",
                "\uFEFF\u001E" + PRETTY + "\n\u001E" + two + "\n",
                list,
                "\uFEFF" + list,
                list.replace(",", ",\n").replace("{", "{ "),
                "{\"features\":[" + one + " , " + two
                        + "\n] , \"x\":{\"features\":[1]},\"type\":\"FeatureCollection\"}",
                "{\"name\":\"a ] } \\\" b\",\"type\":\"FeatureCollection\",\"features\":[" + PRETTY + "," + two + "]}",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":[" + one + "," + two + "]}",
                PRETTY + "\n" + two,
                list.replace("," + two, "") + "\n" + two);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_gives_the_same_activities(String text) {
        Reading reading = Reading.of(text);
        assertThat(reading.told).isEmpty();
        assertThat(reading.plans.activities())
                .extracting(activity -> activity.id().activity())
                .containsExactly("one", "two");
    }

    @Test
    void a_feature_larger_than_a_batch_hides_nothing_in_any_form() {
        String large =
                feature("b", "\"radius\":5,\"note\":\"" + "x".repeat(3 * ReadLimits.BATCH_BYTES) + "\"", Reading.POINT);
        List<String> features =
                List.of(feature("a"), large, feature("c"), large.replace("\"b\"", "\"d\""), feature("e"));
        List<String> texts = List.of(
                String.join("\n", features),
                "\u001E" + String.join("\n\u001E", features),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        for (String text : texts) {
            Reading reading = Reading.of(text);
            assertThat(reading.told).isEmpty();
            assertThat(reading.plans.volumes()).isEqualTo(5);
        }
    }

    @Test
    void members_may_stand_in_any_order() {
        Reading reading = Reading.of("{\"id\":3,\"geometry\":{\"coordinates\":[[[35,48],[35.1,48],[35,48.1],[35,48]]],"
                + "\"bbox\":[1,2],\"type\":\"Polygon\"},\"properties\":{\"upper\":9,\"lower\":0,\"x\":[{}],"
                + "\"until\":\"2026-03-01T07:00:00Z\",\"from\":\"2026-03-01T06:00:00Z\",\"activity\":\"p\","
                + "\"party\":\"A\"},\"type\":\"Feature\"}");
        assertThat(reading.told).isEmpty();
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    @Test
    void features_of_one_activity_are_its_volumes_in_input_order_however_many_batches_they_span() {
        int count = 20_000;
        String text = IntStream.range(0, count)
                .mapToObj(i -> feature("a" + i % 3, "\"radius\":" + (i + 1), Reading.POINT))
                .collect(Collectors.joining("\n"));
        Plans plans = Reading.of(text).plans;
        assertThat(plans.volumes()).isEqualTo(count);
        for (int a = 0; a < 3; a++) {
            List<Given> given = plans.given().get(a);
            for (int i = 0; i < given.size(); i++) {
                int index = 3 * i + a;
                assertThat(given.get(i).origin().index()).isEqualTo(index);
                assertThat(given.get(i).origin().line()).isEqualTo(index + 1);
                assertThat(given.get(i).volume().footprint().buffer()).isEqualTo(100L * (index + 1));
                assertThat(plans.activities().get(a).volumes().get(i))
                        .isSameAs(given.get(i).volume());
            }
        }
    }

    @Test
    void one_bad_line_does_not_hide_the_others() {
        String text = feature("one").substring(0, 150) + "\n" + feature("two") + "\n{oops\n" + feature("three");
        Reading reading = Reading.of(text);
        assertThat(reading.errors()).hasSize(2);
        assertThat(reading.errors().getFirst()).startsWith("error: f line 1: JSON");
        assertThat(reading.errors().getLast()).startsWith("error: f line 3: JSON");
        assertThat(reading.plans.volumes()).isEqualTo(2);
    }

    @Test
    void a_feature_of_a_collection_is_named_by_its_index_and_its_line() {
        String bad = feature("two").replace("100", "-1");
        Reading reading = Reading.of(
                "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + feature("one") + ",\n\n" + bad + "\n]}");
        assertThat(reading.errors()).singleElement().asString().startsWith("error: f feature 1 (line 5): radius -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void another_encoding_is_named(String charset) {
        byte[] bytes = (feature("one") + "\n").getBytes(Charset.forName(charset));
        assertThat(Reading.of(bytes).errors()).singleElement().asString().containsAnyOf("encoding", "zero byte");
    }

    @Test
    void a_line_in_another_encoding_is_named_too() {
        byte[] wide = (feature("two") + "\n").getBytes(StandardCharsets.UTF_16LE);
        byte[] start = (feature("one") + "\n" + " ".repeat(ReadLimits.WINDOW) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(start, start.length + wide.length);
        System.arraycopy(wide, 0, bytes, start.length, wide.length);
        Reading reading = Reading.of(bytes);
        assertThat(reading.errors()).isNotEmpty().first().asString().contains("line 3", "wrong encoding");
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }

    @Test
    void a_byte_that_is_not_utf_8_is_named_with_its_place() {
        byte[] bytes = (feature("one") + "\n" + feature("zwölf") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = Reading.of(bytes);
        assertThat(reading.errors())
                .singleElement()
                .asString()
                .startsWith("error: f line 2: bytes 0xf6 at column ")
                .contains("wrong encoding");
        assertThat(reading.plans.volumes()).isEqualTo(1);
    }
}
