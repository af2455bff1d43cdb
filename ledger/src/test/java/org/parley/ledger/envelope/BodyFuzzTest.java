package org.parley.ledger.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a body: refused, or a body of which any part can be shown so that it verifies. */
class BodyFuzzTest {
    private static final byte[] SEED = "a seed of thirty-two bytes, here".getBytes(UTF_8);

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{}",
                        "{\"text\":\"hold\"}",
                        "{\"a\":\"}\\\",\\\\\",\"area\":{\"ring\":[[1,2],[3,-4]]},\"b\":[],\"by\":true,\"é\":0}")
                .map(text -> text.getBytes(UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(BodyFuzzTest.class, seeds(), this::bodies_are_disclosed_truly_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void bodies_are_disclosed_truly_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> {
            Body body = Body.read(SEED, given);
            Disclosure some = body.disclose(names(body));
            assertThat(some.verifies(body.commitment())).isTrue();
            assertThat(Disclosure.parse(some.bytes())).isEqualTo(some);
            return body.bytes();
        });
    }

    /** Some of the names, by their length, so that the fuzzer can choose. */
    private static Set<String> names(Body body) {
        return body.fields().members().stream()
                .map(Json.Member::name)
                .filter(name -> name.length() % 2 == 0)
                .collect(Collectors.toSet());
    }
}
