package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Fence;

/** A node in a real folder that witnesses for a log which was written from the specifications. */
class WitnessServedTest {
    private static final Options OPTIONS = Options.usual(Optional.empty());

    @TempDir
    Path temp;

    private final SpecLog log;
    private final HttpClient http = HttpClient.newHttpClient();

    WitnessServedTest() throws Exception {
        log = new SpecLog("log.example/one");
    }

    private Path folder() throws Exception {
        Path folder = temp.resolve("azure");
        NodeFolder.create(folder, new PartyName("AZURE"), Optional.empty(), OPTIONS);
        names(folder);
        return folder;
    }

    private void names(Path folder) throws Exception {
        Files.writeString(
                folder.resolve("witness.toml"), "# for tests\n\"" + log.origin + "\" = \"" + log.vkey() + "\"\n");
    }

    /** A served folder whose ledger has said that its logs may be signed. */
    private static final class Serving implements AutoCloseable {
        final Node node;
        final PublicFace face;

        Serving(Path folder) throws Exception {
            node = Node.open(folder, OPTIONS);
            try {
                face = node.show(0, true);
            } catch (Refused refused) {
                node.close();
                throw refused;
            }
            awaitFence(node, node.identity().privateLine(), Fence.State.OPEN);
        }

        @Override
        public void close() {
            face.close();
            node.close();
        }
    }

    private HttpResponse<String> add(PublicFace face, String body) throws IOException, InterruptedException {
        URI at = URI.create("http://127.0.0.1:" + face.port() + "/add-checkpoint");
        return http.send(
                HttpRequest.newBuilder(at)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String witnessKey(SpecClient client) throws Exception {
        Matcher key = Pattern.compile("parley/witness/[A-Z]+\\+[0-9a-f]{8}\\+B[A-Za-z0-9+/=]{43}(?=<)")
                .matcher(client.text("/"));
        assertThat(key.find()).isTrue();
        return key.group();
    }

    private void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"type\":\"/#" + type + "\"");
    }

    @Test
    void answers_follow_the_specification_and_outlive_a_restart() throws Exception {
        Path folder = folder();
        try (Serving serving = new Serving(folder);
                SpecClient client = new SpecClient("http://127.0.0.1:" + serving.face.port())) {
            PublicFace face = serving.face;
            HttpResponse<String> first = add(face, log.request(0, 5, "a"));
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            var cosigned = new SpecClient.Head(log.origin, 5, "", log.text(5, "a"), SpecClient.lines(first.body()));
            assertThat(client.signed(cosigned, witnessKey(client))).isTrue();
            assertThat(add(face, log.request(5, 9, "a")).statusCode()).isEqualTo(200);
            assertThat(add(face, log.request(9, 9, "a")).statusCode()).isEqualTo(200);
            assertProblem(add(face, log.request(9, 12, "b")), 422, "not-continued");
            assertProblem(add(face, log.request(9, 9, "b")), 422, "not-continued");
            assertProblem(
                    add(face, log.request(9, 12, "a").replaceFirst("old 9\n.*\n", "old 9\n")), 422, "not-continued");
            assertProblem(add(face, "old 12\n\n" + log.note(9, "a")), 400, "old-size");
            assertProblem(add(face, "old 09\n\n" + log.note(9, "a")), 400, "witness-form");
            assertProblem(add(face, new SpecLog("log.example/two").request(0, 5, "a")), 404, "not-witnessed");
            assertProblem(add(face, new SpecLog(log.origin).request(9, 12, "a")), 403, "not-signed");
            assertProblem(add(face, "x".repeat(70_000)), 413, "too-long");
            assertThat(client.text("/")).contains("id=\"not-continued\"");
        }
        try (Serving serving = new Serving(folder)) {
            HttpResponse<String> fork = add(serving.face, log.request(0, 5, "b"));
            assertThat(fork.statusCode()).isEqualTo(409);
            assertThat(fork.body()).isEqualTo("9\n");
            assertThat(fork.headers().firstValue("content-type")).hasValue("text/x.tlog.size");
            assertThat(add(serving.face, log.request(9, 10, "a")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void of_two_branches_that_race_one_is_cosigned() throws Exception {
        try (Serving serving = new Serving(folder());
                var threads = Executors.newFixedThreadPool(2)) {
            String held = "";
            for (int size = 0; size < 20; size++) {
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<HttpResponse<String>>> answers = new ArrayList<>();
                for (String branch : List.of("a", "b")) {
                    String body = log.request(size, size + 1, held.isEmpty() ? branch : held);
                    Callable<HttpResponse<String>> submission = () -> {
                        start.await();
                        return add(serving.face, body);
                    };
                    answers.add(threads.submit(submission));
                }
                List<Integer> statuses = List.of(
                        answers.getFirst().get().statusCode(),
                        answers.getLast().get().statusCode());
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                held = held.isEmpty() ? statuses.getFirst() == 200 ? "a" : "b" : held;
            }
        }
    }

    @Test
    void a_copy_of_the_folder_witnesses_nothing_and_neither_do_keys_without_what_they_signed() throws Exception {
        Path folder = folder();
        try (Serving serving = new Serving(folder)) {
            assertThat(add(serving.face, log.request(0, 5, "a")).statusCode()).isEqualTo(200);
        }
        Path copy = temp.resolve("copy");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(file -> !file.endsWith("parley.sock")).toList()) {
                Files.copy(
                        each, copy.resolve(folder.relativize(each)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        assertThatThrownBy(() -> new Serving(copy))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is a copy")
                .hasMessageContaining("take keys/witness.key and witness/ away");
        try (Stream<Path> memory = Files.walk(copy.resolve("witness"))) {
            for (Path each : memory.toList().reversed()) {
                Files.delete(each);
            }
        }
        assertThatThrownBy(() -> new Serving(copy)).hasMessageContaining("is not there, and the witness's keys are");
        Files.delete(copy.resolve("keys/witness.key"));
        try (Serving anew = new Serving(copy)) {
            assertThat(add(anew.face, log.request(0, 3, "b")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_restored_node_is_another_witness() throws Exception {
        Path folder = folder();
        String before;
        try (Serving serving = new Serving(folder);
                SpecClient client = new SpecClient("http://127.0.0.1:" + serving.face.port())) {
            before = witnessKey(client);
            assertThat(add(serving.face, log.request(0, 5, "a")).statusCode()).isEqualTo(200);
        }
        Path backup = temp.resolve("backup.db");
        Backups.write(folder, backup);
        Path restored = temp.resolve("restored");
        Backups.restore(backup, restored, Optional.of(folder), OPTIONS);
        assertThat(restored.resolve("witness")).doesNotExist();
        assertThat(restored.resolve("keys/witness.key")).doesNotExist();
        names(restored);
        try (Node node = Node.open(restored, OPTIONS);
                PublicFace face = node.show(0, true);
                SpecClient client = new SpecClient("http://127.0.0.1:" + face.port())) {
            assertThat(witnessKey(client)).isNotEqualTo(before);
        }
    }

    @Test
    void a_node_that_may_be_an_old_copy_signs_for_nobody_until_it_has_new_keys_to_witness_with() throws Exception {
        try (Town town = new Town(temp.resolve("town"), "AZURE", "BIRCH")) {
            names(town.path("AZURE"));
            town.node("AZURE").show(0, true).close();
            town.stop("BIRCH");
            town.stop("AZURE");
            Files.delete(town.path("AZURE").resolve("mark"));
            Files.delete(town.path("AZURE").resolve("clean"));
            Node azure = town.start("AZURE");
            try (PublicFace face = azure.show(0, true)) {
                assertProblem(add(face, log.request(0, 5, "a")), 503, "witness-waits");
                for (Standing.Line line : azure.standing().lines()) {
                    awaitFence(azure, line.line(), Fence.State.SUCCESSOR);
                    assertProblem(add(face, log.request(0, 5, "a")), 503, "witness-waits");
                    azure.say(line.line(), Town.text(Lane.MAIN, "on with it", new SecureRandom()))
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join();
                    awaitFence(azure, line.line(), Fence.State.OPEN);
                }
                assertProblem(add(face, log.request(0, 5, "a")), 503, "witness-waits");
            }
            town.stop("AZURE");
            Node again = town.start("AZURE");
            assertThatThrownBy(() -> again.show(0, true))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("this node began a new epoch");
        }
    }

    private static void awaitFence(Node node, LineId line, Fence.State state) throws InterruptedException {
        Standing standing = node.standing();
        assertThat(standing.await(
                        () -> standing.fence(line)
                                .filter(fence -> fence.state() == state)
                                .isPresent(),
                        Town.LONG))
                .as("%s", state)
                .isTrue();
    }

    @Test
    void what_witness_toml_says_wrongly_is_named() throws Exception {
        Path folder = folder();
        try (Node node = Node.open(folder, OPTIONS)) {
            for (String wrong : List.of("", "\"log.example\" = \"\"", "\"log.example\" = \"key\"", "log = 5")) {
                Files.writeString(folder.resolve("witness.toml"), wrong);
                assertThatThrownBy(() -> node.show(0, true))
                        .as(wrong)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("witness.toml");
            }
        }
    }
}
