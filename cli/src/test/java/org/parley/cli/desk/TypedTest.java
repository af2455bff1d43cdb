package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.cli.BadInput;
import tools.jackson.databind.node.ObjectNode;

/** What is typed and what is in files becomes what is sent, and nothing of it is read here. */
class TypedTest {
    private static ObjectNode object(String json) {
        return Jsons.object(json.replace('\'', '"'), "test");
    }

    @Test
    void a_value_is_text_unless_it_is_json_without_doubt() {
        assertThat(Fields.value("level=2").isNumber()).isTrue();
        assertThat(Fields.value("crossing=true").isBoolean()).isTrue();
        assertThat(Fields.value("callsign=007").asString()).isEqualTo("007");
        assertThat(Fields.value("callsign=\"12\"").isString()).isTrue();
        assertThat(Fields.value("text=null").asString()).isEqualTo("null");
        assertThat(Fields.value("text=a=b").asString()).isEqualTo("a=b");
        assertThat(Fields.value("text=").asString()).isEmpty();
        assertThat(Fields.value("at=35.02N,40.58E").asString()).isEqualTo("35.02N,40.58E");
        assertThat(Fields.value("list=[1,\"x\"]").size()).isEqualTo(2);
        assertThatThrownBy(() -> Fields.value("list=[1,")).isInstanceOf(BadInput.class);
    }

    @Test
    void a_number_keeps_the_digits_that_were_written() {
        assertThat(Jsons.print(Fields.value("radius=1.50"))).isEqualTo("1.50");
        assertThat(Jsons.print(object("{'a':35.0200000}"))).isEqualTo("{\"a\":35.0200000}");
    }

    @Test
    void a_common_field_goes_where_the_form_of_the_file_has_it() {
        Body body = Body.of(object("{'activity':'air','volumes':[{'radius':1},{'radius':2}]}"));
        body.set("name", Jsons.text("A"));
        body.setEach("lower", Jsons.text("0 m HAE"));
        assertThat(Jsons.print(body.json()).replace('"', '\''))
                .isEqualTo(
                        "{'activity':'air','volumes':[{'radius':1,'lower':'0 m HAE'},{'radius':2,'lower':'0 m HAE'}],'name':'A'}");
        Body feature = Body.of(object("{'type':'Feature','geometry':{'type':'Point','coordinates':[1,2]}}"));
        feature.set("to.party", Jsons.text("B"));
        feature.setEach("lower", Jsons.text("0 m HAE"));
        assertThat(feature.json().path("properties").path("to").path("party").asString())
                .isEqualTo("B");
        assertThat(feature.json().path("properties").path("lower").asString()).isEqualTo("0 m HAE");
        assertThatThrownBy(() -> feature.draw(Jsons.text("35N 40E"))).isInstanceOf(BadInput.class);
    }

    @Test
    void what_is_taken_over_never_replaces_what_is_said() {
        Body said = Body.of(
                object(
                        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':{},'properties':{'name':'new'}}]}"));
        said.takeOver(Body.current(
                object("{'name':'old','callsign':'X','volumes':[{'hae':{'lower':1},'lower':'1 m HAE'}]}")));
        assertThat(said.json().path("properties").has("name")).isFalse();
        assertThat(said.json().path("properties").path("callsign").asString()).isEqualTo("X");
        assertThat(said.json().has("volumes")).isFalse();
        Body current = Body.current(object("{'volumes':[{'hae':{'lower':1},'lower':'1 m HAE'}]}"));
        assertThat(current.json().path("volumes").path(0).has("hae"))
                .as("computed anew")
                .isFalse();
    }

    @Test
    void a_row_is_cut_as_rfc_4180_says() {
        assertThat(Csv.rows("a,b\r\n\"1,\n\"\"2\"\"\",\n\n3,4", "x"))
                .containsExactly(
                        new Csv.Row(1, List.of("a", "b")),
                        new Csv.Row(2, List.of("1,\n\"2\"", "")),
                        new Csv.Row(4, List.of("3", "4")));
        assertThat(Csv.rows("\uFEFFa\n", "x").getFirst().cells()).containsExactly("a");
    }

    @Test
    void an_age_is_told_in_the_unit_that_one_would_say() {
        assertThat(Words.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Words.duration(Duration.ofSeconds(14 * 60 + 59))).isEqualTo("14 min");
        assertThat(Words.duration(Duration.ofMinutes(119))).isEqualTo("119 min");
        assertThat(Words.duration(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(Words.duration(Duration.ofDays(2))).isEqualTo("2 days");
        assertThat(Words.duration(Duration.ofSeconds(-5)))
                .as("of a clock that is ahead")
                .isEqualTo("0 s");
        assertThat(Words.clock("2017-11-20T10:02:13.123Z", "2017-11-20T23:00:00.000Z"))
                .isEqualTo("10:02:13Z");
        assertThat(Words.clock("2017-11-19T10:02:13.123Z", "2017-11-20T23:00:00.000Z"))
                .isEqualTo("2017-11-19T10:02:13Z");
    }

    @Test
    void a_line_that_was_never_heard_is_an_old_picture() throws Exception {
        OurLine line = new OurLine(
                object(
                        "{'line':'4f0c','me':'AZURE','at':'2017-11-20T10:02:00.000Z','members':[{'party':'AZURE'},"
                                + "{'party':'BIRCH','state':{'machine':'not-yet-tested'}},"
                                + "{'party':'CEDAR','state':{'machine':'silent','heard':'2017-11-20T09:48:00.000Z'}}],'logs':[]}"));
        Api nobody = new Silent();
        assertThat(Absence.words(nobody, line))
                .containsExactly(
                        "No conflict found among what has been notified. This is not a clearance.",
                        "OLD PICTURE. Nothing was ever heard from BIRCH. A missing conflict means nothing.",
                        "OLD PICTURE. Last heard from CEDAR 09:48:00Z, 14 min ago. What it notified since is missing. A missing"
                                + " conflict means nothing.");
    }

    /** Whoever asks it is wrong: the answer must follow from the line alone. */
    private static final class Silent implements Api {
        @Override
        public Answer ask(
                String method,
                String path,
                java.util.Map<String, String> headers,
                java.util.Optional<tools.jackson.databind.JsonNode> body) {
            throw new AssertionError(path);
        }

        @Override
        public void listen(Listener listener) {
            throw new AssertionError("events");
        }

        @Override
        public void close() {}
    }
}
