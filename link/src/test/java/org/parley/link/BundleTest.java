package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Refused;

class BundleTest {
    private static final byte[] BATCH = {2, 5, 6, 7};
    private static final byte[] HEAD = {10, 9};

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read_in_order() throws IOException {
        byte[] large = new byte[3 << 20];
        large[0] = 2;
        Path file = write(HEAD, BATCH, large, BATCH);
        assertThat(read(file)).containsExactly(HEAD, BATCH, large, BATCH);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_bundle_without_frames_is_a_bundle() throws IOException {
        assertThat(read(write())).isEmpty();
    }

    @Test
    void the_bytes_are_those_of_the_format() throws Exception {
        byte[] start = "parley-bundle/1\n\0\0\0\2\n\t".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(start);
        byte[] expected = Arrays.copyOf(start, start.length + 5 + 32);
        expected[start.length + 3] = 33;
        System.arraycopy(hash, 0, expected, start.length + 5, 32);
        assertThat(write(HEAD)).hasBinaryContent(expected);
    }

    @Test
    void with_any_byte_changed_cut_off_or_added_nothing_is_handed_over() throws IOException {
        byte[] whole = Files.readAllBytes(write(HEAD, BATCH));
        for (int i = 0; i < whole.length; i++) {
            for (int flip : new int[] {1, 0x80, 0xff}) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) flip;
                refused(damaged);
            }
            refused(Arrays.copyOf(whole, i));
        }
        refused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void a_frame_of_talk_is_neither_written_nor_read() throws IOException {
        try (Bundle.Writer writer = new Bundle.Writer(folder.resolve("a"))) {
            assertThatThrownBy(() -> writer.frame(new byte[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.frame(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged");
        Files.write(file, bytes);
        List<byte[]> handed = new ArrayList<>();
        assertThatThrownBy(() -> Bundle.read(file, handed::add)).isInstanceOf(Refused.class);
        assertThat(handed).isEmpty();
    }

    private Path write(byte[]... frames) throws IOException {
        Path file = folder.resolve("whole");
        try (Bundle.Writer writer = new Bundle.Writer(file)) {
            for (byte[] frame : frames) {
                writer.frame(frame);
            }
            writer.seal();
        }
        return file;
    }

    private static List<byte[]> read(Path file) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        Bundle.read(file, frames::add);
        return frames;
    }
}
