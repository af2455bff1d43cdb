package org.parley.node.publicface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.node.publicface.Party.ASPEN;
import static org.parley.node.publicface.Party.BIRCH;
import static org.parley.node.publicface.Party.CEDAR;
import static org.parley.node.publicface.Party.MAIN;
import static org.parley.node.publicface.Party.SAFETY;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;

class ReceiptsTest {
    private static final NoteSigner SIGNER = BIRCH.log(MAIN);
    private static final List<VerifierKey> KEYS = List.of(
            SIGNER.key(),
            ASPEN.cosigner(1).key(),
            ASPEN.cosigner(2).key(),
            CEDAR.cosigner(1).key());

    /** ASPEN had another cosigner key before. */
    private static final ShownLine LINE = new ShownLine(
            Party.LINE,
            Map.of(
                    BIRCH.name(), BIRCH.history(1),
                    ASPEN.name(), ASPEN.history(1, 4),
                    CEDAR.name(), CEDAR.history(1)),
            List.of(MAIN));

    private final MemoryLogs disk = new MemoryLogs();
    private final ProofExport export = new ProofExport(disk, () -> List.of(LINE), Party.SIGNATURES);

    private void grow(int entries) {
        for (int i = 0; i < entries; i++) {
            disk.grow(MAIN, SIGNER);
        }
    }

    @Test
    void the_checkpoint_bears_the_latest_receipt_of_each_member_for_exactly_its_size() {
        try (Face face = Face.of(disk, LINE)) {
            grow(3);
            disk.receipt(MAIN, ASPEN, 1000, 1);
            disk.receipt(MAIN, CEDAR, 1001, 1);
            grow(1);
            disk.receipt(MAIN, ASPEN, 1002, 1);
            disk.receipt(MAIN, ASPEN, 1003, 2);
            SignedNote note =
                    SignedNote.parse(face.get("/" + MAIN + "/checkpoint").body());
            var verified = note.verified(KEYS, Party.VERIFIER);
            assertThat(verified)
                    .extracting(SignedNote.Verified::key)
                    .containsExactly(SIGNER.key(), ASPEN.cosigner(2).key());
            assertThat(verified.getLast().cosignature().time()).isEqualTo(1003);
            assertThat(note.signatures()).hasSize(2);
            grow(1);
            assertThat(SignedNote.parse(face.get("/" + MAIN + "/checkpoint").body())
                            .signatures())
                    .hasSize(1);
            disk.receipt(MAIN, CEDAR, 1004, 1);
            assertThat(SignedNote.parse(face.get("/" + MAIN + "/checkpoint").body())
                            .verified(KEYS, Party.VERIFIER))
                    .hasSize(2);
        }
    }

    @Test
    void all_receipts_are_listed_each_with_a_signature_that_verifies() {
        for (int i = 0; i < 1100; i++) {
            grow(1);
            disk.receipt(MAIN, ASPEN, 1000 + i, 1 + i / 600);
            if (i % 2 == 0) {
                disk.receipt(MAIN, CEDAR, 1000 + i, 1);
            }
        }
        try (Face face = Face.of(disk, LINE)) {
            List<String> lines = face.text("/" + MAIN + "/receipts").lines().toList();
            assertThat(lines).hasSize(1650);
            for (String line : List.of(lines.getFirst(), lines.get(599), lines.get(600), lines.getLast())) {
                String[] parts = line.split(" ", 3);
                String text = MAIN + "\n" + parts[0] + "\n" + parts[1] + "\n";
                assertThat(Base64.getDecoder().decode(parts[1])).hasSize(32);
                var note = new SignedNote(text, List.of(SignatureLine.parse(parts[2])));
                assertThat(note.verified(KEYS, Party.VERIFIER)).hasSize(1);
            }
            assertThat(lines.stream().map(line -> Long.parseLong(line.split(" ", 2)[0])))
                    .contains(1L, 600L, 601L, 1100L);
        }
    }

    @Test
    void a_proof_leads_from_every_record_to_a_head_that_members_cosigned() {
        for (int i = 1; i <= 40; i++) {
            grow(1);
            if (i % 4 == 0) {
                disk.receipt(MAIN, ASPEN, 1000 + i, 1);
            }
            if (i % 6 == 0) {
                disk.receipt(MAIN, CEDAR, 1000 + i, 1);
            }
        }
        for (int index = 0; index < 40; index++) {
            TlogProof proof = TlogProof.parse(export.proof(MAIN, index).bytes());
            assertThat(proof.includes(Merkle.leafHash(MemoryLogs.entry(index)))).isTrue();
            Checkpoint head = proof.checkpoint();
            long both = (index / 12 + 1) * 12L;
            assertThat(head.size()).isEqualTo(both <= 36 ? both : 40);
            assertThat(proof.note().verified(KEYS, Party.VERIFIER)).hasSize(both <= 36 ? 3 : 2);
        }
        assertThat(export.proof(MAIN, 7, "body".getBytes(UTF_8)).extra()).isEqualTo("body".getBytes(UTF_8));
    }

    @Test
    void of_heads_that_as_many_cosigned_a_proof_leads_to_one_that_lasts() {
        NoteSigner second = BIRCH.logMlDsa(MAIN);
        for (int i = 1; i <= 40; i++) {
            grow(1);
            disk.receipt(MAIN, ASPEN, 1000 + i, 1);
            if (i == 35) {
                disk.receipt(MAIN, CEDAR, 1000 + i, 1);
            }
            if (i == 20 || i == 30 || i == 33) {
                disk.last(MAIN, second);
            }
        }
        var both = List.of(SIGNER.key(), second.key());
        assertThat(export.proof(MAIN, 2).checkpoint().size()).isEqualTo(35);
        assertThat(export.proof(MAIN, 36).checkpoint().size()).isEqualTo(37);
        disk.receipt(MAIN, CEDAR, 2000, 1);
        disk.last(MAIN, second);
        TlogProof proof = export.proof(MAIN, 2);
        assertThat(proof.checkpoint().size()).isEqualTo(40);
        assertThat(proof.note().verified(both, Party.VERIFIER)).hasSize(2);
    }

    @Test
    void the_newest_lasting_head_is_shown_by_itself() {
        NoteSigner second = BIRCH.logMlDsa(MAIN);
        try (Face face = Face.of(disk, LINE)) {
            grow(3);
            assertThat(face.get("/" + MAIN + "/lasting").statusCode()).isEqualTo(404);
            disk.last(MAIN, second);
            disk.receipt(MAIN, ASPEN, 1000, 1);
            grow(2);
            SignedNote last = SignedNote.parse(face.get("/" + MAIN + "/lasting").body());
            assertThat(Checkpoint.parse(last.text()).size()).isEqualTo(3);
            assertThat(last.verified(List.of(SIGNER.key(), second.key()), Party.VERIFIER))
                    .hasSize(2);
            assertThat(last.signatures()).hasSize(3);
            assertThat(SignedNote.parse(face.get("/" + MAIN + "/checkpoint").body())
                            .signatures())
                    .hasSize(1);
        }
    }

    @Test
    void without_receipts_a_proof_leads_to_the_newest_head() {
        grow(9);
        assertThat(export.proof(MAIN, 2).checkpoint().size()).isEqualTo(9);
        for (Runnable asked : List.<Runnable>of(
                () -> export.proof(MAIN, 9), () -> export.proof(MAIN, -1), () -> export.proof(SAFETY, 0))) {
            assertThatThrownBy(asked::run).isInstanceOf(Refused.class);
        }
    }

    @Test
    void a_receipt_over_another_tree_or_by_nobodys_key_is_left_out() {
        var other = new MemoryLogs();
        other.add(MAIN, "another entry".getBytes(UTF_8));
        Receipt wrong = other.receipt(MAIN, ASPEN, 1000, 1);
        var receipts = new Receipts(other, Party.SIGNATURES, LINE, MAIN);
        grow(1);
        assertThat(receipts.over(disk.checkpoint(MAIN), 9)).isEmpty();
        assertThat(receipts.over(other.checkpoint(MAIN), 9)).hasSize(1);
        assertThat(receipts.line(CEDAR.name(), wrong)).isEmpty();
        assertThat(receipts.text(CEDAR.name(), List.of(wrong))).isEmpty();
    }

    @Test
    void the_index_names_logs_and_keys_that_verify_what_is_served() {
        grow(5);
        disk.receipt(MAIN, CEDAR, 1000, 1);
        try (Face face = Face.of(disk, LINE)) {
            Json.Obj log = Canonical.parse(face.get("/index.json").body())
                    .object()
                    .require("logs")
                    .array()
                    .getFirst()
                    .object();
            assertThat(log.require("origin").text()).isEqualTo(MAIN.toString());
            assertThat(log.require("size").integer()).isEqualTo(5);
            List<VerifierKey> keys = keys(log, "keys");
            assertThat(keys).hasSize(2).contains(SIGNER.key());
            List<VerifierKey> cosigners = keys(log, "cosigners");
            assertThat(cosigners).hasSize(4).containsAll(KEYS.subList(1, 4));
            SignedNote head =
                    SignedNote.parse(face.get("/" + MAIN + "/checkpoint").body());
            assertThat(head.verified(cosigners, Party.VERIFIER)).hasSize(1);
            var root = VerifierKey.parse(log.require("root").text());
            SignedNote keySet = SignedNote.parse(BIRCH.history(1).keySetNotes().getFirst());
            assertThat(keySet.verified(List.of(root), Party.VERIFIER)).hasSize(1);
        }
    }

    private static List<VerifierKey> keys(Json.Obj log, String name) {
        return log.require(name).array().stream()
                .map(key -> VerifierKey.parse(key.text()))
                .toList();
    }

    @Test
    void the_page_has_no_script_and_names_every_key() {
        grow(5);
        try (Face face = Face.of(disk, LINE)) {
            var response = face.get("/");
            String html = Face.text(response);
            assertThat(html).contains(MAIN.toString(), "Size 5", SIGNER.key().toString());
            KEYS.forEach(key -> assertThat(html).contains(key.toString()));
            assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("<script", "onload", "javascript:");
            assertThat(response.headers().firstValue("content-security-policy")).hasValue("default-src 'none'");
        }
    }
}
