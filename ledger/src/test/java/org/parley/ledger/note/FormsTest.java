package org.parley.ledger.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** Checkpoints, cosignatures, requests and proofs, by the examples of their specifications. */
class FormsTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String SOFA = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
    private static final Checkpoint HEAD = Checkpoint.parse(SOFA);

    @Test
    void the_checkpoint_of_the_specification_is_read() {
        assertThat(HEAD.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(HEAD.size()).isEqualTo(20_852_163);
        assertThat(HEAD.root().bytes()).isEqualTo(Base64.getDecoder().decode(ROOT));
        assertThat(HEAD.text()).isEqualTo(SOFA);
    }

    @Test
    void extension_lines_are_kept_for_other_logs_and_refused_for_ours() {
        Checkpoint extended = Checkpoint.parseExtended(SOFA + "more\nand more\n");
        assertThat(extended.extensions()).containsExactly("more", "and more");
        assertThat(extended.text()).isEqualTo(SOFA + "more\nand more\n");
        assertThatThrownBy(() -> Checkpoint.parse(SOFA + "more\n")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Checkpoint.parseExtended(SOFA + "\n")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Checkpoint.parseExtended(SOFA + "\nmore\n")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n\n",
                "a\n1\n",
                "\n1\n" + ROOT + "\n",
                "a\n1\n" + ROOT,
                "a\n\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n+1\n" + ROOT + "\n",
                "a\n1 \n" + ROOT + "\n",
                "a\n١\n" + ROOT + "\n",
                "a\n9223372036854775808\n" + ROOT + "\n",
                "a\n10000000000000000000\n" + ROOT + "\n",
                "a\n1\n" + ROOT + "=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n1\nAAAA\n",
                "a\u0000\n1\n" + ROOT + "\n",
            })
    void a_checkpoint_in_any_other_form_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parseExtended(text)).isInstanceOf(Refused.class);
    }

    @Test
    void the_sizes_at_the_ends_are_read() {
        for (String size : List.of("0", "9", "10", "9223372036854775807")) {
            assertThat(Checkpoint.parse("a\n" + size + "\n" + ROOT + "\n").size())
                    .isEqualTo(Long.parseLong(size));
        }
    }

    @Test
    void the_cosignature_of_the_specification_is_read() {
        SignedNote note = SignedNote.parse(Examples.COSIGNED);
        SignatureLine line = note.signatures().get(1);
        assertThat(line.name()).isEqualTo("witness.example.com/w1");
        assertThat(line.keyId()).isEqualTo(0x8d66cf3f);
        Cosignature cosignature = Cosignature.read(SignatureType.COSIGNATURE_ED25519, line.blob());
        assertThat(cosignature.time()).isEqualTo(1_679_315_147);
        assertThat(cosignature.blob()).isEqualTo(line.blob());
        assertThat(cosignature.signature()).hasSize(64);
        assertThat(note.signatures().getFirst().keyId()).isEqualTo(0x033de0ae);
        assertThatThrownBy(() -> Cosignature.read(SignatureType.COSIGNATURE_ML_DSA_44, line.blob()))
                .isInstanceOf(Refused.class);
        byte[] negative = line.blob();
        negative[0] = (byte) 0x80;
        assertThatThrownBy(() -> Cosignature.read(SignatureType.COSIGNATURE_ED25519, negative))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_messages_are_those_of_the_specification() {
        assertThat(new String(Cosignature.ed25519Message(HEAD, 1_679_315_147), UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\n" + SOFA);
        String message = HexFormat.of().formatHex("subtree/v1\n\0".getBytes(ISO_8859_1))
                + "0a" + HexFormat.of().formatHex("w1.example".getBytes(UTF_8))
                + "000000006418 50cb".replace(" ", "")
                + "1b" + HexFormat.of().formatHex("example.com/behind-the-sofa".getBytes(UTF_8))
                + "0000000000000000" + "00000000013e2dc3"
                + HEAD.root();
        assertThat(HexFormat.of().formatHex(Cosignature.mlDsa44Message("w1.example", HEAD, 1_679_315_147)))
                .isEqualTo(message);
    }

    @Test
    void the_request_of_the_specification_is_read_and_printed_back() {
        AddCheckpoint request = AddCheckpoint.parse(Examples.ADD_CHECKPOINT.getBytes(UTF_8));
        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(request.checkpoint()).isEqualTo(HEAD);
        assertThat(request.note().signatures()).hasSize(2);
        assertThat(request.bytes()).isEqualTo(Examples.ADD_CHECKPOINT.getBytes(UTF_8));
        assertThat(request.continues(HEAD.root())).isFalse();
        String first = "old 0\n" + Examples.ADD_CHECKPOINT.substring(Examples.ADD_CHECKPOINT.indexOf("\n\n") + 1);
        assertThat(AddCheckpoint.parse(first.getBytes(UTF_8)).proof()).isEmpty();
    }

    @Test
    void the_proof_of_the_specification_is_read_and_printed_back() {
        TlogProof proof = TlogProof.parse(Examples.PROOF.getBytes(UTF_8));
        assertThat(new String(proof.extra(), UTF_8)).isEqualTo("age-v1.2.1-darwin-arm64.tar.gz");
        assertThat(proof.index()).isEqualTo(73_894);
        assertThat(proof.proof()).hasSize(5);
        assertThat(proof.checkpoint().origin()).isEqualTo("example.com/fancylog");
        assertThat(proof).hasToString(Examples.PROOF);
        var again = new TlogProof(proof.extra(), proof.index(), proof.proof(), proof.note());
        assertThat(again).isEqualTo(proof).hasSameHashCodeAs(proof);
        assertThat(again.includes(HEAD.root())).isFalse();
        String plain = Examples.PROOF.replaceFirst("extra .*\n", "");
        assertThat(TlogProof.parse(plain.getBytes(UTF_8)).extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tlog-proof@v1|tlog-proof@v2",
                "extra |Extra ",
                "extra .*\n|extra \n",
                "extra .*\n|extra\n",
                "index 73894|index 073894",
                "index 73894|index -1",
                "index 73894|index",
                "index 73894\n|",
                "index 73894|index 9223372036854775808",
                "vk=\n\n|vk=\n",
                "vk=\n\n|vk=\n\n\n",
                "109482|0109482",
                "— witness1|- witness1",
            })
    void a_proof_in_any_other_form_is_refused(String change) {
        String[] parts = change.split("\\|", -1);
        String text = Examples.PROOF.replaceFirst(parts[0], parts[1]);
        assertThat(text).isNotEqualTo(Examples.PROOF);
        assertThatThrownBy(() -> TlogProof.parse(text.getBytes(UTF_8))).isInstanceOf(Refused.class);
    }

    @Test
    void a_proof_has_at_most_63_hashes() {
        TlogProof proof = TlogProof.parse(Examples.PROOF.getBytes(UTF_8));
        String hash = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n";
        String most = Examples.PROOF.replace(hash, hash.repeat(59));
        assertThat(TlogProof.parse(most.getBytes(UTF_8)).proof()).hasSize(63);
        String more = Examples.PROOF.replace(hash, hash.repeat(60));
        assertThatThrownBy(() -> TlogProof.parse(more.getBytes(UTF_8))).isInstanceOf(Refused.class);
        List<Hash> many = Collections.nCopies(64, HEAD.root());
        assertThatThrownBy(() -> new TlogProof(new byte[0], 0, many, proof.note()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TlogProof(new byte[TlogProof.MOST_BYTES], 0, List.of(), proof.note()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddCheckpoint.parse(new byte[AddCheckpoint.MOST_BYTES + 1]))
                .isInstanceOf(Refused.class);
    }
}
