package org.parley.ledger.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ledger.vectors.VectorLine.AZURE;
import static org.parley.ledger.vectors.VectorLine.BIRCH;
import static org.parley.ledger.vectors.VectorLine.LINE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.envelope.Disclosure;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.JdkKeys;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;

/**
 * {@code docs/vectors/line}, made again from its seeds and read. {@code mvn -pl ledger test -Dtest=LineVectorsTest
 * -Dparley.vectors=write} writes it anew.
 */
class LineVectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("parley.root", ".."), "docs", "vectors", "line");
    private static final boolean WRITE = Objects.equals(System.getProperty("parley.vectors"), "write");

    @Test
    void every_file_is_what_its_seeds_give_and_there_is_no_other() throws IOException {
        Map<String, byte[]> made = new VectorLine().files();
        if (WRITE) {
            for (Map.Entry<String, byte[]> file : made.entrySet()) {
                Path path = FOLDER.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        Map<String, byte[]> kept = kept();
        assertThat(kept.keySet()).isEqualTo(made.keySet());
        made.forEach((path, bytes) -> assertThat(kept.get(path)).as(path).isEqualTo(bytes));
    }

    private static Map<String, byte[]> kept() throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return kept;
    }

    private static byte[] file(String path) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(path));
    }

    private static KeyHistory history(VectorParty party) throws IOException {
        KeyHistory history = KeyHistory.of(
                LINE,
                party.name(),
                VerifyingKey.of(Algorithm.ED25519, party.rootKey().array()));
        for (int serial = 1; serial <= 2; serial++) {
            history = history.addKeys(VectorParty.SIGNATURES, file("keys/" + party.name() + "-" + serial));
        }
        return history;
    }

    @Test
    void key_sets_follow_each_other_and_the_revocation_is_taken() throws IOException {
        assertThat(history(BIRCH).keySets()).hasSize(2);
        KeyHistory azure = history(AZURE).addRevocation(VectorParty.SIGNATURES, file("keys/AZURE-1-revoked"));
        var stolen = new VectorLine().stolen.origin;
        assertThat(azure.voidAfter(stolen.lane(), stolen.epoch())).hasValue(3);
    }

    @Test
    void proofs_lead_to_heads_that_log_and_member_signed() throws IOException {
        VectorLine line = new VectorLine();
        List<VerifierKey> early = List.of(
                BIRCH.log(line.main.origin, 1).key(), AZURE.cosigner(LINE, 1).key());
        List<VerifierKey> late = List.of(
                BIRCH.log(line.main.origin, 2).key(),
                BIRCH.logMlDsa(line.main.origin, 2).key(),
                AZURE.cosigner(LINE, 2).key());
        proves("records/BIRCH-5.tlog-proof", early, file("records/BIRCH-5.entry"));
        proves("records/BIRCH-300.tlog-proof", late, file("records/BIRCH-300.entry"));
    }

    private static void proves(String path, List<VerifierKey> keys, byte[] entry) throws IOException {
        TlogProof proof = TlogProof.parse(file(path));
        assertThat(proof.includes(Merkle.leafHash(entry))).as(path).isTrue();
        SignedNote note = proof.note();
        assertThat(note.verified(keys, JdkKeys::verifies)).as(path).hasSameSizeAs(keys);
    }

    @Test
    void the_disclosure_shows_two_fields_of_the_body_to_which_the_entry_commits() throws IOException {
        VectorLine line = new VectorLine();
        Disclosure disclosure = Disclosure.parse(file("records/BIRCH-5.disclosure"));
        Envelope entry = Envelope.parse(file("records/BIRCH-5.entry"));
        assertThat(disclosure.verifies(entry.body().orElseThrow())).isTrue();
        assertThat(disclosure.parts().stream().filter(Disclosure.Shown.class::isInstance))
                .hasSize(2);
        assertThat(Bytes.of(Canonical.bytes(line.main.body(4).fields())))
                .isEqualTo(Bytes.of(file("records/BIRCH-5.body")));
    }
}
