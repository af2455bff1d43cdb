package org.parley.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Hash;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a proof to hand on, or as what a witness is asked: a value that prints the same, or a refusal. */
class ProofTextFuzzTest {
    private static final Hash NOTHING = Hash.of(new byte[Hash.LENGTH]);

    static Stream<byte[]> seeds() {
        return Stream.of(
                        Examples.PROOF,
                        Examples.PROOF.replaceFirst("extra .*\n", ""),
                        Examples.ADD_CHECKPOINT,
                        Examples.ADD_CHECKPOINT.replace("old 20852014", "old 0"))
                .map(text -> text.getBytes(UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(ProofTextFuzzTest.class, seeds(), this::proofs_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void proofs_are_read_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> {
            TlogProof proof = TlogProof.parse(given);
            proof.includes(NOTHING);
            return proof.bytes();
        });
        RoundTrip.of(bytes, given -> {
            AddCheckpoint asked = AddCheckpoint.parse(given);
            asked.continues(NOTHING);
            return asked.bytes();
        });
    }
}
