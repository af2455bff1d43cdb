package org.parley.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/vectors/line} as the command reads it. */
class VectorsTest {
    static final Path FOLDER = Path.of(System.getProperty("parley.root", ".."), "docs", "vectors", "line");

    static JsonNode json(String path) {
        return new JsonMapper().readTree(FOLDER.resolve(path).toFile());
    }

    private static Run verify(String what, String... more) {
        List<String> args = new ArrayList<>(List.of(what));
        json("line.json")
                .path("parties")
                .forEach(party ->
                        args.addAll(List.of("--root", party.path("root").stringValue())));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static String at(String path) {
        return FOLDER.resolve(path).toString();
    }

    private static void isWhole(Run run) {
        assertThat(run.out())
                .contains("BIRCH/main/1-0a1b2c3d: 300 entries")
                .contains("receipts: AZURE 6, last of size 300 at 2026-11-24T12:15:00Z")
                .contains("AZURE/main/1-0a1b2c3d: 4 entries, void from size 3")
                .contains("AZURE/main/2-4e5f6a7b: 3 entries")
                .doesNotContain("trusted")
                .endsWith("verified\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void the_bundle_is_verified() {
        isWhole(verify(at("line.bundle")));
    }

    @Test
    void the_files_of_the_face_are_verified() throws IOException {
        try (Face face = new Face(files())) {
            isWhole(verify(face.url()));
        }
    }

    /** The files of the face by their paths, the index at {@code /}. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path face = FOLDER.resolve("face");
        try (Stream<Path> all = Files.walk(face)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("/" + face.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        files.put("/", files.getOrDefault("/index.json", new byte[0]));
        return files;
    }

    @Test
    void proofs_are_verified_with_the_key_sets() {
        String[] keys = {"--keys", at("keys/BIRCH-1"), "--keys", at("keys/AZURE-1"), "--keys", at("keys/BIRCH-2")};
        Run run = verify(at("records/BIRCH-5.tlog-proof"), keys);
        assertThat(run.out()).contains("the entry proven is BIRCH-5").endsWith("verified\n");
        List<String> more = new ArrayList<>(List.of(keys));
        more.addAll(List.of("--keys", at("keys/AZURE-2"), "--entry", at("records/BIRCH-300.entry")));
        run = verify(at("records/BIRCH-300.tlog-proof"), more.toArray(String[]::new));
        assertThat(run.out())
                .contains("the entry proven is BIRCH-300")
                .contains("/AZURE/cosigner 1, last of size 300")
                .doesNotContain("not checked")
                .endsWith("verified\n");
    }
}
