package org.parley.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever is given as an address: one that reads as the same when it is printed, or a refusal. */
class AddressFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of("node.example:7443", "192.0.2.7:1", "[2001:db8::7%eth0]:65535")
                .map(text -> text.getBytes(UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(AddressFuzzTest.class, seeds(), this::addresses_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void addresses_are_read_or_refused(byte[] bytes) {
        RoundTrip.ofText(bytes, given -> {
            Address address = Address.of(given);
            assertThat(Address.of(address.toString())).isEqualTo(address);
            return given; // 07 is a port too, and printed 7
        });
    }
}
