package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.Bytes;
import org.parley.ledger.fuzzing.KeptInputs;

/** Whatever bytes come over a connection: a preface and frames that are written as they were read, or an end with a reason. */
class FrameInputFuzzTest {
    private static final int LIMIT = 70_000;

    static Stream<byte[]> seeds() {
        Bytes name = Bytes.of(new byte[Preface.NAME]);
        byte[] frames = {0, 0, 0, 4, 2, 5, 6, 7, 0, 0, 0, 1, 8};
        return Stream.of(Preface.CONTROL, Preface.BULK, Preface.PAIRING)
                .map(kind -> joined(new Preface(name, kind).bytes(), frames));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(FrameInputFuzzTest.class, seeds(), this::a_stream_is_read_as_it_was_written);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void a_stream_is_read_as_it_was_written(byte[] bytes) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            read.writeBytes(Preface.read(in).bytes());
            frames(in, read);
            assertThat(read.toByteArray()).isEqualTo(bytes);
        } catch (IOException ended) {
            assertThat(ended.getMessage()).isNotEmpty();
            assertThat(Arrays.copyOf(bytes, read.size())).isEqualTo(read.toByteArray());
        }
    }

    /** Writes each frame again, until the stream ends between two. */
    private static void frames(ByteArrayInputStream in, ByteArrayOutputStream read) throws IOException {
        FrameInput input = new FrameInput(in, new Meter(0), () -> 0);
        FrameOutput output = new FrameOutput(read, new Meter(0), () -> 0, (count, nanos) -> {});
        Optional<byte[]> frame = input.next(LIMIT);
        while (frame.isPresent()) {
            output.frame(frame.get());
            output.flush();
            frame = input.next(LIMIT);
        }
    }
}
