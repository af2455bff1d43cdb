package org.parley.node.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.footprint.Extent;
import org.parley.space.height.Band;
import tools.jackson.databind.JsonNode;

class FormsTest {
    private static final Forms FORMS = Forms.shipped();

    @ParameterizedTest
    @EnumSource
    void the_activities_of_river_are_entered_and_shown_and_entered_again(River activity) {
        JsonNode shown = FORMS.show(activity.kind(), activity.body());

        assertThat(FORMS.enter(activity.kind(), shown, River.TERMS)
                        .orElseThrow()
                        .body())
                .isEqualTo(activity.body());
    }

    /** The figures of the scenario: bands overlap 600 m, windows 60 min. */
    @Test
    void what_an_officer_enters_counts_as_the_scenario_says() {
        StatedVolume orbit = River.A_02.volume();
        StatedVolume escort = River.B_02.volume();

        assertThat(Band.between(orbit.band().band(), escort.band().band()).overlapMetres())
                .isBetween(600.0, 605.0);
        assertThat(orbit.volume().window().overlap(escort.volume().window())).isEqualTo(60 * 60_000L);
    }

    @Test
    void a_body_holds_whole_numbers_and_is_shown_in_degrees_and_metres() {
        assertThat(text(River.A_02.body()))
                .contains("{\"circle\":{\"centre\":[406200000,350300000],\"radius\":800000}}")
                .contains("\"lower\":{\"ref\":\"AMSL\",\"unit\":\"m\",\"value\":240000}");
        assertThat(new String(
                        OutsideJson.bytes(FORMS.show(River.A_02.kind(), River.A_02.body())), StandardCharsets.UTF_8))
                .startsWith("{\"activity\":\"uas\",\"name\":\"A-02\",\"volumes\":[{\"geometry\":{\"type\":\"Point\","
                        + "\"coordinates\":[40.6200000,35.0300000]},\"radius\":8000,\"lower\":\"2400 m AMSL\","
                        + "\"upper\":\"4000 m AMSL\",\"from\":\"2017-11-20T06:30:00.000Z\","
                        + "\"until\":\"2017-11-20T12:00:00.000Z\",\"hae\":{\"lower\":24");
    }

    @Test
    void each_reading_is_echoed_in_every_form() {
        assertThat(echo(River.A_02, "volumes[0].geometry"))
                .contains("read as DD, WGS 84, to 1111 m", "35°01.800000'N 040°37.200000'E")
                .contains("37S FU 47780 77569");
        assertThat(echo(River.A_02, "volumes[0].from"))
                .containsExactly("2017-11-20T06:30:00.000Z", "2017-11-20 06:30:00 UTC", "200630ZNOV17");
        assertThat(echo(River.A_01, "volumes[0].radius")).containsExactly("25000 metres");
        assertThat(echo(River.A_04, "volumes[0].upper")).containsExactly("27000 ft AMSL = 8229.6 m AMSL");
        assertThat(echo(River.A_03, "properties.from")).contains("2017-11-20 10:00:00 +02:00");
        assertThat(echo(River.A_03, "properties.hae")).containsExactly("150 m to 450 m above WGS 84");
    }

    @Test
    void everything_wrong_is_said_at_once_by_the_paths_of_its_author() {
        assertThat(problems("activity", """
                        {"activity":"aer","nam":"B-02","volumes":[{
                          "geometry":{"type":"Point","coordinates":[40.62,95.03]},"radius":-1,
                          "lower":"300 m","upper":12,"from":"2017-11-20 05:00","until":"soon","colour":"red"}]}"""))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "nam",
                        "activity",
                        "name",
                        "volumes[0].colour",
                        "volumes[0].geometry.coordinates.latitude",
                        "volumes[0].radius",
                        "volumes[0].lower",
                        "volumes[0].upper",
                        "volumes[0].from",
                        "volumes[0].until");
    }

    @Test
    void a_name_that_nobody_knows_is_refused_with_the_nearest_known_one() {
        assertThat(problems("hold", "{\"untill\":\"2017-11-20T05:00Z\",\"reason\":\"x\"}"))
                .extracting(problem -> problem.field() + ": " + problem.wayOut())
                .contains("untill: write until");
    }

    @Test
    void the_paths_of_features_are_those_of_geojson() {
        assertThat(problems("activity", """
                        {"type":"FeatureCollection","features":[
                          {"type":"Feature","geometry":{"type":"Point","coordinates":[40,35]},
                           "properties":{"name":"A","activity":"air","radius":1,"lower":"1 m HAE","upper":"5 m HAE",
                           "from":"2017-11-20T05:00Z","until":"2017-11-20T06:00Z"}},
                          {"type":"Feature","geometry":{"type":"Pint","coordinates":[40,35]},
                           "properties":{"name":"B","from":"2017-11-20T05:00Z","until":"2017-11-20T05:00Z","colour":1}}]}"""))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "features[1].properties.name",
                        "features[1].properties.colour",
                        "features[1].geometry.type",
                        "features[1].properties.until");
    }

    @Test
    void a_place_with_latitude_and_longitude_exchanged_is_warned_of() {
        Terms there = River.TERMS.withArea(new Extent(34, 37, 39, 3));
        Entered<Entry> entered = FORMS.enter(
                kind("force-claim"),
                json("{\"place\":{\"type\":\"Point\",\"coordinates\":[35.02,40.58]},\"at\":\"2017-11-20T07:22Z\"}"),
                there);

        assertThat(warnings(entered)).anySatisfy(warning -> {
            assertThat(warning.field()).isEqualTo("place.coordinates");
            assertThat(warning.reason()).contains("latitude and longitude swapped");
        });
    }

    @Test
    void the_height_of_whom_a_claim_asks_about_is_kept_as_it_was_given() {
        for (String height : List.of("FL290", "2900 m AMSL", "9500 ft HAE")) {
            Json.Obj body = enter(
                    "force-claim",
                    "{\"place\":\"35.02N 40.58E\",\"at\":\"2017-11-20T07:22Z\",\"height\":\"" + height + "\"}",
                    Terms.NONE);
            assertThat(FORMS.show(kind("force-claim"), body).path("height").stringValue())
                    .isEqualTo(height);
        }
    }

    @Test
    void a_place_by_an_old_map_is_moved_and_told() {
        Json.Obj body = enter(
                "force-claim",
                "{\"place\":{\"text\":\"55 00 00 N 37 00 00 E\",\"datum\":\"SK-42\"},\"at\":\"2017-11-20T07:22Z\"}",
                Terms.NONE);

        assertThat(body.require("place")).isNotEqualTo(Json.of(List.of(Json.of(370_000_000), Json.of(550_000_000))));
    }

    @Test
    void a_height_that_no_terms_can_convert_is_refused_at_its_field() {
        assertThat(FORMS.enter(River.A_03.kind(), River.A_03.outside(), Terms.NONE))
                .isInstanceOfSatisfying(
                        Entered.Refused.class,
                        refused -> assertThat(((Entered.Refused<?>) refused).problems())
                                .extracting(Problem::field)
                                .containsExactly("properties.lower", "properties.upper"));
    }

    @Test
    void metres_are_exact_and_a_third_decimal_is_refused() {
        Kind site = kind("site");
        String form = "{\"site\":\"hospital\",\"name\":\"H\",\"place\":\"35.02N 40.62E\",\"buffer\":%s,"
                + "\"validFrom\":\"2017-11-20T05:00Z\",\"validUntil\":\"2018-11-20T05:00Z\"}";

        assertThat(enter("site", form.formatted("0.29"), Terms.NONE).require("buffer"))
                .isEqualTo(Json.of(29));
        assertThat(enter("site", form.formatted("\"5 NM\""), Terms.NONE).require("buffer"))
                .isEqualTo(Json.of(926_000));
        assertThat(enter("site", form.formatted("\"1 ft\""), Terms.NONE).require("buffer"))
                .isEqualTo(Json.of(31));
        assertThat(FORMS.enter(site, json(form.formatted("0.295")), Terms.NONE)).isInstanceOf(Entered.Refused.class);
        assertThat(FORMS.enter(site, json(form.formatted("1e999999999")), Terms.NONE))
                .isInstanceOf(Entered.Refused.class);
    }

    @Test
    void a_record_is_named_and_its_leaf_is_looked_up() {
        RecordRef known = new RecordRef("BIRCH-412", Hash.of(new byte[32]));
        Terms terms = Terms.NONE.withRecords(
                name -> Optional.of(known).filter(ref -> ref.record().equals(name)));

        assertThat(enter("stop", "{\"what\":\"our-people\",\"near\":\"BIRCH-412\"}", terms)
                        .require("near"))
                .isEqualTo(known.json());
        assertThat(FORMS.show(kind("stop"), enter("stop", "{\"what\":\"our-people\",\"near\":\"BIRCH-412\"}", terms))
                        .path("near")
                        .stringValue())
                .isEqualTo("BIRCH-412");
        assertThat(FORMS.enter(kind("stop"), json("{\"what\":\"our-people\",\"near\":\"BIRCH-41\"}"), terms))
                .isInstanceOf(Entered.Refused.class);
    }

    @Test
    void a_message_is_checked_by_its_template_and_shown_in_three_languages() {
        Json.Obj body = enter("message", """
                {"template":"SF-3","fields":{"place":"35.02N 40.58E","course":45,"speed":{"value":20,"unit":"km/h"},
                 "timeToLine":"5 min"}}""", Terms.NONE);
        JsonNode shown = FORMS.show(kind("message"), body);

        assertThat(body.require("fields").object().require("course")).isEqualTo(Json.of(4_500));
        assertThat(body.require("fields").object().require("timeToLine")).isEqualTo(Json.of(300));
        assertThat(shown.path("rendered").path("en").stringValue()).contains("35.0200°", "045°", "20 km/h");
        assertThat(shown.path("rendered").path("ru").stringValue()).contains("с. ш.");
        assertThat(shown.path("rendered").path("ar").stringValue()).isNotBlank();
        assertThat(shown.path("unvetted")).extracting(JsonNode::stringValue).containsExactly("ru", "ar");
    }

    @Test
    void a_message_without_what_its_template_asks_for_is_refused_field_by_field() {
        assertThat(problems("message", "{\"template\":\"SF-3\",\"fields\":{\"plaice\":1,\"course\":360}}"))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("fields.plaice", "fields.place", "fields.course", "fields.speed");
        assertThat(problems("message", "{\"template\":\"NT-1\"}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("kind activity"));
        assertThat(problems("message", "{\"template\":\"SF-33\"}"))
                .extracting(Problem::field)
                .containsExactly("template");
    }

    @Test
    void what_was_heard_is_read_by_the_form_of_its_kind() {
        Json.Obj body = enter("heard", """
                {"from":"BIRCH","bearer":"telephone","at":"2017-11-20T07:22Z","readBack":true,"kind":"stop",
                 "says":{"what":"our-people","place":"35.02N 40.58E"}}""", Terms.NONE);

        assertThat(text(body)).contains("\"place\":[405800000,350200000]");
        assertThat(problems("heard", """
                        {"from":"BIRCH","bearer":"telephone","at":"2017-11-20T07:22Z","readBack":true,"kind":"stop",
                         "says":{"what":"nobody"}}""")).extracting(Problem::field).containsExactly("says.what");
    }

    @Test
    void what_is_read_back_is_read_as_the_record_that_it_answers() {
        Terms terms = Terms.NONE.withAbout(Answered.of(kind("force-claim")));
        Json.Obj body = enter("answer", "{\"says\":\"read-back\",\"fields\":{\"place\":\"35.02N 40.58E\"}}", terms);

        assertThat(text(body)).contains("{\"place\":[405800000,350200000]}");
        assertThat(FORMS.show(kind("answer"), Optional.of(Answered.of(kind("force-claim"))), body)
                        .path("fields")
                        .path("place")
                        .path("type")
                        .stringValue())
                .isEqualTo("Point");
    }

    @Test
    void what_is_read_back_of_a_message_is_read_by_its_template_and_may_be_a_part_of_it() {
        Terms terms = Terms.NONE.withAbout(new Answered(kind("message"), Optional.of("SF-3")));
        String answer = "{\"says\":\"read-back\",\"fields\":{\"fields\":{\"place\":\"35.02N 40.58E\"}}}";
        Json.Obj body = enter("answer", answer, terms);

        assertThat(text(body)).contains("{\"fields\":{\"place\":[405800000,350200000]}}");
        assertThat(FORMS.show(kind("answer"), Optional.of(new Answered(kind("message"), Optional.of("SF-3"))), body)
                        .path("fields")
                        .path("fields")
                        .path("place")
                        .path("type")
                        .stringValue())
                .isEqualTo("Point");
        String elsewhere = answer.replace("35.02N 40.58E", "here");
        assertThat(FORMS.enter(kind("answer"), json(elsewhere), terms)).isInstanceOf(Entered.Refused.class);
    }

    @Test
    void a_body_of_other_forms_is_shown_as_it_is() {
        Json.Obj strange = Json.Obj.builder()
                .put(
                        "volumes",
                        Json.of(List.of(
                                Json.of(1),
                                Json.Obj.builder().put("shape", "round").build())))
                .put("later", Json.of(true))
                .build();

        assertThat(FORMS.show(kind("activity"), strange)).isEqualTo(RawJson.of(strange));
        assertThat(FORMS.show("dance", strange)).isEqualTo(RawJson.of(strange));
    }

    @Test
    void a_shape_too_large_for_a_record_is_refused_in_words() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            line.append(i == 0 ? "" : ",")
                    .append("[4")
                    .append(i % 2)
                    .append(".")
                    .append(1_000_000 + i)
                    .append(",35.1234567]");
        }
        assertThat(problems(
                        "partner-force",
                        "{\"name\":\"B-1\",\"answersFor\":true,\"areas\":[{\"geometry\":{\"type\":\"LineString\",\"coordinates\":["
                                + line + "]},\"halfWidth\":1}]}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("a record holds at most 131072"));
    }

    @Test
    void heights_that_others_computed_are_compared_and_not_taken() {
        JsonNode shown = FORMS.show(River.A_03.kind(), River.A_03.body());
        Terms other = Terms.NONE.withHeights(AnyBody.HEIGHTS);
        Json.Obj changed = enter("activity", shown.toString().replace("\"lower\":150,", "\"lower\":100,"), other);

        assertThat(changed).isEqualTo(River.A_03.body());
        assertThat(warnings(FORMS.enter(
                        kind("activity"), json(shown.toString().replace("\"lower\":150,", "\"lower\":100,")), other)))
                .anySatisfy(warning -> assertThat(warning.field()).isEqualTo("volumes[0].hae"));
    }

    private static List<String> echo(River activity, String field) {
        return activity.entered().orElseThrow().echoes().stream()
                .filter(echo -> echo.field().equals(field))
                .findFirst()
                .orElseThrow()
                .read();
    }

    private static Kind kind(String name) {
        return Kinds.named(name).orElseThrow();
    }

    private static JsonNode json(String text) {
        return OutsideJson.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static Json.Obj enter(String kind, String text, Terms terms) {
        return FORMS.enter(kind(kind), json(text), terms).orElseThrow().body();
    }

    private static List<Problem> problems(String kind, String text) {
        return switch (FORMS.enter(kind(kind), json(text), River.TERMS)) {
            case Entered.Refused<Entry> refused -> refused.problems();
            case Entered.Accepted<Entry> accepted -> throw new AssertionError("accepted: " + accepted.value());
        };
    }

    private static List<Problem> warnings(Entered<?> entered) {
        return switch (entered) {
            case Entered.Accepted<?> accepted -> accepted.warnings();
            case Entered.Refused<?> refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }

    private static String text(Json.Obj body) {
        return new String(Canonical.bytes(body), StandardCharsets.UTF_8);
    }
}
