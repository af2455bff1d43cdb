package org.parley.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.merkle.Merkle;

/** The ends of what notes and proofs may be, and what proofs prove. */
class NoteBoundsTest {
    private static final String LOG = "example.com/лог";
    private static final SignatureLine LINE = new SignatureLine(LOG, 7, new byte[64]);
    private static final Hash FIRST = Merkle.leafHash(new byte[] {1});
    private static final Hash SECOND = Merkle.leafHash(new byte[] {2});
    private static final Checkpoint HEAD = new Checkpoint(LOG, 2, Merkle.nodeHash(FIRST, SECOND));
    private static final SignedNote NOTE = new SignedNote(HEAD.text(), List.of(LINE));

    @Test
    void a_note_of_the_most_bytes_is_written_and_read_and_one_of_a_byte_more_is_not() {
        int around = new SignedNote("\n", List.of(LINE, LINE)).bytes().length;
        String filled = "a".repeat(SignedNote.MOST_BYTES - around);
        SignedNote most = new SignedNote(filled + "\n", List.of(LINE, LINE));
        assertThat(most.bytes()).hasSize(SignedNote.MOST_BYTES);
        assertThat(SignedNote.parse(most.bytes())).isEqualTo(most);
        assertThat(SignedNote.parse(most.toString())).isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignedNote(filled + "a\n", List.of(LINE, LINE)))
                .withMessageContaining("64 KiB");
    }

    @Test
    void nothing_is_cosigned_before_1970() {
        VerifierKey mlDsa = key(SignatureType.COSIGNATURE_ML_DSA_44, "w");
        assertThatIllegalArgumentException().isThrownBy(() -> new Cosignature(-1, new byte[64]));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.ed25519Message(HEAD, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.mlDsa44Message(mlDsa.name(), HEAD, -1));
        assertThat(new Cosignature(0, new byte[64]).blob()).hasSize(72);
    }

    @Test
    void a_name_of_255_bytes_is_the_longest_that_ml_dsa_signs() {
        Checkpoint head = new Checkpoint("é".repeat(127) + "a", 1, FIRST);
        byte[] message = Cosignature.mlDsa44Message("w".repeat(255), head, 0);
        assertThat(Arrays.copyOfRange(message, 13, 268))
                .isEqualTo("w".repeat(255).getBytes(UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.mlDsa44Message("w".repeat(256), head, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cosignature.mlDsa44Message("w", new Checkpoint("é".repeat(128), 1, FIRST), 0));
    }

    @Test
    void a_signature_is_as_long_as_its_algorithm_makes_it() {
        assertThat(SignatureType.ED25519.signatureLength()).isEqualTo(64);
        assertThat(SignatureType.COSIGNATURE_ED25519.signatureLength()).isEqualTo(64);
        assertThat(SignatureType.COSIGNATURE_ML_DSA_44.signatureLength()).isEqualTo(2_420);
    }

    @Test
    void a_key_is_named_by_a_word() {
        assertThatIllegalArgumentException().isThrownBy(() -> key(SignatureType.ED25519, "two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> key(SignatureType.ED25519, "a+b"));
        assertThatIllegalArgumentException().isThrownBy(() -> key(SignatureType.ED25519, ""));
    }

    @Test
    void an_exported_proof_includes_its_leaf_and_no_other() {
        TlogProof proof = new TlogProof(new byte[0], 0, List.of(SECOND), NOTE);
        assertThat(proof.includes(FIRST)).isTrue();
        assertThat(proof.includes(SECOND)).isFalse();
        assertThat(new TlogProof(new byte[0], 1, List.of(SECOND), NOTE).includes(FIRST))
                .isFalse();
    }

    @Test
    void a_checkpoint_continues_the_head_that_the_proof_begins_at_and_no_other() {
        AddCheckpoint asked = new AddCheckpoint(1, List.of(SECOND), NOTE);
        assertThat(asked.continues(FIRST)).isTrue();
        assertThat(asked.continues(SECOND)).isFalse();
    }

    @Test
    void what_is_asked_of_a_witness_and_handed_on_is_what_can_be_read() {
        List<Hash> tooMany = Collections.nCopies(64, FIRST);
        SignedNote noHead = new SignedNote("no head\n", List.of(LINE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AddCheckpoint(1, tooMany, NOTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new AddCheckpoint(1, List.of(), noHead));
        assertThatIllegalArgumentException().isThrownBy(() -> new AddCheckpoint(-1, List.of(), NOTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TlogProof(new byte[0], 0, tooMany, NOTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TlogProof(new byte[0], -1, List.of(), NOTE));
        assertThat(TlogProof.parse(new TlogProof(new byte[0], 0, tooMany.subList(0, 63), NOTE).bytes())
                        .proof())
                .hasSize(63);
    }

    @Test
    void values_are_the_same_where_all_their_parts_are() {
        differ(new SignatureLine(LOG, 7, new byte[64]), LINE, new SignatureLine(LOG, 8, new byte[64]));
        differ(new Cosignature(5, new byte[64]), new Cosignature(5, new byte[64]), new Cosignature(6, new byte[64]));
        differ(new Cosignature(5, new byte[64]), new Cosignature(5, new byte[64]), new Cosignature(5, new byte[65]));
        differ(key(SignatureType.ED25519, "a"), key(SignatureType.ED25519, "a"), key(SignatureType.ED25519, "b"));
        differ(
                key(SignatureType.ED25519, "a"),
                key(SignatureType.ED25519, "a"),
                key(SignatureType.COSIGNATURE_ED25519, "a"));
        TlogProof proof = new TlogProof(new byte[0], 0, List.of(SECOND), NOTE);
        differ(proof, TlogProof.parse(proof.bytes()), new TlogProof(new byte[0], 1, List.of(SECOND), NOTE));
        differ(proof, TlogProof.parse(proof.bytes()), new TlogProof(new byte[1], 0, List.of(SECOND), NOTE));
    }

    private static void differ(Object one, Object same, Object other) {
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    }

    private static VerifierKey key(SignatureType type, String name) {
        return new VerifierKey(name, type, new byte[type.keyLength()]);
    }
}
