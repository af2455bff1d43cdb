package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.faults.FlippedNode.Verdict;
import org.parley.ledger.canonical.Json;
import org.parley.node.control.ControlClient;

/**
 * One flipped bit in the database or the WAL of a node that was killed, then a start. A node is never brought to sign a second
 * history, and no record that it acknowledged is silently gone while its peer holds the receipt. The store's FlipTest asks the
 * same of the store alone.
 */
class FlippedBitsTest {
    private static final int MANY = Integer.getInteger("parley.flips", 1_000);

    @TempDir
    Path temp;

    @Test
    void a_flipped_bit_is_told_or_harmless() throws Exception {
        flip(4);
    }

    @Tag("faults")
    @Test
    void many_flipped_bits_are_told_or_harmless() throws Exception {
        flip(MANY);
    }

    private void flip(int flips) throws Exception {
        int port = TwoNodes.freePort();
        Party azure = TwoNodes.party("AZURE", temp, "127.0.0.1:" + TwoNodes.freePort());
        Party birch = TwoNodes.party("BIRCH", temp, "127.0.0.1:" + port);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        try (TwoNodes nodes = TwoNodes.of(azure, birch, Map.of(birch.name(), birch.listen()))) {
            talk(nodes);
            Map<String, String> written = Stored.records(azure.folder(), nodes.line());
            Map<String, String> receipted = Stored.records(birch.folder(), nodes.line());
            assertThat(written).as("AZURE has more than it has receipts for").hasSizeGreaterThan(receipted.size() + 10);
            Snapshot ofAzure = Snapshot.of(azure.folder());
            Snapshot ofBirch = Snapshot.of(birch.folder());
            var untouched = new FlippedNode(nodes, port, new HashMap<>(written), receipted, "nothing flipped");
            assertThat(untouched.judge(true)).isEqualTo(Verdict.HARMLESS);
            Random random = new Random(29);
            for (int i = 0; i < flips; i++) {
                ofAzure.putBack();
                ofBirch.putBack();
                // Half of it in each file, and in each the peer is there from the start or comes later.
                String flip = ofAzure.flip(i % 2 == 0 ? "parley.db" : "parley.db-wal", random);
                FlippedNode flipped = new FlippedNode(nodes, port, new HashMap<>(written), receipted, flip);
                verdicts.merge(flipped.judge(i % 4 < 2), 1, Integer::sum);
            }
        }
        System.out.println("Real processes, flipped bits: " + flips + ", " + verdicts);
    }

    /** Leaves AZURE killed, with a database, a WAL, and records that BIRCH never saw. */
    private static void talk(TwoNodes nodes) throws Exception {
        nodes.start(nodes.birch());
        nodes.start(nodes.azure());
        try (Voices _ = Voices.begin(nodes, 3)) {
            assertThat(Patience.until(TwoNodes.HEALING, () -> nodes.promises().receipted() > 100))
                    .isTrue();
        }
        nodes.awaitHealed();
        assertThat(nodes.served(nodes.azure()).stop()).isZero();
        nodes.start(nodes.azure());
        nodes.awaitHealed();
        assertThat(nodes.served(nodes.birch()).stop()).isZero();
        sayAlone(nodes, 20);
        nodes.served(nodes.azure()).kill();
    }

    private static void sayAlone(TwoNodes nodes, int records) throws IOException {
        try (ControlClient client = nodes.azure().client()) {
            for (int i = 0; i < records; i++) {
                for (String log : List.of("main", "safety")) {
                    Json.Builder say =
                            TwoNodes.request("say").put("line", nodes.line().hex());
                    client.ask(say.put("text", "alone").put("log", log), item -> {});
                }
            }
        }
    }
}
