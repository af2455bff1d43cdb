package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.link.TestNode.next;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Refused;

class FolderBearerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path root;

    private Path ours = Path.of("");
    private Path theirs = Path.of("");
    private final Node node = new Node();

    @BeforeEach
    void folders() {
        ours = root.resolve("ours");
        theirs = root.resolve("theirs");
    }

    @Test
    void bundles_arrive_in_the_order_of_sending_and_lie_in_done() throws IOException {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            for (byte i = 0; i < 5; i++) {
                sender.send(List.of(new byte[] {10, i}, new byte[] {2, i}));
            }
            carry();
            assertThat(receiver.sweep()).isEqualTo(5);
            assertThat(node.frames).hasSize(10);
            for (byte i = 0; i < 5; i++) {
                assertThat(node.frames.get(2 * i)).containsExactly(10, i);
            }
            assertThat(node.settled).isEqualTo(5);
            assertThat(theirs.resolve("in")).isEmptyDirectory();
            assertThat(Folders.files(theirs.resolve("done"))).hasSize(5);
            assertThat(receiver.sweep()).isZero();
        }
    }

    @Test
    void a_bundle_that_comes_again_is_taken_again() throws IOException {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            sender.send(List.of(new byte[] {10, 1}));
            carry();
            receiver.sweep();
            carry();
            assertThat(receiver.sweep()).isEqualTo(1);
            assertThat(node.frames).hasSize(2);
            assertThat(Folders.files(theirs.resolve("done"))).hasSize(2);
            assertThat(node.failed).isEmpty();
        }
    }

    @Test
    void damaged_and_foreign_files_are_refused_with_a_reason_and_stop_nothing() throws IOException {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            Path sent = sender.send(List.of(new byte[] {10, 1}));
            byte[] whole = Files.readAllBytes(sent);
            carry();
            whole[20] ^= 1;
            old(Files.write(theirs.resolve("in/0-damaged.bundle"), whole));
            old(Files.writeString(theirs.resolve("in/0-foreign.docx"), "dear all"));
            Files.createSymbolicLink(theirs.resolve("in/0-link"), Path.of("/etc/hostname"));
            Files.createDirectory(theirs.resolve("in/0-folder"));
            assertThat(receiver.sweep()).isEqualTo(1);
            assertThat(node.frames).hasSize(1);
            assertThat(theirs.resolve("refused/0-damaged.bundle.reason.txt"))
                    .content()
                    .contains("damaged");
            assertThat(theirs.resolve("refused/0-foreign.docx.reason.txt"))
                    .content()
                    .contains("no bundle");
            assertThat(theirs.resolve("refused/0-damaged.bundle")).hasBinaryContent(whole);
        }
    }

    @Test
    void a_file_that_may_still_grow_is_left_until_it_is_whole() throws IOException {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            byte[] whole = Files.readAllBytes(sender.send(List.of(new byte[] {10, 1})));
            Path growing = theirs.resolve("in/growing.bundle");
            Files.write(growing, Arrays.copyOf(whole, 30));
            Files.setLastModifiedTime(growing, FileTime.from(NOW.minusSeconds(3)));
            assertThat(receiver.sweep()).isZero();
            assertThat(growing).exists();
            Files.write(growing, whole);
            assertThat(receiver.sweep()).isEqualTo(1);
            assertThat(node.failed).isEmpty();
        }
    }

    @Test
    void a_fault_of_the_taker_leaves_the_file_and_a_refusal_moves_it() throws IOException {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            sender.send(List.of(new byte[] {10, 1}));
            sender.send(List.of(new byte[] {10, 2}));
            carry();
            node.fault = Optional.of(new IllegalStateException("disk full"));
            assertThat(receiver.sweep()).isZero();
            assertThat(receiver.sweep()).isZero();
            // Told once for each file.
            assertThat(node.failed).hasSize(2).allSatisfy(why -> assertThat(why).contains("disk full"));
            node.fault = Optional.of(new Refused(Refused.Reason.FENCED, "the node stops"));
            for (Path file : Folders.files(theirs.resolve("in"))) {
                old(file);
            }
            assertThat(receiver.sweep()).isZero();
            assertThat(Folders.files(theirs.resolve("in")))
                    .as("it is no fault of the file")
                    .hasSize(2);
            node.fault = Optional.of(Refused.malformed("no such line"));
            for (Path file : Folders.files(theirs.resolve("in"))) {
                old(file);
            }
            assertThat(receiver.sweep()).isZero();
            assertThat(theirs.resolve("in")).isEmptyDirectory();
            assertThat(Folders.files(theirs.resolve("refused"))).hasSize(4);
        }
    }

    @Test
    void it_runs_by_itself() throws Exception {
        try (FolderBearer sender = bearer(ours);
                FolderBearer receiver = bearer(theirs)) {
            receiver.start(Duration.ofMillis(20));
            sender.send(List.of(new byte[] {10, 1}));
            carry();
            assertThat(next(node.taken)).exists();
        }
    }

    private FolderBearer bearer(Path folder) throws IOException {
        return new FolderBearer(folder, node, InstantSource.fixed(NOW), new Random(1));
    }

    private void carry() throws IOException {
        for (Path file : Folders.files(ours.resolve("out"))) {
            Path part = theirs.resolve("in").resolve(file.getFileName() + ".part");
            Files.copy(file, part);
            Files.move(part, theirs.resolve("in").resolve(file.getFileName()));
        }
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(3_600)));
    }

    private static final class Node implements FolderBearer.Taker {
        private final List<byte[]> frames = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final BlockingQueue<Path> taken = new LinkedBlockingQueue<>();
        private Optional<RuntimeException> fault = Optional.empty();
        private int settled;

        @Override
        public void frame(byte[] frame) {
            fault.ifPresent(thrown -> {
                throw thrown;
            });
            frames.add(frame);
        }

        @Override
        public void settle() {
            settled++;
        }

        @Override
        public void taken(Path bundle) {
            taken.add(bundle);
        }

        @Override
        public void failed(Path file, String why) {
            failed.add(why);
        }
    }
}
