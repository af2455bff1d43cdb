package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Effect;

/** What running nodes show, read by a client that was written from the specifications. */
class PublicFaceTest {
    @TempDir
    Path folder;

    private static String base(PublicFace face) {
        return "http://127.0.0.1:" + face.port();
    }

    /** The verifier keys of this name and type that the index page lists. */
    private static List<String> keys(SpecClient client, String name, char typed) throws Exception {
        Matcher found = Pattern.compile(
                        Pattern.quote("<code>" + name) + "\\+[0-9a-f]{8}\\+" + typed + "[A-Za-z0-9+/=]+</code>")
                .matcher(client.text("/"));
        List<String> keys = new ArrayList<>();
        while (found.find()) {
            keys.add(found.group().replaceAll("</?code>", ""));
        }
        return keys;
    }

    /** Base64 of type 0x01 begins with A, and of 0x04 with B. */
    private static String logKey(SpecClient client, Origin origin) throws Exception {
        return keys(client, origin.toString(), 'A').getFirst();
    }

    private static List<CompletableFuture<Effect.Said>> say(Town town, String party, int count) {
        List<CompletableFuture<Effect.Said>> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            said.add(town.node(party).say(town.line, Town.text(Lane.MAIN, "record " + i, new SecureRandom())));
        }
        return said;
    }

    private static Effect.Said last(List<CompletableFuture<Effect.Said>> said) {
        return said.getLast().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void every_log_of_every_line_is_shown_by_each_node_and_recomputed_from_what_it_serves() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            Effect.Said main = last(say(town, "AZURE", 700));
            town.awaitHeldByAll("AZURE", main);
            town.awaitHeldByAll("BIRCH", town.say("BIRCH", Lane.SAFETY, "stop"));
            town.awaitEqual();
            try (PublicFace azure = town.node("AZURE").show(0, false);
                    PublicFace birch = town.node("BIRCH").show(0, false);
                    SpecClient atAzure = new SpecClient(base(azure));
                    SpecClient atBirch = new SpecClient(base(birch))) {
                for (Origin origin : town.node("AZURE").standing().logs(town.line)) {
                    var here = atAzure.head(origin.toString(), logKey(atAzure, origin));
                    var there = atBirch.head(origin.toString(), logKey(atBirch, origin));
                    assertThat(here.text()).isEqualTo(there.text());
                    assertThat(atAzure.verified(here))
                            .isEqualTo(atBirch.verified(there))
                            .hasSize((int) town.node("AZURE").standing().size(origin));
                }
                assertThat(atAzure.text("/"))
                        .contains(town.node("AZURE").identity().privateLine().hex())
                        .doesNotContain(
                                town.node("BIRCH").identity().privateLine().hex());
            }
        }
    }

    @Test
    void a_checkpoint_bears_the_receipts_of_the_members_that_hold_it() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH", "CEDAR")) {
            Effect.Said said = town.say("AZURE", Lane.MAIN, "good morning");
            town.awaitHeldByAll("AZURE", said);
            town.node("AZURE").settle().join();
            town.node("AZURE").settle().join();
            try (PublicFace face = town.node("AZURE").show(0, false);
                    SpecClient client = new SpecClient(base(face))) {
                var head = client.head(said.origin().toString(), logKey(client, said.origin()));
                assertThat(head.size()).isEqualTo(said.index() + 1);
                for (String member : List.of("BIRCH", "CEDAR")) {
                    String name = "parley/" + town.line + "/" + member + "/cosigner";
                    List<String> cosigner =
                            keys(client, name, 'B').stream().distinct().toList();
                    assertThat(cosigner).hasSize(1);
                    assertThat(client.signed(head, cosigner.getFirst()))
                            .as(member)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void while_a_log_grows_the_checkpoint_is_never_ahead_of_its_tiles_nor_behind_what_was_acknowledged()
            throws Exception {
        try (Town town = new Town(folder, "AZURE");
                PublicFace face = town.node("AZURE").show(0, false);
                SpecClient client = new SpecClient(base(face))) {
            Origin origin = town.say("AZURE", Lane.MAIN, "first").origin();
            String key = logKey(client, origin);
            List<CompletableFuture<Effect.Said>> said = new ArrayList<>();
            long size = 0;
            for (int heads = 0; size < 1_502; heads++) {
                said.addAll(heads < 5 ? say(town, "AZURE", 300) : List.of());
                long acknowledged = said.stream()
                        .filter(each -> each.isDone() && !each.isCompletedExceptionally())
                        .mapToLong(each -> each.join().index() + 1)
                        .max()
                        .orElse(0);
                var head = client.head(origin.toString(), key);
                assertThat(head.size()).isGreaterThanOrEqualTo(Math.max(size, acknowledged));
                client.verified(head);
                size = head.size();
            }
        }
    }

    @Test
    void keys_that_rotate_and_a_line_that_is_founded_are_shown_at_once() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH");
                PublicFace face = town.node("BIRCH").show(0, false);
                SpecClient client = new SpecClient(base(face))) {
            Effect.Said said = town.say("AZURE", Lane.MAIN, "before");
            town.awaitHeldByAll("AZURE", said);
            List<String> before = keys(client, said.origin().toString(), 'A');
            town.node("AZURE")
                    .rotate(town.line, Town.root(town.node("AZURE")))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            town.awaitHeldByAll("AZURE", town.say("AZURE", Lane.MAIN, "after"));
            List<String> after = keys(client, said.origin().toString(), 'A');
            assertThat(before).hasSize(1);
            assertThat(after).hasSize(2).startsWith(before.getFirst());
            var head = client.head(said.origin().toString(), after.getLast());
            assertThat(client.signed(head, before.getFirst())).isFalse();
            client.verified(head);
        }
    }

    @Test
    void a_port_that_another_has_is_refused() throws Exception {
        try (Town town = new Town(folder, "AZURE");
                PublicFace face = town.node("AZURE").show(0, false)) {
            assertThatThrownBy(() -> town.node("AZURE").show(face.port(), false))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("in use");
        }
    }
}
