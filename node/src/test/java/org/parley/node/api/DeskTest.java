package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** Two parties at work, each through the API of its own node. */
class DeskTest {
    private static final String A_02 =
            "{'kind':'activity','precedence':'PRIORITY','body':{'activity':'uas','name':'A-02','volumes':["
                    + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE','upper':'4000 m HAE',"
                    + "'from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";
    private static final String B_02 =
            "{'kind':'activity','precedence':'PRIORITY','body':{'activity':'air','name':'B-02','volumes':["
                    + "{'geometry':{'type':'LineString','coordinates':[[40.35,35.02],[40.55,35.02]]},'halfWidth':5000,"
                    + "'lower':'300 m HAE','upper':'3000 m HAE','from':'2037-11-20T07:00:00Z','until':'2037-11-20T08:00:00Z'}]}}";

    @TempDir
    Path folder;

    private Desks desks() throws IOException {
        return new Desks(folder, Release.NONE, "AZURE", "BIRCH");
    }

    @Test
    void both_nodes_show_the_same_conflict_with_the_same_figures() throws IOException {
        try (Desks desks = desks()) {
            String a = desks.say("AZURE", A_02).is(201).text("record");
            desks.has("BIRCH", a);
            Desks.Told b = desks.say("BIRCH", B_02).is(201);
            desks.has("AZURE", b.text("record"));
            JsonNode here = desks.get("AZURE", "~/conflicts").is(200).body();
            JsonNode there = desks.get("BIRCH", "~/conflicts").is(200).body();
            assertThat(here).isEqualTo(there);
            assertThat(here.path("items")).hasSize(1);
            assertThat(b.body().path("conflicts").path(0).path("id"))
                    .as("the writer is told with the answer")
                    .isEqualTo(here.path("items").path(0).path("id"));
        }
    }

    @Test
    void an_answer_meets_the_duty_on_both_sides() throws IOException {
        try (Desks desks = desks()) {
            String a = desks.say("AZURE", A_02).is(201).text("record");
            desks.owes("BIRCH");
            assertThat(desks.get("BIRCH", "~/duties")
                            .body()
                            .path("items")
                            .path(0)
                            .path("about")
                            .asString())
                    .isEqualTo(a);
            desks.say("BIRCH", "{'kind':'answer','about':'" + a + "','body':{'says':'read'}}")
                    .is(201);
            assertThat(desks.get("BIRCH", "~/duties").body().path("items")).isEmpty();
            desks.when(
                    "AZURE",
                    picture -> !picture.picture()
                            .subject(a)
                            .orElseThrow()
                            .answers()
                            .isEmpty());
            JsonNode subject = desks.get("AZURE", "~/subjects/" + a).is(200).body();
            assertThat(subject.path("properties")
                            .path("delivery")
                            .path("BIRCH")
                            .path("answered")
                            .asString())
                    .isEqualTo("read");
            assertThat(subject.path("properties")
                            .path("answers")
                            .path(0)
                            .path("says")
                            .asString())
                    .isEqualTo("read");
        }
    }

    @Test
    void a_stale_amendment_is_refused_and_names_the_newest_version() throws IOException {
        try (Desks desks = desks()) {
            String first = desks.say("AZURE", A_02).is(201).text("record");
            String amendment = A_02.replace("{'kind'", "{'about':'" + first + "','kind'");
            String second = desks.say("AZURE", amendment).is(201).text("record");
            Desks.Told stale = desks.say("AZURE", amendment).is(409);
            assertThat(stale.body().path("errors").path(0).path("reason").asString())
                    .contains(second);
        }
    }

    @Test
    void nobody_amends_or_stops_what_is_anothers() throws IOException {
        try (Desks desks = desks()) {
            String a = desks.say("AZURE", A_02).is(201).text("record");
            desks.has("BIRCH", a);
            desks.say("BIRCH", A_02.replace("{'kind'", "{'about':'" + a + "','kind'"))
                    .is(403);
            desks.say(
                            "BIRCH",
                            "{'kind':'status','about':'" + a
                                    + "','body':{'status':'stopped','at':'2037-11-20T12:00:00Z'}}")
                    .is(403);
            desks.say("AZURE", "{'kind':'answer','about':'" + a + "','body':{'says':'read'}}")
                    .is(403);
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        try (Desks desks = desks()) {
            Desks.Told refused = desks.say(
                            "AZURE",
                            "{'kind':'activity','body':{'activity':'balloon','volumes':[{'geometry':{'type':'Point',"
                                    + "'coordinates':[40.62,35.03]},'radius':8000,'lower':'2400','from':'2037-11-20T06:30',"
                                    + "'until':'2037-11-20T12:00:00Z'}]}}")
                    .is(422);
            assertThat(refused.body().path("errors"))
                    .extracting(problem -> problem.path("field").asString())
                    .contains("activity", "name", "volumes[0].lower", "volumes[0].from");
        }
    }

    @Test
    void the_same_words_with_the_same_key_are_said_once_also_after_a_new_start() throws IOException {
        try (Desks desks = desks()) {
            Map<String, String> key = Map.of("idempotency-key", "k-1");
            String first =
                    desks.ask("AZURE", "POST", "~/records", A_02, key).is(201).text("record");
            assertThat(desks.ask("AZURE", "POST", "~/records", A_02, key)
                            .is(201)
                            .text("record"))
                    .isEqualTo(first);
            desks.ask("AZURE", "POST", "~/records", B_02, key).is(422);
            desks.stop("AZURE");
            desks.start("AZURE");
            assertThat(desks.ask("AZURE", "POST", "~/records", A_02, key)
                            .is(201)
                            .text("record"))
                    .isEqualTo(first);
        }
    }

    @Test
    void what_all_have_accepted_is_in_force_on_both_sides() throws IOException {
        try (Desks desks = desks()) {
            String proposal = desks.say(
                            "AZURE",
                            "{'kind':'agreement','body':{'title':'R-1','rules':'1','parties':[{'party':'AZURE','as':'member'},"
                                    + "{'party':'BIRCH','as':'member'}],'purpose':'safety','exclusions':['no targets'],"
                                    + "'separation':[{'horizontal':9260,'vertical':305,'time':'5 min'}],"
                                    + "'effectiveFrom':'2017-11-20T00:00:00Z','decideBy':'2037-01-01T00:00:00Z'}}")
                    .is(201)
                    .text("record");
            desks.has("BIRCH", proposal);
            desks.say("BIRCH", "{'kind':'answer','about':'" + proposal + "','body':{'says':'accepted'}}")
                    .is(201);
            for (String party : new String[] {"AZURE", "BIRCH"}) {
                desks.when(party, picture -> picture.picture().inForce().isPresent());
                assertThat(desks.get(party, "~/agreement").is(200).text("id")).isEqualTo(proposal);
            }
        }
    }

    @Test
    void a_stop_needs_no_agreement_and_is_counted_until_it_is_taken() throws IOException {
        try (Desks desks = desks()) {
            String stop = desks.say("BIRCH", "{'kind':'stop','body':{'what':'our-people','place':'35.30N 40.25E'}}")
                    .is(201)
                    .text("record");
            desks.owes("AZURE");
            assertThat(desks.get("AZURE", "~/duties").body().path("items"))
                    .extracting(duty -> duty.path("what").asString())
                    .containsExactly("take", "relay", "cease");
            desks.say("AZURE", "{'kind':'answer','about':'" + stop + "','body':{'says':'taken'}}")
                    .is(201);
            assertThat(desks.get("AZURE", "~/duties").body().path("items"))
                    .extracting(duty -> duty.path("what").asString())
                    .containsExactly("relay", "cease");
        }
    }

    @Test
    void a_stop_sounds_until_it_is_lifted_also_where_it_is_said_to_have_ceased() throws IOException {
        try (Desks desks = desks()) {
            String stop = desks.say("BIRCH", "{'kind':'stop','body':{'what':'our-people','place':'35.30N 40.25E'}}")
                    .is(201)
                    .text("record");
            desks.has("AZURE", stop);
            assertThat(sounding(desks)).contains("stop");
            String ceased = desks.say("AZURE", "{'kind':'answer','about':'" + stop + "','body':{'says':'ceased'}}")
                    .is(201)
                    .text("record");
            assertThat(desks.get("AZURE", "~/duties").body().path("items")).isEmpty();
            assertThat(sounding(desks)).contains("stop");
            desks.has("BIRCH", ceased);
            String lifted = desks.say(
                            "BIRCH",
                            "{'kind':'status','about':'" + stop
                                    + "','body':{'status':'lifted','at':'2026-11-28T12:00:00Z'}}")
                    .is(201)
                    .text("record");
            desks.has("AZURE", lifted);
            assertThat(sounding(desks)).doesNotContain("stop");
        }
    }

    private static List<String> sounding(Desks desks) {
        return desks.get("AZURE", "alarms")
                .body()
                .path("items")
                .valueStream()
                .map(alarm -> alarm.path("what").asString())
                .toList();
    }

    @Test
    void on_a_suspended_line_safety_still_passes() throws IOException {
        try (Desks desks = desks()) {
            String state = desks.say(
                            "BIRCH",
                            "{'kind':'line-state','body':{'state':'suspended','from':'2026-11-21T08:00:00Z','reason':'decision'}}")
                    .is(201)
                    .text("record");
            desks.has("AZURE", state);
            Desks.Told refused = desks.say("AZURE", A_02).is(409);
            assertThat(refused.text("type")).endsWith("#suspended");
            desks.say("AZURE", "{'kind':'hold','body':{'until':'2037-11-21T10:00:00Z'}}")
                    .is(201);
            desks.say("BIRCH", "{'kind':'line-state','body':{'state':'open','from':'2026-11-21T17:00:00Z'}}")
                    .is(201);
        }
    }

    @Test
    void what_two_persons_release_waits_for_the_second() throws IOException {
        try (Desks desks = new Desks(folder, new Release(Set.of("activity")), "AZURE", "BIRCH")) {
            String draft = desks.say("AZURE", A_02).is(202).text("draft");
            assertThat(desks.get("AZURE", "~/subjects").body().path("items")).isEmpty();
            assertThat(desks.get("AZURE", "drafts")
                            .body()
                            .path("items")
                            .path(0)
                            .path("draft")
                            .asString())
                    .isEqualTo(draft);
            desks.ask("AZURE", "POST", "drafts/" + draft + "/release", "", Map.of())
                    .is(403);
            desks.say("AZURE", "{'kind':'stop','body':{'what':'our-people'}}").is(201);
            desks.ask("AZURE", "DELETE", "drafts/" + draft, "", Map.of()).is(204);
            assertThat(desks.get("AZURE", "drafts").body().path("items")).isEmpty();
        }
    }

    @Test
    void the_description_names_all_that_answers_and_refers_to_nothing_that_is_not_there() throws IOException {
        try (Desks desks = desks()) {
            JsonNode all = desks.get("AZURE", "openapi.json").is(200).body();
            assertThat(all.path("paths").propertyNames())
                    .contains("/api/v1/lines/{line}/records", "/api/v1/events", "/health", "/api/v1/openapi.json");
            List<String> refs = all.findValuesAsString("$ref");
            assertThat(refs).isNotEmpty().allSatisfy(ref -> {
                String name = ref.substring(ref.lastIndexOf('/') + 1);
                assertThat(all.path("components").path("schemas").has(name))
                        .as(ref)
                        .isTrue();
            });
        }
    }

    @Test
    void what_is_not_there_and_what_is_not_done_so_are_told_apart() throws IOException {
        try (Desks desks = desks()) {
            desks.get("AZURE", "nothing").is(404);
            desks.ask("AZURE", "DELETE", "lines", "", Map.of()).is(405);
            desks.get("AZURE", "lines/ffffffffffff").is(404);
            desks.get("AZURE", "~/subjects?limit=0").is(422);
            desks.say("AZURE", "no json").is(400);
            desks.say("AZURE", "{'kind':'balloon','body':{}}").is(422);
        }
    }
}
