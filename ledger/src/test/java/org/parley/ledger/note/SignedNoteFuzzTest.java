package org.parley.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a signed note, the head in it, a signature line or a key: a value that prints the same, or a refusal. */
class SignedNoteFuzzTest {
    private static final String ORIGIN = "parley/0123456789abcdef0123456789abcdef/BIRCH/main/1-0a1b2c3d";
    private static final List<VerifierKey> KEYS = Arrays.stream(SignatureType.values())
            .map(type -> new VerifierKey(ORIGIN, type, new byte[type.keyLength()]))
            .toList();

    static Stream<byte[]> seeds() {
        Checkpoint head = new Checkpoint(ORIGIN, 412, Hash.of(new byte[Hash.LENGTH]));
        SignedNote note = SignedNote.sign(head.text(), List.of(signer(0)))
                .with(Cosignature.sign(signer(1), head, 1_795_521_600))
                .with(Cosignature.sign(signer(2), head, 0));
        String line = note.signatures().getFirst().toString();
        return Stream.of(
                        note.toString(),
                        Examples.NOTE,
                        Examples.POEM,
                        Examples.COSIGNED,
                        head.text() + "extension\n",
                        line,
                        Examples.VKEY)
                .map(text -> text.getBytes(UTF_8));
    }

    private static NoteSigner signer(int key) {
        return NoteSigner.of(
                KEYS.get(key), message -> new byte[KEYS.get(key).type().signatureLength()]);
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(SignedNoteFuzzTest.class, seeds(), this::notes_and_their_parts_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void notes_and_their_parts_are_read_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> read(given).bytes());
        RoundTrip.ofText(bytes, given -> Checkpoint.parseExtended(given).text());
        RoundTrip.ofText(bytes, given -> SignatureLine.parse(given).toString());
        RoundTrip.ofText(bytes, given -> VerifierKey.parse(given).toString());
    }

    /** Also asks what a note proves, of a verifier to whom every signature is right. */
    private static SignedNote read(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        try {
            assertThat(note.verified(KEYS, (key, message, signature) -> true)).isNotEmpty();
        } catch (Refused refused) {
            assertThat(refused.why()).isNotEmpty();
        }
        return note;
    }
}
