package org.parley.ledger.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.merkle.Consistency;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Inclusion;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.merkle.Stored;
import org.parley.ledger.merkle.Tile;
import org.parley.ledger.merkle.TileHashes;
import org.parley.ledger.note.JdkKeys;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/vectors/log}: what programs of others made, read and made again. */
class LogVectorsTest {
    private static final Stored LOG = Stored.log(70_000);

    private static Stream<DynamicTest> each(String file, Consumer<JsonNode> check) {
        Path path = Path.of(System.getProperty("parley.root", ".."), "docs", "vectors", "log", file);
        return JsonMapper.builder()
                .build()
                .readTree(path.toFile())
                .get("cases")
                .valueStream()
                .map(node -> DynamicTest.dynamicTest(node.get("name").stringValue(), () -> check.accept(node)));
    }

    private static Hash hash(JsonNode node) {
        return Hash.ofHex(node.stringValue());
    }

    private static List<Hash> hashes(JsonNode node) {
        return node.valueStream().map(LogVectorsTest::hash).toList();
    }

    @TestFactory
    Stream<DynamicTest> trees() {
        return each("trees.json", LogVectorsTest::tree);
    }

    private static void tree(JsonNode node) {
        long size = node.get("size").longValue();
        Hash root = hash(node.get("root"));
        if (node.has("entries")) {
            List<byte[]> entries = node.get("entries")
                    .valueStream()
                    .map(entry -> HexFormat.of().parseHex(entry.stringValue()))
                    .toList();
            assertThat(Frontier.empty().append(Merkle.leafHashes(entries)).root())
                    .isEqualTo(root);
            return;
        }
        assertThat(Frontier.at(LOG, size).root()).isEqualTo(root);
        for (JsonNode proof : node.get("inclusion")) {
            long index = proof.get("index").longValue();
            List<Hash> expected = hashes(proof.get("proof"));
            assertThat(Inclusion.prove(new TileHashes(size, LOG), index, size)).isEqualTo(expected);
            assertThat(Inclusion.verifies(index, size, hash(proof.get("leaf")), expected, root))
                    .isTrue();
        }
        for (JsonNode proof : node.get("consistency")) {
            long from = proof.get("from").longValue();
            List<Hash> expected = hashes(proof.get("proof"));
            assertThat(Consistency.prove(new TileHashes(size, LOG), from, size)).isEqualTo(expected);
            assertThat(Consistency.verifies(from, hash(proof.get("root")), size, root, expected))
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> tiles() {
        return each("tiles.json", node -> {
            if (node.has("tiles")) {
                List<Tile> tiles =
                        Tile.added(node.get("from").longValue(), node.get("to").longValue());
                assertThat(tiles.stream().map(tile -> tile.path() + " " + sha256(LOG.read(tile))))
                        .containsExactlyElementsOf(node.get("tiles")
                                .valueStream()
                                .map(tile -> tile.get("path").stringValue() + " "
                                        + tile.get("sha256").stringValue())
                                .toList());
            } else {
                path(node);
            }
        });
    }

    private static void path(JsonNode node) {
        String path = node.get("path").stringValue();
        if (node.has("refused")) {
            assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(Refused.class);
            return;
        }
        var tile = new Tile(
                node.get("level").intValue(),
                node.get("index").longValue(),
                node.get("width").intValue());
        assertThat(Tile.parse(path)).isEqualTo(tile);
        assertThat(tile.path()).isEqualTo(path);
    }

    @TestFactory
    Stream<DynamicTest> notes() {
        return each("notes.json", node -> {
            byte[] bytes = node.get("note").stringValue().getBytes(UTF_8);
            String verdict = node.get("verdict").stringValue();
            if (verdict.startsWith("verified ")) {
                SignedNote note = SignedNote.parse(bytes);
                assertThat(note.bytes()).isEqualTo(bytes);
                assertThat("verified "
                                + note.verified(keys(node), JdkKeys::verifies).size())
                        .isEqualTo(verdict);
            } else {
                var reason = verdict.equals("malformed") ? Refused.Reason.MALFORMED : Refused.Reason.FORBIDDEN;
                assertThatThrownBy(() -> SignedNote.parse(bytes).verified(keys(node), JdkKeys::verifies))
                        .asInstanceOf(type(Refused.class))
                        .extracting(Refused::reason)
                        .isEqualTo(reason);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> proofs() {
        return each("proofs.json", node -> {
            byte[] bytes = node.get("text").stringValue().getBytes(UTF_8);
            TlogProof proof = TlogProof.parse(bytes);
            assertThat(proof.bytes()).isEqualTo(bytes);
            assertThat(HexFormat.of().formatHex(proof.extra()))
                    .isEqualTo(node.get("extra").stringValue());
            assertThat(proof.index()).isEqualTo(node.get("index").longValue());
            assertThat(proof.includes(hash(node.get("leaf")))).isTrue();
            assertThat(proof.note().verified(keys(node), JdkKeys::verifies)).hasSameSizeAs(keys(node));
            long size = proof.checkpoint().size();
            List<Hash> own = Inclusion.prove(new TileHashes(size, LOG), proof.index(), size);
            assertThat(new TlogProof(proof.extra(), proof.index(), own, proof.note()))
                    .isEqualTo(proof);
        });
    }

    private static List<VerifierKey> keys(JsonNode node) {
        return node.get("keys")
                .valueStream()
                .map(key -> VerifierKey.parse(key.stringValue()))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
