package org.parley.ledger.line;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as a frame of the line protocol: a frame that is written as it was read, or a refusal. */
class FrameFuzzTest {
    static Stream<byte[]> seeds() {
        Frames frames = new Frames(20261129, true);
        return IntStream.rangeClosed(1, Frames.TYPES).mapToObj(type -> FrameCodec.bytes(frames.of(type)));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(FrameFuzzTest.class, seeds(), this::frames_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void frames_are_read_or_refused(byte[] bytes) {
        RoundTrip.of(bytes, given -> {
            Frame frame = FrameCodec.read(given);
            if (frame instanceof Frame.Batch batch) {
                batch.hashBodies(); // the carrier does so before any ledger has looked
            }
            return FrameCodec.bytes(frame);
        });
    }
}
