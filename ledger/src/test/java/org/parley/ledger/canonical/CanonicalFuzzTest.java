package org.parley.ledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as canonical JSON: a value whose bytes they are, or a refusal, never an exception, never a wait. */
class CanonicalFuzzTest {
    static Stream<byte[]> seeds() {
        SplittableRandom random = new SplittableRandom(20261129);
        return Stream.concat(
                Stream.of(
                                "{\"\":[],\"a\":{\"b\":[true,false,-1,0,9007199254740991]}}",
                                "[\"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u001f\",\"é\",\"قف\",\"😀\"]",
                                "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]")
                        .map(text -> text.getBytes(UTF_8)),
                Stream.generate(() -> Canonical.bytes(Jsons.object(random, 3))).limit(3));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(CanonicalFuzzTest.class, seeds(), this::bytes_are_a_value_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void bytes_are_a_value_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> Canonical.bytes(Canonical.parse(given)));
    }
}
