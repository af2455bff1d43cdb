package org.parley.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as the disclosure of some fields: a disclosure that prints the same bytes, or a refusal. */
class DisclosureFuzzTest {
    static Stream<byte[]> seeds() {
        Body body = Body.read(
                "a seed of thirty-two bytes, here".getBytes(UTF_8),
                "{\"a\":[1,\"\\\"\"],\"b\":{},\"text\":\"стой\"}".getBytes(UTF_8));
        return Stream.of(Set.<String>of(), Set.of("a"), Set.of("a", "text"), Set.of("a", "b", "text"))
                .map(names -> body.disclose(names).bytes());
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(DisclosureFuzzTest.class, seeds(), this::disclosures_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void disclosures_are_read_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> {
            Disclosure disclosure = Disclosure.parse(given);
            disclosure.commitment();
            return disclosure.bytes();
        });
    }
}
