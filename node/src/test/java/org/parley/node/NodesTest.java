package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.line.Effect;

class NodesTest {
    @TempDir
    Path folder;

    @Test
    void a_record_said_at_one_node_is_receipted_by_the_other() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            Effect.Said said = town.say("AZURE", Lane.MAIN, "good morning");
            assertThat(said.origin().recordName(said.index())).startsWith("AZURE-");
            town.awaitHeldByAll("AZURE", said);
            Effect.Said stop = town.say("BIRCH", Lane.SAFETY, "stop");
            assertThat(stop.origin().recordName(stop.index())).startsWith("BIRCH-S");
            town.awaitHeldByAll("BIRCH", stop);
            town.awaitEqual();
        }
    }

    @Test
    void three_nodes_hold_the_same_logs_after_restarts_of_each() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH", "CEDAR")) {
            for (String restarted : List.of("AZURE", "BIRCH", "CEDAR")) {
                List<Effect.Said> said = new ArrayList<>();
                for (String party : List.of("AZURE", "BIRCH", "CEDAR")) {
                    said.add(town.say(party, Lane.MAIN, "before the restart of " + restarted));
                }
                town.stop(restarted);
                town.start(restarted);
                town.awaitHeldByAll(restarted, town.say(restarted, Lane.MAIN, "back again"));
                for (Effect.Said each : said) {
                    town.awaitHeldByAll(each.origin().party().name(), each);
                }
            }
            town.awaitEqual();
            assertThat(town.all())
                    .allSatisfy(node -> assertThat(node.standing().logs(town.line))
                            .allSatisfy(origin ->
                                    assertThat(origin.epoch().number()).isEqualTo(1)));
        }
    }
}
