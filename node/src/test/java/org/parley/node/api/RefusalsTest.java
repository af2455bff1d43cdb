package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** What would count for nobody is refused; what is to count at once waits for nobody. */
class RefusalsTest {
    private static final String A_02 = "{'kind':'activity','body':{'activity':'uas','name':'A-02','volumes':["
            + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
            + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";
    private static final String SF_3 =
            "{'kind':'message','body':{'template':'SF-3','to':{'party':'BIRCH'},'fields':{'place':'35.02N 40.58E','course':45,"
                    + "'speed':{'value':20,'unit':'km/h'}}}}";

    @TempDir
    Path folder;

    private Desks desks(Release release) throws IOException {
        return new Desks(folder, release, "AZURE", "BIRCH");
    }

    private static String heard(String from, String kind, String says) {
        return "{'kind':'heard','body':{'from':'" + from + "','bearer':'telephone','at':'"
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "','readBack':true,'kind':'" + kind + "','says':{"
                + says + "}}}";
    }

    @Test
    void a_stop_that_was_heard_alarms_as_one_that_came_over_the_line() throws IOException {
        try (Desks desks = desks(Release.USUAL)) {
            String stop = desks.say("BIRCH", heard("AZURE", "stop", "'what':'our-people'"))
                    .is(201)
                    .text("record");
            assertThat(stop).as("in the log of what is safety").startsWith("BIRCH-S");
            desks.has("BIRCH", stop);
            assertThat(desks.get("BIRCH", "~/subjects?kind=stop").is(200).body().path("items"))
                    .hasSize(1);
            desks.has("AZURE", stop);
        }
    }

    @ParameterizedTest
    @CsvSource({"BIRCH, stop, from", "AZURE, activty, kind"})
    void what_nobody_could_be_heard_saying_is_refused(String from, String kind, String field) throws IOException {
        try (Desks desks = desks(Release.NONE)) {
            JsonNode refused = desks.say("BIRCH", heard(from, kind, "'what':'our-people'"))
                    .is(422)
                    .body();
            assertThat(refused.path("errors"))
                    .extracting(problem -> problem.path("field").asString())
                    .anyMatch(each -> each.endsWith(field));
        }
    }

    @Test
    void the_same_words_with_the_same_key_about_another_record_are_no_repeat() throws IOException {
        try (Desks desks = desks(Release.NONE)) {
            String one = desks.say("AZURE", A_02).is(201).text("record");
            String other =
                    desks.say("AZURE", A_02.replace("A-02", "A-03")).is(201).text("record");
            desks.has("BIRCH", one);
            desks.has("BIRCH", other);
            Map<String, String> key = Map.of("idempotency-key", "k1");
            String read = "{'kind':'answer','about':'%s','body':{'says':'read'}}";
            String said = desks.ask("BIRCH", "POST", "~/records", read.formatted(one), key)
                    .is(201)
                    .text("record");
            assertThat(desks.ask("BIRCH", "POST", "~/records", read.formatted(one), key)
                            .is(201)
                            .text("record"))
                    .isEqualTo(said);
            desks.ask("BIRCH", "POST", "~/records", read.formatted(other), key).is(422);
        }
    }

    private static String status(String about, String status, Instant at) {
        return "{'kind':'status','about':'" + about + "','body':{'status':'" + status + "','at':'"
                + at.truncatedTo(ChronoUnit.SECONDS) + "'}}";
    }

    @Test
    void what_has_ended_has_no_next_version_and_nothing_is_over_before_its_time() throws IOException {
        try (Desks desks = desks(Release.NONE)) {
            String a = desks.say("AZURE", A_02).is(201).text("record");
            desks.say("AZURE", status(a, "stopped", Instant.now().plus(1, ChronoUnit.DAYS)))
                    .is(422);
            desks.say("AZURE", status(a, "stopped", Instant.now())).is(201);
            JsonNode refused = desks.say("AZURE", A_02.replace("{'kind'", "{'about':'" + a + "','kind'"))
                    .is(409)
                    .body();
            assertThat(refused.path("errors").path(0).path("reason").asString()).contains("stopped already");
        }
    }

    @Test
    void a_safety_call_by_template_waits_for_no_second_person_and_passes_a_suspended_line() throws IOException {
        try (Desks desks = desks(Release.USUAL)) {
            desks.say("AZURE", SF_3).is(201);
            desks.say("AZURE", "{'kind':'message','body':{'text':'good morning','to':{'party':'BIRCH'}}}")
                    .is(202);
            String suspended = "{'kind':'line-state','body':{'state':'suspended','scope':['routine'],'from':'%s'}}";
            desks.say("AZURE", suspended.formatted("2099-01-01T00:00:00Z")).is(201);
            desks.say("AZURE", A_02).is(202);
            desks.say("AZURE", suspended.formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                    .is(201);
            desks.say("AZURE", SF_3).is(201);
        }
    }

    @Test
    void who_says_no_precedence_has_that_of_the_template() throws IOException {
        try (Desks desks = desks(Release.NONE)) {
            String a = desks.say("AZURE", A_02).is(201).text("record");
            desks.has("BIRCH", a);
            String hold = desks.say(
                            "BIRCH", "{'kind':'hold','about':'" + a + "','body':{'until':'2037-11-20T07:00:00Z'}}")
                    .is(201)
                    .text("record");
            desks.has("BIRCH", hold);
            JsonNode records =
                    desks.get("BIRCH", "~/records?limit=1000").is(200).body().path("items");
            assertThat(records)
                    .filteredOn(record -> record.path("record").asString().equals(hold))
                    .extracting(record -> record.path("precedence").asString())
                    .containsExactly("FLASH");
        }
    }
}
