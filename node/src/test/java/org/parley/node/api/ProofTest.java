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

/** Evidence leaves through the API as it leaves by the command, and not to everybody. */
class ProofTest {
    private static final String CHECK = "{'kind':'message','body':{'text':'good morning','to':{'party':'BIRCH'}}}";

    @TempDir
    Path folder;

    @Test
    void a_proof_is_one_that_a_verifier_reads() throws IOException {
        try (Desks desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH")) {
            String record = desks.say("AZURE", CHECK).is(201).text("record");
            desks.has("BIRCH", record);
            String path = "/api/v1/lines/" + desks.town.line.hex() + "/records/" + record + "/proof";
            for (String party : new String[] {"AZURE", "BIRCH"}) {
                Local.Answer answer = desks.service(party).local().ask("GET", path, Map.of(), "");
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
            desks.getAs("AZURE", Right.AUDIT, "~/records/" + record + "/proof").is(403);
            desks.get("AZURE", "~/records/AZURE-999/proof").is(404);
        }
    }
}
