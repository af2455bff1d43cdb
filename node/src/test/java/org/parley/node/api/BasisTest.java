package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** What an author had seen in a preview, and what comes between that and the record. */
class BasisTest {
    @TempDir
    Path folder;

    private static String notice(String name, String more) {
        return "{'kind':'activity','body':{'activity':'uas','name':'" + name + "','volumes':["
                + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
                + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}" + more + "}";
    }

    private static String basis(JsonNode preview) {
        return ",'basis':" + preview.path("basis") + ",'onChange':'refuse'";
    }

    @Test
    void what_conflicts_with_more_than_the_preview_showed_is_refused_by_name() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String first = desks.say("BIRCH", notice("B-1", "")).is(201).text("record");
            desks.has("AZURE", first);
            JsonNode preview = desks.ask("AZURE", "POST", "~/preview", notice("A-1", ""), Map.of())
                    .is(200)
                    .body();
            assertThat(preview.path("basis")).hasSize(1);
            assertThat(preview.path("basis").path(0).asString()).isEqualTo(first);

            String second = desks.say("BIRCH", notice("B-2", "")).is(201).text("record");
            desks.has("AZURE", second);
            Desks.Told refused =
                    desks.say("AZURE", notice("A-1", basis(preview))).is(409);
            assertThat(refused.text("type")).endsWith("#new-conflict");
            assertThat(refused.body().path("errors")).hasSize(1);
            assertThat(refused.body().path("errors").path(0).path("value").asString())
                    .isEqualTo(second);
            assertThat(desks.get("AZURE", "~/subjects?owner=AZURE").body().path("items"))
                    .as("nothing was said")
                    .isEmpty();

            String seen = ",'basis':['" + first + "']";
            JsonNode said = desks.say("AZURE", notice("A-1", seen)).is(201).body();
            assertThat(said.path("conflicts")).hasSize(2);
            said.path("conflicts")
                    .forEach(conflict -> assertThat(conflict.path("new").asBoolean())
                            .isEqualTo(conflict.path("finding").toString().contains(second)));
        }
    }

    @Test
    void what_was_seen_of_an_amended_plan_is_seen_of_its_version_only() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String first = desks.say("BIRCH", notice("B-1", "")).is(201).text("record");
            desks.has("AZURE", first);
            String amended = desks.say("BIRCH", notice("B-1", ",'about':'" + first + "'"))
                    .is(201)
                    .text("record");
            desks.when(
                    "AZURE",
                    line -> line.picture()
                            .subject(first)
                            .filter(subject -> subject.current().record().name().equals(amended))
                            .filter(subject -> line.picture()
                                    .delivery(subject, line.me())
                                    .stored()
                                    .isPresent())
                            .isPresent());
            desks.say("AZURE", notice("A-1", ",'basis':['" + amended + "'],'onChange':'refuse'"))
                    .is(201);
            desks.say("AZURE", notice("A-2", ",'basis':[],'onChange':'refuse'")).is(409);
        }
    }

    @Test
    void what_another_is_asked_to_change_is_looked_at_as_its_own_next_version() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String own = desks.say("AZURE", notice("A-1", "")).is(201).text("record");
            String theirs = desks.say("BIRCH", notice("B-1", "")).is(201).text("record");
            desks.has("AZURE", theirs);
            String asked = notice("B-1", ",'about':'" + theirs + "'");
            JsonNode still = desks.ask("AZURE", "POST", "~/preview", asked, Map.of())
                    .is(200)
                    .body()
                    .path("conflicts");
            assertThat(still).hasSize(1);
            assertThat(still.path(0).path("with").asString()).isEqualTo(own);
            String higher = asked.replace("4000 m HAE", "6000 m HAE").replace("2400 m HAE", "4100 m HAE");
            assertThat(desks.ask("AZURE", "POST", "~/preview", higher, Map.of())
                            .is(200)
                            .body()
                            .path("conflicts"))
                    .isEmpty();
        }
    }

    @Test
    void the_second_person_has_seen_what_it_says_it_has() throws IOException {
        Release two = new Release(Set.of("activity"));
        try (Desks desks = new Desks(folder, two, "AZURE", "BIRCH")) {
            String draft = desks.say("AZURE", notice("A-1", "")).is(202).text("draft");
            desks.ask("AZURE", "POST", "drafts/" + draft + "/release", "{'basis':'all'}", Map.of())
                    .is(422);
        }
    }

    @Test
    void a_basis_is_a_list_and_a_change_is_one_of_two_words() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            desks.say("AZURE", notice("A-1", ",'basis':'BIRCH-1'")).is(422);
            desks.say("AZURE", notice("A-1", ",'onChange':'perhaps'")).is(422);
        }
    }
}
