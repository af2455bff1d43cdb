package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.verify.VectorsTest.FOLDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.line.Effect;
import org.parley.node.publicface.ProofExport;
import org.parley.node.publicface.PublicLogs;
import org.parley.node.publicface.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs of {@code docs/verify}, on the vectors and on what a real node serves. Each runs where its language is on the
 * PATH; the Go program also needs its one module in Go's cache ({@code go mod download} in that folder), for tests fetch nothing.
 */
@Timeout(300)
class OutsiderTest {
    private static final Path PROGRAMS = FOLDER.resolve("../../verify").normalize();

    @TempDir
    Path temp;

    private record Ended(int code, String told) {}

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path told = Files.createTempFile(temp, "told", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(PROGRAMS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        builder.environment().put("GOPROXY", "off");
        builder.environment().put("GOTOOLCHAIN", "local");
        Process process = builder.start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), Files.readString(told));
    }

    private static void needs(boolean there, String what, String why) {
        if (!there) {
            System.out.println("docs/verify: the " + what + " was not tried: " + why);
        }
        Assumptions.assumeTrue(there, why);
    }

    private static boolean has(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":", -1)).anyMatch(at -> Files.isExecutable(Path.of(at, program)));
    }

    private Path program() throws IOException, InterruptedException {
        needs(has("go"), "Go program", "go is not on the PATH");
        Path built = temp.resolve("verify");
        Ended build = run(List.of("go", "build", "-o", built.toString(), "."));
        needs(build.code == 0, "Go program", "it cannot be built here: " + build.told.strip());
        return built;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode log(JsonNode index, String of) {
        return index.path("logs")
                .valueStream()
                .filter(log -> log.path("origin").stringValue().contains(of))
                .findFirst()
                .orElseThrow();
    }

    private void verifies(String told, List<String> command) throws IOException, InterruptedException {
        Ended ended = run(command);
        assertThat(ended.told).as("%s", command).contains(told);
        assertThat(ended.code).isZero();
    }

    private void refuses(String told, List<String> command) throws IOException, InterruptedException {
        Ended ended = run(command);
        assertThat(ended.told).as("%s", command).contains(told);
        assertThat(ended.code).isNotZero();
    }

    @Test
    void the_go_program_verifies_the_vectors_and_refuses_what_was_changed() throws Exception {
        String go = program().toString();
        JsonNode birch = log(VectorsTest.json("face/index.json"), "/BIRCH/main/");
        List<String> keys = texts(birch.path("keys"));
        List<String> members = texts(birch.path("cosigners"));
        Path face = FOLDER.resolve("face").resolve(birch.path("origin").stringValue());
        verifies("verified: 300 entries", List.of(go, face.toString(), keys.get(2), members.get(1)));
        verifies(
                "verified: entry 4 of 6",
                List.of(go, FOLDER.resolve("records/BIRCH-5.tlog-proof").toString(), keys.get(0), members.get(0)));
        List<String> last = new ArrayList<>(List.of(go, "-entry"));
        last.addAll(List.of(
                FOLDER.resolve("records/BIRCH-300.entry").toString(),
                FOLDER.resolve("records/BIRCH-300.tlog-proof").toString(),
                keys.get(2),
                members.get(1)));
        verifies("verified: entry 299 of 300", last);
        last.set(2, FOLDER.resolve("records/BIRCH-5.entry").toString());
        refuses("invalid transparency proof", last);
        refuses("not signed by the log and by all", List.of(go, face.toString(), keys.get(2), members.get(0)));
        Path changed = copy(face);
        for (Map.Entry<String, Integer> bit : Map.of(
                        "tile/entries/001.p/44", 900, "tile/0/000", 4_096, "checkpoint", 80)
                .entrySet()) {
            byte[] sound = Files.readAllBytes(changed.resolve(bit.getKey()));
            byte[] flipped = sound.clone();
            flipped[bit.getValue()] ^= 1;
            Files.write(changed.resolve(bit.getKey()), flipped);
            refuses("", List.of(go, changed.toString(), keys.get(2), members.get(1)));
            Files.write(changed.resolve(bit.getKey()), sound);
        }
    }

    private Path copy(Path folder) throws IOException {
        Path to = temp.resolve("copy");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path at = to.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
        return to;
    }

    @Test
    void the_go_program_verifies_the_log_of_a_node_and_a_proof_that_it_exported() throws Exception {
        String go = program().toString();
        try (TwoNodes town = new TwoNodes(temp);
                PublicLogs served = TwoNodes.face(town.azure)) {
            town.sayMany(town.azure, 300);
            Effect.Said said = town.say(town.azure, Lane.MAIN, "to be proven");
            town.awaitHeld(town.azure, said);
            town.azure.settle().join();
            String url = "http://127.0.0.1:" + served.port() + "/";
            JsonNode log = log(new JsonMapper().readTree(get(url + "index.json")), "/AZURE/main/1-");
            String key = texts(log.path("keys")).getFirst();
            String member = texts(log.path("cosigners")).stream()
                    .filter(cosigner -> cosigner.contains("/BIRCH/"))
                    .findFirst()
                    .orElseThrow();
            verifies("verified: ", List.of(go, url + log.path("origin").stringValue(), key));
            byte[] entry = town.azure
                    .disk()
                    .entries(said.origin(), said.index(), 1, 1 << 20)
                    .getFirst()
                    .entry()
                    .array();
            var signatures = town.azure.crypto().signatures();
            byte[] proof = new ProofExport(
                            town.azure.disk(), Shown.all(town.azure.disk().load(), signatures), signatures)
                    .proof(said.origin(), said.index(), entry)
                    .bytes();
            Path file = Files.write(temp.resolve("said.tlog-proof"), proof);
            verifies("verified: entry " + said.index() + " of ", List.of(go, file.toString(), key, member));
            python(url + log.path("origin").stringValue());
        }
    }

    private static byte[] get(String url) throws IOException {
        try (var in = java.net.URI.create(url).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private void python(String log) throws IOException, InterruptedException {
        if (has("python3")) {
            verifies("give the root of the head", List.of("python3", "root.py", log));
        }
    }

    @Test
    void the_python_script_computes_the_root_and_sees_a_changed_entry() throws Exception {
        needs(has("python3"), "Python script", "python3 is not on the PATH");
        JsonNode birch = log(VectorsTest.json("face/index.json"), "/BIRCH/main/");
        Path face = FOLDER.resolve("face").resolve(birch.path("origin").stringValue());
        verifies("the 300 entries give the root of the head", List.of("python3", "root.py", face.toString()));
        Path changed = copy(face);
        byte[] entries = Files.readAllBytes(changed.resolve("tile/entries/000"));
        entries[1_000] ^= 1;
        Files.write(changed.resolve("tile/entries/000"), entries);
        refuses("give another root", List.of("python3", "root.py", changed.toString()));
    }
}
