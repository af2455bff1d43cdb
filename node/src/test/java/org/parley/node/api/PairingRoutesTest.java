package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.PartyName;
import org.parley.link.Bounds;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.access.Caller;
import org.parley.node.access.How;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.config.Config;
import org.parley.node.desk.Release;
import org.parley.node.pairing.Pairings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes that know nothing of each other find a line over the API, by two persons who compare six words. */
class PairingRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Options OPTIONS =
            new Options(Optional.empty(), InstantSource.system(), new SecureRandom(), Bounds.USUAL, failure -> {
                throw new AssertionError(failure);
            });

    @TempDir
    Path folder;

    /** A node with its desk. */
    private record Desk(Node node, Pairings pairings, Service service) implements AutoCloseable {
        static Desk of(Path path, String party) throws IOException {
            NodeFolder.create(path, new PartyName(party), Optional.empty(), OPTIONS);
            Node node = Node.open(path, OPTIONS);
            Pairings pairings = new Pairings(node);
            node.connect(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), pairings);
            return new Desk(node, pairings, Service.begin(node, pairings, Release.USUAL, Config.USUAL));
        }

        Local.Answer ask(Visitor visitor, String method, String path, String body) {
            return service.as(visitor).ask(method, "/api/v1/pairing" + path, Map.of(), body.replace('\'', '"'));
        }

        JsonNode asked(String method, String path, String body) {
            Local.Answer answer = ask(person(Right.LINE), method, path, body);
            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        }

        /** How it stands as soon as this holds. */
        JsonNode when(Predicate<JsonNode> holds) throws InterruptedException {
            for (int i = 0; i < 600; i++) {
                JsonNode stands = asked("GET", "", "");
                if (holds.test(stands)) {
                    return stands;
                }
                Thread.sleep(100);
            }
            throw new AssertionError("never came: " + asked("GET", "", ""));
        }

        JsonNode comesTo(String state) throws InterruptedException {
            return when(stands -> stands.path("state").asString().equals(state));
        }

        @Override
        public void close() {
            pairings.close();
            service.close();
            node.close();
        }
    }

    private static Visitor person(Right right) {
        return new Visitor(
                Optional.of(new Caller("kim", "K1", Set.of(Role.SUPERVISOR), Set.of(right), true, How.CONSOLE)));
    }

    private static String words(JsonNode stands, String language) {
        return String.join(
                " ",
                stands.path("words")
                        .path(language)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static String join(JsonNode invited) {
        return "{'code':'" + invited.path("code").asString() + "'}";
    }

    @Test
    void two_persons_who_compare_six_words_have_a_line_and_before_that_none() throws Exception {
        try (Desk azure = Desk.of(folder.resolve("azure"), "AZURE");
                Desk birch = Desk.of(folder.resolve("birch"), "BIRCH")) {
            assertThat(azure.asked("GET", "", "").path("state").asString()).isEqualTo("none");
            JsonNode invited = azure.asked("POST", "/invite", "{'seconds':600}");
            assertThat(invited.path("state").asString()).isEqualTo("waiting");
            birch.asked("POST", "/join", join(invited));
            JsonNode here = azure.comesTo("words");
            JsonNode there = birch.comesTo("words");
            for (String language : List.of("en", "ru", "ar")) {
                assertThat(words(here, language).split(" ")).hasSize(6);
                assertThat(words(here, language)).isEqualTo(words(there, language));
            }
            assertThat(here.path("party").asString()).isEqualTo("BIRCH");
            azure.asked("POST", "/confirm", "{'words':'" + words(there, "ru") + "'}");
            assertThat(azure.asked("GET", "", "").path("state").asString())
                    .as("one of two")
                    .isEqualTo("words");
            assertThat(azure.node().standing().lines())
                    .as("nothing but its private line")
                    .hasSize(1);
            birch.asked("POST", "/confirm", "{'line':'" + there.path("line").asString() + "'}");
            String line = azure.comesTo("founded").path("line").asString();
            assertThat(birch.comesTo("founded").path("line").asString()).isEqualTo(line);
            assertThat(azure.node().standing().lines())
                    .anySatisfy(each -> assertThat(each.line().hex()).isEqualTo(line));
        }
    }

    @Test
    void other_words_end_it_on_both_sides_with_an_alarm() throws Exception {
        try (Desk azure = Desk.of(folder.resolve("azure"), "AZURE");
                Desk birch = Desk.of(folder.resolve("birch"), "BIRCH")) {
            birch.asked("POST", "/join", join(azure.asked("POST", "/invite", "{}")));
            JsonNode stands = azure.comesTo("words");
            String wrong = words(stands, "en").replaceFirst("^(\\S+) (\\S+)", "$2 $1");
            assertThat(azure.ask(person(Right.LINE), "POST", "/confirm", "{'words':'" + wrong + "'}")
                            .status())
                    .isEqualTo(422);
            assertThat(azure.comesTo("ended").path("why").asString()).contains("ALARM");
            birch.comesTo("ended");
            assertThat(azure.node().standing().lines()).hasSize(1);
        }
    }

    @Test
    void it_is_given_up_by_a_person_and_another_may_begin() throws Exception {
        try (Desk azure = Desk.of(folder.resolve("azure"), "AZURE")) {
            azure.asked("POST", "/invite", "{}");
            assertThat(azure.ask(person(Right.LINE), "POST", "/invite", "{}").status())
                    .as("one at a time")
                    .isEqualTo(409);
            azure.asked("DELETE", "", "");
            azure.comesTo("ended");
            assertThat(azure.asked("POST", "/invite", "{}").path("code").asString())
                    .startsWith("PARLEY1-");
        }
    }

    @Test
    void only_a_person_who_looks_after_node_or_line_may_and_no_program() throws Exception {
        try (Desk azure = Desk.of(folder.resolve("azure"), "AZURE")) {
            Caller program = new Caller("robot", "P1", Set.of(Role.SUPERVISOR), Set.of(Right.LINE), false, How.TOKEN);
            for (Visitor visitor : List.of(person(Right.SEND), new Visitor(Optional.of(program)))) {
                assertThat(azure.ask(visitor, "GET", "", "").status()).isEqualTo(403);
                assertThat(azure.ask(visitor, "POST", "/invite", "{}").status()).isEqualTo(403);
                assertThat(azure.ask(visitor, "POST", "/confirm", "{'words':'x'}")
                                .status())
                        .isEqualTo(403);
            }
            assertThat(azure.ask(Visitor.STRANGER, "POST", "/invite", "{}").status())
                    .isEqualTo(401);
            assertThat(azure.ask(person(Right.ADMINISTER), "GET", "", "").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void without_the_root_key_in_the_folder_there_is_no_invitation() throws Exception {
        try (Desk azure = Desk.of(folder.resolve("azure"), "AZURE")) {
            Files.delete(folder.resolve("azure/keys/root.key"));
            Local.Answer answer = azure.ask(person(Right.LINE), "POST", "/invite", "{}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("root");
            assertThat(azure.asked("GET", "", "").path("state").asString()).isEqualTo("none");
        }
    }
}
