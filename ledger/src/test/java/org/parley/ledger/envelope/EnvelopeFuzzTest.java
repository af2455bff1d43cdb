package org.parley.ledger.envelope;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as an entry of a log: an envelope that prints the same bytes, or a refusal. */
class EnvelopeFuzzTest {
    static Stream<byte[]> seeds() {
        SplittableRandom random = new SplittableRandom(20261129);
        return Stream.generate(() -> Envelopes.any(random).bytes()).limit(8);
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(EnvelopeFuzzTest.class, seeds(), this::entries_are_envelopes_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void entries_are_envelopes_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> {
            Envelope envelope = Envelope.parse(given);
            // Whoever parses an entry names its record, and refers to it.
            RecordRef.of(envelope.origin(), envelope.no() - 1, Envelopes.hash(new SplittableRandom(1)));
            return envelope.bytes();
        });
    }
}
