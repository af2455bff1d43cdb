package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.note.TlogProof;
import org.parley.node.access.Right;
import org.parley.node.desk.Release;
import tools.jackson.databind.JsonNode;

/** Evidence leaves through the API as it leaves by the command, and not to everybody; what was shown is said to who said it, once. */
class RecordRoutesTest {
    private static final String CHECK = "{'kind':'message','body':{'text':'good morning','to':{'party':'BIRCH'}}}";

    @TempDir
    Path folder;

    @Test
    void a_proof_is_one_that_a_verifier_reads() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String record = desks.say("AZURE", CHECK).is(201).text("record");
            desks.has("BIRCH", record);
            for (String party : new String[] {"AZURE", "BIRCH"}) {
                Local.Answer answer = proof(desks, party, record);
                assertThat(answer.status()).isEqualTo(200);
                byte[] proof = answer.body().getBytes(StandardCharsets.UTF_8);
                assertThat(TlogProof.parse(proof).bytes()).isEqualTo(proof);
            }
        }
    }

    @Test
    void it_is_for_who_takes_evidence_away_and_of_what_is_here() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String record = desks.say("AZURE", CHECK).is(201).text("record");
            desks.getAs("AZURE", Right.READ, "~/records/" + record + "/proof").is(403);
            desks.get("AZURE", "~/records/AZURE-999/proof").is(404);
        }
    }

    @Test
    void a_proof_of_a_site_is_a_look_at_it() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String site = desks.say("AZURE", SitesTest.HOSPITAL).is(201).text("record");
            desks.getAs("AZURE", Right.AUDIT, "~/records/" + site + "/proof").is(403);
            assertThat(SitesTest.looks(desks)).isEmpty();
            assertThat(proof(desks, "AZURE", site).status()).isEqualTo(200);
            assertThat(SitesTest.looks(desks))
                    .singleElement()
                    .satisfies(look -> assertThat(look.path("body").path("what").asString())
                            .contains("proof of " + site));
        }
    }

    @Test
    void that_a_record_was_shown_is_known_to_who_said_it_and_said_once() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String record = desks.say("AZURE", CHECK).is(201).text("record");
            desks.has("BIRCH", record);
            assertThat(shown(desks, "BIRCH", record).isMissingNode()).isTrue();
            for (int time = 0; time < 2; time++) {
                present(desks, "BIRCH", record).is(204);
            }
            present(desks, "AZURE", record).is(204);
            JsonNode said = shown(desks, "BIRCH", record);
            assertThat(said.isMissingNode()).isFalse();
            desks.when(
                    "AZURE",
                    line -> line.picture().subject(record).stream()
                            .anyMatch(subject -> !subject.shown().isEmpty()));
            assertThat(shown(desks, "AZURE", record)).isEqualTo(said);
            for (String party : new String[] {"AZURE", "BIRCH"}) {
                assertThat(desks.get(party, "~/records").body().path("items"))
                        .extracting(each -> each.path("kind").asString())
                        .containsOnlyOnce("presented");
            }
        }
    }

    @Test
    void nobody_is_shown_what_is_not_here_and_no_program_says_so() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            present(desks, "AZURE", "BIRCH-999").is(404);
            assertThat(Right.ANSWER.isOfPersonsOnly()).isTrue();
        }
    }

    private static Desks.Told present(Desks desks, String party, String record) {
        return desks.ask(party, "POST", "~/records/" + record + "/presented", "", Map.of());
    }

    private static JsonNode shown(Desks desks, String party, String record) {
        return desks.get(party, "~/subjects/" + record)
                .is(200)
                .body()
                .path("properties")
                .path("delivery")
                .path("BIRCH")
                .path("shown");
    }

    private static Local.Answer proof(Desks desks, String party, String record) {
        String path = "/api/v1/lines/" + desks.town.line.hex() + "/records/" + record + "/proof";
        return desks.service(party).local().ask("GET", path, Map.of(), "");
    }
}
