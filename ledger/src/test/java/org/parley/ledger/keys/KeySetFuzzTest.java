package org.parley.ledger.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a key set or a revocation, signed or not: one that prints the same, or a refusal. */
class KeySetFuzzTest {
    private static final VerifyingKey ROOT = Keyring.SIGNATURES.publicKey(Keyring.ROOT);

    /** To whom every signature is right: what stands behind the check is reached. */
    private static final Signatures CREDULOUS = new Signatures() {
        @Override
        public byte[] sign(SigningKey key, byte[] message) {
            return Keyring.SIGNATURES.sign(key, message);
        }

        @Override
        public boolean verifies(VerifyingKey key, byte[] message, byte[] signature) {
            return true;
        }

        @Override
        public VerifyingKey publicKey(SigningKey key) {
            return Keyring.SIGNATURES.publicKey(key);
        }

        @Override
        public String name() {
            return "anything goes";
        }
    };

    static Stream<byte[]> seeds() {
        KeySet keys = Keyring.keys(1, 1, 1);
        Revocation revocation = Keyring.revocation(2, 0, 412);
        return Stream.of(
                keys.text().getBytes(UTF_8),
                revocation.text().getBytes(UTF_8),
                Keyring.signed(keys),
                Keyring.signed(Keyring.successor(2)),
                Keyring.signed(revocation));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(KeySetFuzzTest.class, seeds(), this::keys_and_revocations_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void keys_and_revocations_are_read_or_refused(byte[] bytes) {
        RoundTrip.ofText(bytes, given -> KeySet.parse(given).text());
        RoundTrip.ofText(bytes, given -> Revocation.parse(given).text());
        RoundTrip.of(bytes, given -> {
            byte[] text =
                    KeySet.open(CREDULOUS, ROOT, Keyring.BIRCH, given).text().getBytes(UTF_8);
            return begins(given, text);
        });
        RoundTrip.of(bytes, given -> {
            byte[] text = Revocation.open(CREDULOUS, ROOT, Keyring.BIRCH, given)
                    .text()
                    .getBytes(UTF_8);
            return begins(given, text);
        });
        RoundTrip.of(bytes, given -> {
            Keyring.history().addKeys(CREDULOUS, given);
            return given;
        });
    }

    /** A signed note, once it is known that it begins with what it says. */
    private static byte[] begins(byte[] note, byte[] text) {
        assertThat(Arrays.copyOf(note, text.length)).isEqualTo(text);
        return note;
    }
}
