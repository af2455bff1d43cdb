package org.parley.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

class SignedNoteTest {
    private static final VerifierKey KEY = VerifierKey.parse(Examples.VKEY);
    private static final NoteSigner LOG = JdkKeys.signer("log.example", SignatureType.ED25519);
    private static final NoteSigner OTHER = JdkKeys.signer("other.example", SignatureType.ED25519);
    private static final NoteSigner WITNESS = JdkKeys.signer("witness.example", SignatureType.COSIGNATURE_ED25519);
    private static final NoteSigner QUANTUM = JdkKeys.signer("log.example", SignatureType.COSIGNATURE_ML_DSA_44);
    private static final Checkpoint HEAD = new Checkpoint("log.example", 7, Hash.of(new byte[32]));

    private static void assertRefused(Refused.Reason reason, Runnable action) {
        assertThatThrownBy(action::run)
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    @Test
    void the_examples_of_the_specifications_are_read_and_printed_back() {
        for (String text : List.of(Examples.NOTE, Examples.POEM, Examples.COSIGNED)) {
            SignedNote note = SignedNote.parse(text.getBytes(UTF_8));
            assertThat(note).hasToString(text);
            assertThat(note.bytes()).isEqualTo(text.getBytes(UTF_8));
            assertThat(SignedNote.parse(text)).isEqualTo(note).hasSameHashCodeAs(note);
        }
        assertThat(SignedNote.parse(Examples.POEM).text()).endsWith("sole:\n\ned è subito sera.\n");
    }

    @Test
    void the_verifier_key_of_the_specification_verifies_its_note() {
        assertThat(KEY.id()).isEqualTo(0x530d903a);
        assertThat(KEY).hasToString(Examples.VKEY);
        assertThat(KEY.type()).isEqualTo(SignatureType.ED25519);
        SignedNote note = SignedNote.parse(Examples.NOTE);
        var verified = note.verified(List.of(KEY), JdkKeys::verifies);
        assertThat(verified)
                .containsExactly(new SignedNote.Verified(KEY, note.signatures().getFirst()));
    }

    @Test
    void a_changed_text_is_refused() {
        SignedNote note = SignedNote.parse(Examples.NOTE.replace("example message", "Example message"));
        assertRefused(Refused.Reason.FORBIDDEN, () -> note.verified(List.of(KEY), JdkKeys::verifies));
    }

    @Test
    void unknown_keys_are_passed_over_even_with_a_known_name_or_id() {
        SignatureLine right = SignedNote.parse(Examples.NOTE).signatures().getFirst();
        SignatureLine sameName = new SignatureLine(right.name(), right.keyId() + 1, right.blob());
        SignatureLine sameId = new SignatureLine("example.com/bar", right.keyId(), right.blob());
        String text = "This is an example message.\n";
        var note = new SignedNote(text, List.of(sameName, sameId, right));
        assertThat(note.verified(List.of(KEY), JdkKeys::verifies))
                .extracting(SignedNote.Verified::line)
                .containsExactly(right);
        var strangers = new SignedNote(text, List.of(sameName, sameId));
        assertRefused(Refused.Reason.FORBIDDEN, () -> strangers.verified(List.of(KEY), JdkKeys::verifies));
    }

    @Test
    void one_wrong_signature_of_a_known_key_refuses_the_note() {
        SignedNote note = SignedNote.sign("text\n", List.of(LOG, OTHER));
        List<VerifierKey> known = List.of(LOG.key(), OTHER.key());
        assertThat(note.verified(known, JdkKeys::verifies)).hasSize(2);
        SignatureLine wrong = new SignatureLine("other.example", OTHER.key().id(), new byte[64]);
        assertRefused(Refused.Reason.FORBIDDEN, () -> note.with(wrong).verified(known, JdkKeys::verifies));
        SignatureLine brief = new SignatureLine("other.example", OTHER.key().id(), new byte[63]);
        assertRefused(Refused.Reason.FORBIDDEN, () -> note.with(brief).verified(known, (k, m, s) -> true));
    }

    @Test
    void cosignatures_of_both_types_are_verified_over_their_own_messages() {
        SignedNote note = SignedNote.sign(HEAD.text(), List.of(LOG))
                .with(Cosignature.sign(WITNESS, HEAD, 1_700_000_000))
                .with(Cosignature.sign(QUANTUM, HEAD, 1_700_000_001));
        SignedNote read = SignedNote.parse(note.bytes());
        var verified = read.verified(List.of(LOG.key(), WITNESS.key(), QUANTUM.key()), JdkKeys::verifies);
        assertThat(verified).hasSize(3);
        assertThat(verified.get(1).cosignature().time()).isEqualTo(1_700_000_000);
        assertThat(verified.get(2).cosignature().time()).isEqualTo(1_700_000_001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verified.getFirst().cosignature());
        SignedNote later = new SignedNote(new Checkpoint("log.example", 8, HEAD.root()).text(), read.signatures());
        for (NoteSigner signer : List.of(LOG, WITNESS, QUANTUM)) {
            assertRefused(Refused.Reason.FORBIDDEN, () -> later.verified(List.of(signer.key()), JdkKeys::verifies));
        }
    }

    @Test
    void a_cosignature_under_what_is_no_checkpoint_is_refused() {
        SignedNote note = new SignedNote("text\n", List.of(Cosignature.sign(WITNESS, HEAD, 1)));
        assertRefused(Refused.Reason.MALFORMED, () -> note.verified(List.of(WITNESS.key()), JdkKeys::verifies));
    }

    @Test
    void ml_dsa_44_signs_no_extension_lines() {
        var extended = new Checkpoint("log.example", 7, HEAD.root(), List.of("more"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.sign(QUANTUM, extended, 0));
        SignedNote note = new SignedNote(extended.text(), List.of(Cosignature.sign(QUANTUM, HEAD, 0)));
        assertRefused(Refused.Reason.FORBIDDEN, () -> note.verified(List.of(QUANTUM.key()), JdkKeys::verifies));
    }

    @Test
    void limits_are_kept() {
        SignatureLine line = LOG_LINE;
        List<SignatureLine> most = Collections.nCopies(SignedNote.MOST_SIGNATURES, line);
        SignedNote note = SignedNote.parse(new SignedNote("text\n", most).bytes());
        assertThat(note.signatures()).hasSize(32);
        assertRefused(Refused.Reason.TOO_LARGE, () -> SignedNote.parse(note + line.toString() + "\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> note.with(line));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("text\n", List.of()));
        int left = SignedNote.MOST_BYTES - new SignedNote("\n", List.of(line)).bytes().length;
        var largest = new SignedNote("a".repeat(left) + "\n", List.of(line));
        assertThat(SignedNote.parse(largest.bytes())).isEqualTo(largest);
        assertRefused(Refused.Reason.TOO_LARGE, () -> SignedNote.parse("a" + largest));
        assertThatThrownBy(() -> SignedNote.parse("é" + largest.toString().substring(1)))
                .isInstanceOf(Refused.class);
    }

    private static final SignatureLine LOG_LINE =
            SignedNote.sign("text\n", List.of(LOG)).signatures().getFirst();

    @Test
    void a_name_has_no_space_of_any_kind() {
        var spaces = new ArrayList<>(List.of(" ", "+", "\t", "\n", "\r", "", "\ud800"));
        "\u0085\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"
                .chars()
                .forEach(c -> spaces.add(Character.toString(c)));
        for (String space : spaces) {
            String name = space.isEmpty() ? "" : "a" + space + "b";
            assertThatIllegalArgumentException()
                    .as("name %s", name)
                    .isThrownBy(() -> new SignatureLine(name, 1, new byte[64]));
        }
        assertThat(new SignatureLine("é.example/日本", 1, new byte[1])).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++",
                "example.com/foo+530d903a+",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAA==",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            })
    void a_verifier_key_in_any_other_form_is_refused(String text) {
        assertRefused(Refused.Reason.MALFORMED, () -> VerifierKey.parse(text));
    }
}
