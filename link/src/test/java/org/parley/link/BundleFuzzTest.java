package org.parley.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/**
 * Whatever bytes lie in a file as a bundle: frames that make up the whole of it, or a refusal. Bytes that do not
 * begin as a bundle are taken as the content of one whose seal is right, which nobody hits by chance.
 */
class BundleFuzzTest {
    private static final byte[] MAGIC = "parley-bundle/1\n".getBytes(US_ASCII);

    @TempDir
    private static Path folder;

    static Stream<byte[]> seeds() {
        byte[] frames = {0, 0, 0, 4, 2, 5, 6, 7, 0, 0, 0, 2, 10, 9};
        return Stream.of(frames, new byte[] {0, 0, 0, 1, 12}, sealed(frames));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(BundleFuzzTest.class, seeds(), this::bundles_are_read_whole_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void bundles_are_read_whole_or_refused(byte[] bytes) {
        boolean whole = bytes.length > MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length));
        RoundTrip.of(whole ? bytes : sealed(bytes), BundleFuzzTest::readAndPrint);
    }

    private static byte[] readAndPrint(byte[] file) {
        List<byte[]> frames = new ArrayList<>();
        try {
            Path path = Files.write(folder.resolve("bundle"), file);
            Bundle.read(path, frames::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer content = ByteBuffer.allocate(file.length);
        for (byte[] frame : frames) {
            assertThat(Bundle.holds(frame)).isTrue();
            content.putInt(frame.length).put(frame);
        }
        byte[] read = new byte[content.position()];
        content.flip().get(read);
        return sealed(read);
    }

    private static byte[] sealed(byte[] content) {
        ByteBuffer whole = ByteBuffer.allocate(MAGIC.length + content.length + 37)
                .put(MAGIC)
                .put(content);
        byte[] hash = sha256(whole.array(), whole.position());
        return whole.putInt(33).put((byte) 0).put(hash).array();
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
