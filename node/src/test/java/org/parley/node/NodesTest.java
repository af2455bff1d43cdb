package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Effect;
import org.parley.node.bundle.Export;
import org.parley.node.bundle.Import;

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

    @Test
    void keys_rotate_while_records_are_said() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            Node azure = town.node("AZURE");
            List<CompletableFuture<Effect.Said>> said = new ArrayList<>();
            List<CompletableFuture<String>> rotated = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                said.add(azure.say(town.line, Town.text(Lane.MAIN, "record " + i, new SecureRandom())));
                if (i % 100 == 50) {
                    rotated.add(azure.rotate(town.line, Town.root(azure)));
                }
            }
            rotated.forEach(answer -> answer.orTimeout(60, TimeUnit.SECONDS).join());
            for (CompletableFuture<Effect.Said> each : said) {
                town.awaitHeldByAll(
                        "AZURE", each.orTimeout(60, TimeUnit.SECONDS).join());
            }
            town.awaitEqual();
            assertThat(azure.standing().logs(town.line)).hasSize(4);
        }
    }

    @Test
    void bundles_carry_a_line_in_any_order() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            town.awaitHeldByAll("AZURE", town.say("AZURE", Lane.MAIN, "over the link"));
            town.stop("BIRCH");
            List<Path> bundles = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                town.say("AZURE", i == 1 ? Lane.SAFETY : Lane.MAIN, "without a link " + i);
                town.node("AZURE").settle().join();
                bundles.add(folder.resolve(i + ".bundle"));
                new Export(town.node("AZURE")).write(town.line, bundles.getLast());
            }
            try (Node birch = Node.open(town.path("BIRCH"), town.options())) {
                for (Path bundle : List.of(bundles.get(2), bundles.get(0), bundles.get(1), bundles.get(0))) {
                    new Import(birch).read(bundle);
                }
                for (Origin origin : town.node("AZURE").standing().logs(town.line)) {
                    assertThat(Town.entries(birch, origin)).isEqualTo(Town.entries(town.node("AZURE"), origin));
                }
            }
        }
    }
}
