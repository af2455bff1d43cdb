package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.envelope.Instants;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** What is shown besides what was said: how much is known, since when, and what nobody else sees. */
class KnowledgeTest {
    private static final String GROUND = "{'geometry':{'type':'Point','coordinates':[40.45,35.02]},'radius':30000,"
            + "'from':'2037-11-20T06:00:00Z','until':'2037-11-20T13:00:00Z'}";

    @TempDir
    Path folder;

    private Desks desks() throws IOException {
        return new Desks(folder, Release.NONE, "AZURE", "BIRCH");
    }

    /** A flight of ten kilometres' width along a parallel, from 07:00 to 08:00. */
    private static String flight(String name, double latitude) {
        return "{'kind':'activity','precedence':'PRIORITY','body':" + flightBody(name, latitude) + "}";
    }

    private static String flightBody(String name, double latitude) {
        return "{'activity':'air','name':'" + name + "','volumes':[" + volume(latitude) + "]}";
    }

    private static String volume(double latitude) {
        return "{'geometry':{'type':'LineString','coordinates':[[40.35," + latitude + "],[40.55," + latitude
                + "]]},'halfWidth':5000,'lower':'300 m HAE','upper':'3000 m HAE',"
                + "'from':'2037-11-20T07:00:00Z','until':'2037-11-20T08:00:00Z'}";
    }

    private static JsonNode known(Desks desks) {
        return desks.ask("AZURE", "POST", "~/known", GROUND, Map.of())
                .is(200)
                .body()
                .path("parties")
                .path("BIRCH");
    }

    @Test
    void none_known_is_unknown_until_it_is_declared_complete() throws IOException {
        try (Desks desks = desks()) {
            assertThat(known(desks).path("says").asString()).isEqualTo("unknown-none-notified");
            String flight = desks.say("BIRCH", flight("B-02", 35.02)).is(201).text("record");
            desks.has("AZURE", flight);
            assertThat(known(desks).path("says").asString()).isEqualTo("unknown-some-notified");
            assertThat(known(desks).path("activities").path(0).asString()).isEqualTo(flight);
            String declared = desks.say(
                            "BIRCH",
                            "{'kind':'completeness','body':{'shape':{'geometry':{'type':'Point','coordinates':[40.45,35.02]},"
                                    + "'radius':60000},'from':'2037-11-20T00:00:00Z','until':'2037-11-21T00:00:00Z',"
                                    + "'through':1,'nil':false}}")
                    .is(201)
                    .text("record");
            desks.has("AZURE", declared);
            JsonNode birch = known(desks);
            assertThat(birch.path("says").asString()).isEqualTo("some-declared-complete");
            assertThat(birch.path("complete").path("record").asString()).isEqualTo(declared);
            assertThat(birch.path("through").asString()).isEqualTo(declared);
            assertThat(birch.path("age").asInt()).isBetween(0, 60);
            JsonNode preview = desks.ask("AZURE", "POST", "~/preview", flight("A-02", 35.03), Map.of())
                    .is(200)
                    .body();
            assertThat(preview.path("known")
                            .path("parties")
                            .path("BIRCH")
                            .path("says")
                            .asString())
                    .isEqualTo("some-declared-complete");
        }
    }

    @Test
    void what_was_not_known_at_an_instant_is_not_shown_for_it() throws IOException {
        try (Desks desks = desks()) {
            String first = desks.say("BIRCH", flight("B-01", 35.02)).is(201).text("record");
            desks.has("AZURE", first);
            String own = desks.say("AZURE", flight("A-01", 35.03)).is(201).text("record");
            String then = Instants.print(Instants.parse(desks.get("AZURE", "~/records/" + own)
                            .body()
                            .path("at")
                            .asString())
                    - 1);
            assertThat(desks.get("AZURE", "~/conflicts").body().path("items")).hasSize(1);
            JsonNode before =
                    desks.get("AZURE", "~/conflicts?knownAt=" + then).is(200).body();
            assertThat(before.path("items")).isEmpty();
            assertThat(desks.get("AZURE", "~/subjects?kind=activity&knownAt=2037-11-20T00:00:00Z")
                            .is(200)
                            .body()
                            .path("items"))
                    .hasSize(2);
            desks.get("AZURE", "~/subjects/" + own + "?knownAt=" + then).is(404);
        }
    }

    @Test
    void only_its_owner_sees_that_a_party_is_in_its_own_way() throws IOException {
        try (Desks desks = desks()) {
            String one = desks.say("AZURE", flight("A-01", 35.02)).is(201).text("record");
            String other = desks.say("AZURE", flight("A-02", 35.03)).is(201).text("record");
            desks.has("BIRCH", other);
            JsonNode items =
                    desks.get("AZURE", "private-conflicts").is(200).body().path("items");
            assertThat(items).hasSize(1);
            assertThat(items.path(0).path("a").path("subject").asString()).isEqualTo(one);
            assertThat(items.path(0).path("b").path("subject").asString()).isEqualTo(other);
            assertThat(items.path(0).path("across").asBoolean()).isFalse();
            assertThat(desks.get("BIRCH", "private-conflicts").body().path("items"))
                    .isEmpty();
            assertThat(desks.get("AZURE", "~/conflicts").body().path("items")).isEmpty();
        }
    }

    private static JsonNode alarms(Desks desks, String party) {
        return desks.get(party, "alarms").body().path("items");
    }

    private static String checked(Desks desks) {
        String check = desks.say("AZURE", "{'kind':'check','body':{'text':'good morning','bearer':'link'}}")
                .is(201)
                .text("record");
        desks.has("BIRCH", check);
        return check;
    }

    @Test
    void a_persons_check_carries_what_follows_from_the_logs_and_its_answer_the_same() throws IOException {
        try (Desks desks = desks()) {
            desks.has("BIRCH", desks.say("AZURE", flight("A-02", 35.02)).is(201).text("record"));
            desks.has("AZURE", desks.say("BIRCH", flight("B-02", 35.03)).is(201).text("record"));
            String check = checked(desks);
            JsonNode asked = desks.get("BIRCH", "~/records/" + check).body().path("body");
            assertThat(asked.path("logs")).hasSizeGreaterThanOrEqualTo(2);
            String answer = desks.say("BIRCH", "{'kind':'answer','about':'" + check + "','body':{'says':'answered'}}")
                    .is(201)
                    .text("record");
            JsonNode answered = desks.get("BIRCH", "~/records/" + answer).body().path("body");
            assertThat(answered.path("fields").path("findings").asString())
                    .isEqualTo(asked.path("findings").asString())
                    .hasSize(64);
            desks.when(
                    "AZURE",
                    picture -> !picture.picture()
                            .subject(check)
                            .orElseThrow()
                            .answers()
                            .isEmpty());
            for (String party : List.of("AZURE", "BIRCH")) {
                assertThat(alarms(desks, party))
                        .extracting(alarm -> alarm.path("what").asString())
                        .doesNotContain("difference");
            }
        }
    }

    @Test
    void what_two_nodes_compute_otherwise_alarms_both() throws IOException {
        try (Desks desks = desks()) {
            String check = checked(desks);
            String other = "0".repeat(64);
            desks.say(
                            "BIRCH",
                            "{'kind':'answer','about':'" + check + "','body':{'says':'answered','fields':{'findings':'"
                                    + other + "'}}}")
                    .is(201);
            desks.when("AZURE", picture -> !picture.picture().differences().isEmpty());
            for (String party : List.of("AZURE", "BIRCH")) {
                assertThat(alarms(desks, party))
                        .extracting(alarm -> alarm.path("what").asString())
                        .contains("difference");
            }
        }
    }

    @Test
    void a_read_back_that_differs_shows_both_values_and_how_far_they_are_apart() throws IOException {
        try (Desks desks = desks()) {
            String flight = desks.say("BIRCH", flight("B-02", 35.02)).is(201).text("record");
            desks.has("AZURE", flight);
            desks.say(
                            "AZURE",
                            "{'kind':'answer','about':'" + flight + "','body':{'says':'read-back','fields':{'volumes':["
                                    + volume(35.20) + "]}}}")
                    .is(201);
            JsonNode differences = desks.get("AZURE", "~/subjects/" + flight)
                    .body()
                    .path("properties")
                    .path("answers")
                    .path(0)
                    .path("differences");
            assertThat(differences).hasSize(2);
            assertThat(differences.path(0).path("said").path(1).decimalValue()).isEqualByComparingTo("35.02");
            assertThat(differences.path(0).path("read").path(1).decimalValue()).isEqualByComparingTo("35.20");
            assertThat(differences.path(0).path("apart").decimalValue())
                    .isBetween(new BigDecimal("19960"), new BigDecimal("19980"));
        }
    }

    @Test
    void a_message_is_read_back_by_the_fields_of_its_template_in_any_form_of_coordinates() throws IOException {
        try (Desks desks = desks()) {
            String message = desks.say(
                            "BIRCH",
                            "{'kind':'message','precedence':'FLASH','body':{'template':'SF-3','to':{'party':'AZURE'},"
                                    + "'fields':{'place':'35.02N 40.58E','course':90,'speed':{'value':40,'unit':'km/h'}}}}")
                    .is(201)
                    .text("record");
            desks.has("AZURE", message);
            for (String place : List.of("35.20N 40.58E", "35 01.2N 40 34.8E")) {
                desks.say(
                                "AZURE",
                                "{'kind':'answer','about':'" + message
                                        + "','body':{'says':'read-back','fields':{'fields':{'place':'" + place
                                        + "'}}}}")
                        .is(201);
            }
            JsonNode answers = desks.get("AZURE", "~/subjects/" + message)
                    .body()
                    .path("properties")
                    .path("answers");
            JsonNode differences = answers.path(0).path("differences");
            assertThat(differences).hasSize(1);
            assertThat(differences.path(0).path("field").asString()).isEqualTo("fields.place");
            assertThat(differences.path(0).path("said").path(1).decimalValue()).isEqualByComparingTo("35.02");
            assertThat(differences.path(0).path("apart").decimalValue())
                    .isBetween(new BigDecimal("19960"), new BigDecimal("19980"));
            assertThat(answers.path(1).has("differences"))
                    .as("the same place, said otherwise")
                    .isFalse();
        }
    }
}
