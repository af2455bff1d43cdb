package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.LineId;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Image.Trust;
import org.parley.ledger.line.Transaction;

class TrustTest {
    private static final Host HOST = host("machine", "boot");

    @TempDir
    Path temp;

    private Path path = Path.of("set in fill");

    private static Host host(String machine, String boot) {
        return new Host(Optional.of(machine), Optional.of(boot), () -> 0);
    }

    private static Node open(Path path, Host host) {
        return Node.open(Folder.open(path), host);
    }

    @BeforeEach
    void fill() {
        path = temp.resolve("node");
        Sample sample = new Sample(5);
        try (Node node = Node.open(Folder.create(path), HOST)) {
            assertThat(node.disk().problems()).isEmpty();
            node.disk().commit(sample.line());
            node.fill(sample, 5);
            node.disk().settled(Sample.LINE);
        }
    }

    private static Trust trust(Path path, Host host) {
        try (Node node = open(path, host)) {
            return node.trust();
        }
    }

    private static List<Problem.Kind> problems(Path path) {
        try (Node node = open(path, HOST)) {
            if (!node.disk().problems().isEmpty()) {
                assertThat(node.trust()).isIn(Trust.UNKNOWN, Trust.MARK_LOST);
            }
            return node.disk().problems().stream().map(Problem::kind).distinct().toList();
        }
    }

    @Test
    void a_clean_stop_is_trusted_once() throws Exception {
        Path token = path.resolve("clean");
        byte[] kept = Files.readAllBytes(token);
        try (Node node = open(path, HOST)) {
            assertThat(node.trust()).isEqualTo(Trust.CLEAN);
            assertThat(token).doesNotExist();
            node.commit();
            node.disk().settled(Sample.LINE);
        }
        Files.write(token, kept);
        assertThat(trust(path, HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void a_run_that_was_too_short_to_settle_anything_leaves_it_as_it_was() throws Exception {
        assertThat(trust(path, HOST)).isEqualTo(Trust.CLEAN);
        assertThat(trust(path, HOST)).isEqualTo(Trust.CLEAN);
        Files.delete(path.resolve("clean"));
        assertThat(trust(path, HOST)).isEqualTo(Trust.SAME_BOOT);
        assertThat(trust(path, HOST)).isEqualTo(Trust.CLEAN);
    }

    @Test
    void a_disk_that_is_not_sure_does_not_become_so_by_another_start() throws Exception {
        Path copy = Node.copy(path, temp.resolve("copy"));
        assertThat(trust(copy, HOST)).isEqualTo(Trust.UNKNOWN);
        assertThat(trust(copy, HOST)).isEqualTo(Trust.UNKNOWN);
        Files.delete(copy.resolve("clean"));
        assertThat(trust(copy, HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void what_is_doubted_is_settled_no_more() throws Exception {
        try (Node node = open(path, HOST)) {
            assertThat(node.trust()).isEqualTo(Trust.CLEAN);
            node.disk().doubted(Sample.LINE);
        }
        assertThat(trust(path, HOST)).isEqualTo(Trust.UNKNOWN);
        Files.delete(path.resolve("clean"));
        assertThat(trust(path, HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void each_line_is_settled_by_itself() throws Exception {
        LineId other = new LineId("77".repeat(16));
        Files.delete(path.resolve("mark"));
        try (Node node = open(path, HOST)) {
            node.commit(new Transaction.NewLine(other, Sample.BIRCH));
            node.disk().settled(other);
        }
        assertThat(trusts(HOST)).containsExactly(Trust.MARK_LOST, Trust.CLEAN);
        try (Node node = open(path, HOST)) {
            node.disk().settled(Sample.LINE);
        }
        assertThat(trusts(HOST)).containsExactly(Trust.CLEAN, Trust.CLEAN);
    }

    private List<Trust> trusts(Host host) {
        try (Node node = open(path, host)) {
            return node.disk().load().lines().stream()
                    .map(Image.LineImage::trust)
                    .toList();
        }
    }

    @Test
    void a_clean_stop_after_a_commit_that_found_no_room_is_trusted() {
        try (Node node = open(path, HOST)) {
            node.disk().settled(Sample.LINE);
            Database.execute(node.disk().connection(), "PRAGMA max_page_count = 1");
            Sample sample = replay();
            assertThatThrownBy(() -> node.commit(sample.append(Sample.OURS, 200)))
                    .isInstanceOf(Disk.Full.class);
        }
        assertThat(trust(path, HOST)).isEqualTo(Trust.CLEAN);
    }

    @Test
    void a_clean_stop_on_another_machine_is_not_trusted() {
        assertThat(trust(path, host("other", "boot"))).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void a_clean_stop_on_a_machine_without_a_name_is_not_trusted() {
        Host nameless = new Host(Optional.empty(), Optional.of("boot"), () -> 0);
        assertThat(trust(path, nameless)).isEqualTo(Trust.UNKNOWN);
        assertThat(trust(path, nameless)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void a_clean_stop_survives_a_boot() {
        assertThat(trust(path, host("machine", "next boot"))).isEqualTo(Trust.CLEAN);
    }

    @Test
    void a_copy_of_the_folder_is_not_trusted() {
        assertThat(trust(Node.copy(path, temp.resolve("copy")), HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void a_database_file_that_was_touched_after_a_clean_stop_is_not_trusted() throws Exception {
        Path database = path.resolve("parley.db");
        Object before = Files.getAttribute(database, "unix:ctime");
        do {
            Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-------"));
        } while (before.equals(Files.getAttribute(database, "unix:ctime")));
        assertThat(trust(path, HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void without_a_token_the_same_boot_is_trusted_and_another_is_not() throws Exception {
        Files.delete(path.resolve("clean"));
        try (Node node = open(path, HOST)) {
            assertThat(node.trust()).isEqualTo(Trust.SAME_BOOT);
            node.disk().settled(Sample.LINE);
        }
        Files.delete(path.resolve("clean"));
        assertThat(trust(path, host("machine", "next boot"))).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void a_missing_mark_is_told() throws Exception {
        Files.delete(path.resolve("mark"));
        assertThat(problems(path)).containsExactly(Problem.Kind.MARK_MISSING);
        assertThat(problems(path)).isEmpty();
    }

    @Test
    void a_torn_mark_is_told_and_the_slot_before_still_counts() throws Exception {
        for (int slot : List.of(0, 1)) {
            Path copy = Node.copy(path, temp.resolve("torn-" + slot));
            try (RandomAccessFile mark =
                    new RandomAccessFile(copy.resolve("mark").toFile(), "rw")) {
                mark.seek(slot * mark.length() / 2 + 20);
                mark.write(new byte[100]);
            }
            try (Node node = open(copy, HOST)) {
                assertThat(node.disk().problems()).extracting(Problem::kind).contains(Problem.Kind.MARK_DAMAGED);
                assertThat(node.disk().load().mark()).containsKeys(Sample.OURS, Sample.SAFETY);
                assertThat(node.trust()).isEqualTo(Trust.MARK_LOST);
            }
        }
        Files.write(path.resolve("mark"), new byte[3]);
        assertThat(problems(path)).containsExactly(Problem.Kind.MARK_DAMAGED);
    }

    @Test
    void a_database_below_the_mark_is_told_until_it_is_whole_again() throws Exception {
        Path old = Node.copy(path, temp.resolve("old"));
        try (Node node = open(path, HOST)) {
            node.commit(replay().append(Sample.OURS, 2));
        }
        Files.copy(old.resolve("parley.db"), path.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(problems(path)).containsExactly(Problem.Kind.BELOW_MARK);
        assertThat(problems(path)).containsExactly(Problem.Kind.BELOW_MARK);
        try (Node node = open(path, HOST)) {
            assertThat(node.disk().load().mark()).containsEntry(Sample.OURS, 17L);
            node.commit(replay().append(Sample.OURS, 2));
        }
        assertThat(problems(path)).isEmpty();
        assertThat(trust(path, HOST)).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void what_was_lost_for_good_is_told_no_more_once_the_line_is_settled_but_stays_in_the_mark() throws Exception {
        Path old = Node.copy(path, temp.resolve("old"));
        try (Node node = open(path, HOST)) {
            node.commit(replay().append(Sample.OURS, 2));
        }
        Files.copy(old.resolve("parley.db"), path.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Node node = open(path, HOST)) {
            assertThat(node.disk().problems()).isNotEmpty();
            node.disk().settled(Sample.LINE);
        }
        try (Node node = open(path, HOST)) {
            assertThat(node.disk().problems()).isEmpty();
            assertThat(node.trust()).isEqualTo(Trust.CLEAN);
            assertThat(node.disk().load().mark()).containsEntry(Sample.OURS, 17L);
            node.disk().settled(Sample.LINE);
            node.commit();
        }
        Files.copy(old.resolve("parley.db"), path.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Node node = open(path, HOST)) {
            assertThat(node.disk().problems())
                    .extracting(Problem::where)
                    .containsExactlyInAnyOrder("parley.db", "log " + Sample.OURS);
            assertThat(node.trust()).isEqualTo(Trust.UNKNOWN);
        }
    }

    @Test
    void the_mark_knows_what_was_held_of_other_members_too() throws Exception {
        Path old = Node.copy(path, temp.resolve("old"));
        try (Node node = open(path, HOST)) {
            assertThat(node.disk().load().mark())
                    .isEqualTo(Map.of(Sample.OURS, 15L, Sample.SAFETY, 5L, Sample.THEIRS, 100L));
            node.commit(replay().append(Sample.THEIRS, 3));
            assertThat(node.disk().load().mark()).containsEntry(Sample.THEIRS, 103L);
        }
        Files.copy(old.resolve("parley.db"), path.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        for (int i = 0; i < 2; i++) {
            try (Node node = open(path, HOST)) {
                assertThat(node.disk().load().mark()).containsEntry(Sample.THEIRS, 103L);
                assertThat(node.trust()).isEqualTo(Trust.UNKNOWN);
            }
        }
        try (Node node = open(path, HOST)) {
            node.commit(replay().append(Sample.THEIRS, 9));
            assertThat(node.disk().load().mark()).containsEntry(Sample.THEIRS, 109L);
        }
    }

    /** The sample as it was when the folder was filled. */
    private Sample replay() {
        Sample sample = new Sample(5);
        sample.line();
        for (int i = 0; i < 5; i++) {
            sample.append(Sample.OURS, 1 + i % 7);
            sample.head(Sample.OURS, 1);
            sample.append(Sample.THEIRS, 20);
            sample.append(Sample.SAFETY, 1);
            sample.receipt(Sample.OURS, 1);
        }
        return sample;
    }
}
