package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;
import org.parley.link.Bundle;
import org.parley.node.bundle.Export;
import org.parley.node.publicface.ProofExport;
import org.parley.node.publicface.Shown;
import org.parley.node.publicface.VerifierKeys;

/** What leaves a node bears an ML-DSA-44 signature. */
class ExportTest {
    private static final Options OPEN = Options.usual(Optional.empty());
    private static final int RECORDS = 5;

    @TempDir
    Path temp;

    @BeforeEach
    void folder() {
        NodeFolder.create(temp.resolve("a"), new PartyName("AZURE"), Optional.empty(), OPEN);
    }

    private Node node() {
        Node node = Node.open(temp.resolve("a"), OPEN);
        for (int i = 0; i < RECORDS; i++) {
            Json.Obj fields = Json.Obj.builder().put("text", "record " + i).build();
            node.say(node.identity().privateLine(), Draft.of(Lane.MAIN, "text", Body.of(fields, new byte[32])))
                    .join();
        }
        node.settle().join();
        return node;
    }

    private static Image.LineImage image(Node node) {
        LineId line = node.identity().privateLine();
        return node.disk().load().lines().stream()
                .filter(each -> each.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private static int signatures(Node node, SignedNote head) {
        Image.LineImage line = image(node);
        KeySet keys = KeySet.parse(SignedNote.parse(line.keySets()
                        .getOrDefault(line.me(), List.of())
                        .getFirst()
                        .array())
                .text());
        Origin origin = Origin.of(Checkpoint.parse(head.text()).origin());
        Signatures signatures = node.crypto().signatures();
        return head.verified(
                        List.of(VerifierKeys.log(origin, keys.log()), VerifierKeys.logMlDsa(origin, keys.logMlDsa())),
                        (key, message, signature) -> signatures.verifies(verifying(key), message, signature))
                .size();
    }

    private static VerifyingKey verifying(VerifierKey key) {
        Algorithm algorithm =
                key.type() == SignatureType.COSIGNATURE_ML_DSA_44 ? Algorithm.ML_DSA_44 : Algorithm.ED25519;
        return VerifyingKey.of(algorithm, key.publicKey());
    }

    @Test
    void each_log_in_a_bundle_ends_at_a_head_with_both_signatures() throws IOException {
        try (Node node = node()) {
            Path file = temp.resolve("line.bundle");
            new Export(node).write(node.identity().privateLine(), file);
            List<Frame.Batch> last = new ArrayList<>();
            Bundle.read(file, bytes -> {
                if (FrameCodec.read(bytes) instanceof Frame.Batch batch) {
                    last.removeIf(before -> before.origin().equals(batch.origin()));
                    last.add(batch);
                }
            });
            assertThat(last).hasSize(2);
            for (Frame.Batch batch : last) {
                assertThat(signatures(node, SignedNote.parse(batch.head().array())))
                        .as(batch.origin().toString())
                        .isEqualTo(2);
            }
            assertThat(last).extracting(Frame.Batch::end).containsExactlyInAnyOrder(RECORDS + 1L, 1L);
        }
    }

    @Test
    void a_proof_of_any_record_leads_to_a_head_with_both_signatures_and_is_the_same_again() {
        try (Node node = node()) {
            Image.LineImage line = image(node);
            Origin main = line.logs().stream()
                    .map(log -> log.origin())
                    .filter(origin -> origin.lane() == Lane.MAIN)
                    .findFirst()
                    .orElseThrow();
            Signatures signatures = node.crypto().signatures();
            Shown shown = Shown.all(node.disk().load(), signatures);
            ProofExport export = new ProofExport(node.disk(), shown, signatures, node::makeLasting);
            for (int index = 0; index <= RECORDS; index++) {
                TlogProof proof = export.proof(main, index);
                byte[] entry = node.disk()
                        .entries(main, index, 1, Long.MAX_VALUE)
                        .getFirst()
                        .entry()
                        .array();
                assertThat(proof.includes(Merkle.leafHash(entry))).isTrue();
                assertThat(signatures(node, proof.note())).isEqualTo(2);
                assertThat(export.proof(main, index)).isEqualTo(proof);
            }
        }
    }

    @Test
    void a_head_of_another_or_of_no_size_is_not_made() {
        try (Node node = node()) {
            Origin main = image(node).logs().getFirst().origin();
            assertThat(node.makeLasting(main, 1_000)).isFalse();
            assertThat(node.makeLasting(Origin.of(main.toString().replace("/AZURE/", "/BIRCH/")), 1))
                    .isFalse();
        }
    }
}
