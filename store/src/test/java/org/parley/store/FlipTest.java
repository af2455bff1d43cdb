package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Image.Trust;

/** One flipped bit in the database or in its WAL changes nothing that is given, or is told; a shorter log is never taken in silence. */
class FlipTest {
    private static final int FLIPS = Boolean.getBoolean("parley.nightly") ? 1_000 : 200;

    /** In memory where there is such a folder: hundreds of copies, and no test of syncing. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(
                org.junit.jupiter.api.extension.AnnotatedElementContext element,
                org.junit.jupiter.api.extension.ExtensionContext test)
                throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "parley-flip")
                    : Files.createTempDirectory("parley-flip");
        }
    }

    @TempDir(factory = InMemory.class, cleanup = CleanupMode.ALWAYS)
    Path temp;

    private enum Verdict {
        HARMLESS,
        NOT_OPENED,
        TOLD_AT_THE_START,
        TOLD_BY_READING,
        TOLD_BY_THE_SCRUB
    }

    @Test
    void a_flipped_bit_changes_nothing_or_is_told() throws IOException {
        Path original = temp.resolve("node");
        Sample sample = new Sample(19);
        try (Node node = Node.create(original)) {
            node.disk().commit(sample.line());
            node.fill(sample, 40);
            node.disk().settled(Sample.LINE);
        }
        Content content;
        Path copy = temp.resolve("copy");
        try (Node node = Node.open(original)) {
            node.fill(sample, 15);
            content = Content.of(node.disk());
            node.copy(copy);
        }
        Random random = new Random(23);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int i = 0; i < FLIPS; i++) {
            String file = i % 2 == 0 ? "parley.db" : "parley.db-wal";
            Path flipped = Node.copy(copy, temp.resolve("flipped-" + i));
            long bit = random.nextLong(Files.size(flipped.resolve(file)) * 8);
            flip(flipped.resolve(file), bit);
            verdicts.merge(judge(flipped, content, file + " bit " + bit), 1, Integer::sum);
        }
        System.out.println("Flipped bits: " + verdicts);
        assertThat(verdicts).containsKeys(Verdict.HARMLESS, Verdict.TOLD_AT_THE_START, Verdict.TOLD_BY_READING);
    }

    private static void flip(Path file, long bit) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(bit / 8);
            int before = access.read();
            access.seek(bit / 8);
            access.write(before ^ 1 << bit % 8);
        }
    }

    private static Verdict judge(Path folder, Content expected, String flip) {
        try (Node node = Node.open(folder)) {
            if (!node.disk().problems().isEmpty()) {
                assertThat(node.trust()).as(flip).isEqualTo(Trust.UNKNOWN);
                return Verdict.TOLD_AT_THE_START;
            }
            Verdict read = read(node, expected);
            List<Problem> found = new ArrayList<>();
            try (Scrub scrub = Scrub.ofDatabase(node.folder().database())) {
                scrub.run(found::add, Scrub.AT_FULL_SPEED);
            }
            if (read == Verdict.HARMLESS) {
                return found.isEmpty() ? Verdict.HARMLESS : Verdict.TOLD_BY_THE_SCRUB;
            }
            assertThat(found)
                    .as("%s: reading found what the scrub does not", flip)
                    .isNotEmpty();
            return read;
        } catch (Damaged | Disk.Broken | Migrations.TooNew e) {
            return Verdict.NOT_OPENED;
        }
    }

    /** Other content without a word is what must be told by the scrub; this test then fails where it is not. */
    private static Verdict read(Node node, Content expected) {
        try {
            return Content.of(node.disk()).equals(expected) ? Verdict.HARMLESS : Verdict.TOLD_BY_THE_SCRUB;
        } catch (Damaged | Disk.Broken e) {
            return Verdict.TOLD_BY_READING;
        }
    }
}
