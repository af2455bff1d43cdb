package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Bytes;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Image.Trust;

class BackupTest {
    @TempDir
    Path temp;

    private final Sample sample = new Sample(11);

    @Test
    void what_is_restored_is_what_was_backed_up_and_is_not_trusted() {
        Path backup = temp.resolve("backup.db");
        Content content;
        try (Node node = Node.create(temp.resolve("node"))) {
            node.disk().commit(sample.line());
            node.fill(sample, 30);
            content = Content.of(node.disk());
            Backup.write(node.folder().database(), backup);
            node.fill(sample, 1);
        }
        Backup.restore(backup, temp.resolve("restored")).close();
        try (Node node = Node.open(temp.resolve("restored"))) {
            assertThat(Content.of(node.disk())).isEqualTo(content);
            assertThat(node.disk().problems()).extracting(Problem::kind).containsExactly(Problem.Kind.MARK_MISSING);
            assertThat(node.trust()).isEqualTo(Trust.MARK_LOST);
        }
    }

    @Test
    void a_backup_made_while_commits_go_on_is_whole_and_holds_what_was_committed_before() throws Exception {
        try (Node node = Node.create(temp.resolve("node"))) {
            node.disk().commit(sample.line());
            AtomicBoolean stop = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(5);
            CompletableFuture<Void> commits = CompletableFuture.runAsync(() -> {
                while (!stop.get()) {
                    node.commit(sample.append(Sample.OURS, 3));
                    begun.countDown();
                }
            });
            begun.await();
            for (int i = 0; i < 3; i++) {
                Path backup = temp.resolve("backup-" + i + ".db");
                int before = node.disk()
                        .entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE)
                        .size();
                Backup.write(node.folder().database(), backup);
                try (Scrub scrub = Scrub.ofCopy(backup)) {
                    Scrub.Result result =
                            scrub.run(problem -> assertThat(problem).isNull(), Scrub.AT_FULL_SPEED);
                    assertThat(result.entries()).isGreaterThanOrEqualTo(before);
                }
                Path restored = temp.resolve("restored-" + i);
                Backup.restore(backup, restored).close();
                try (Node copy = Node.open(restored)) {
                    List<Bytes> entries =
                            copy.disk().entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                                    .map(Disk.StoredEntry::entry)
                                    .toList();
                    assertThat(node.disk().entries(Sample.OURS, 0, entries.size(), Long.MAX_VALUE))
                            .extracting(Disk.StoredEntry::entry)
                            .isEqualTo(entries);
                }
            }
            stop.set(true);
            commits.join();
        }
    }

    @Test
    void a_backup_never_replaces_a_file() throws Exception {
        Path there = Files.writeString(temp.resolve("backup.db"), "mine");
        try (Node node = Node.create(temp.resolve("node"))) {
            assertThatThrownBy(() -> Backup.write(node.folder().database(), there))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(there).hasContent("mine");
    }

    @Test
    void a_damaged_backup_is_refused_and_no_folder_is_made() throws Exception {
        Path backup = Files.write(temp.resolve("backup.db"), new byte[10_000]);
        assertThatThrownBy(() -> Backup.restore(backup, temp.resolve("restored")))
                .isInstanceOf(Damaged.class);
        assertThat(temp.resolve("restored")).doesNotExist();
    }
}
