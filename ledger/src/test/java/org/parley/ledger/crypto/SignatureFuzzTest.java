package org.parley.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a key, a signature and a message: every computer of signatures gives the same verdict, and none an exception. */
class SignatureFuzzTest {
    private static final List<Signatures> ALL = Computers.all();
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;

    static Stream<byte[]> seeds() {
        SigningKey key = SigningKey.of(Algorithm.ED25519, new byte[32]);
        byte[] message = {1, 2, 3};
        byte[] whole = Arrays.copyOf(ALL.getFirst().publicKey(key).raw(), KEY + SIGNATURE + message.length);
        System.arraycopy(ALL.getFirst().sign(key, message), 0, whole, KEY, SIGNATURE);
        System.arraycopy(message, 0, whole, KEY + SIGNATURE, message.length);
        return Stream.of(whole, new byte[KEY + SIGNATURE]);
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(SignatureFuzzTest.class, seeds(), this::all_agree_on_any_signature);
    }

    @Timeout(60) // the first run loads all providers, and a machine may be busy
    @MethodSource("seeds")
    @FuzzTest
    void all_agree_on_any_signature(byte[] bytes) {
        RoundTrip.of(Arrays.copyOf(bytes, KEY), given -> {
            VerifyingKey key = VerifyingKey.of(Algorithm.ED25519, given);
            byte[] signature = part(bytes, KEY, KEY + SIGNATURE);
            byte[] message = part(bytes, KEY + SIGNATURE, bytes.length);
            Set<Boolean> verdicts = ALL.stream()
                    .map(signatures -> signatures.verifies(key, message, signature))
                    .collect(Collectors.toSet());
            assertThat(verdicts).hasSize(1);
            return key.raw();
        });
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(Math.max(from, to), bytes.length));
    }
}
