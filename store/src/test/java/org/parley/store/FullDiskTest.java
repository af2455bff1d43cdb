package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Transaction;

class FullDiskTest {
    @TempDir
    Path temp;

    private final Sample sample = new Sample(3);

    @Test
    void a_database_that_may_not_grow_refuses_reads_on_and_works_again_with_room() {
        try (Node node = Node.create(temp.resolve("node"))) {
            node.disk().commit(sample.line());
            Database.execute(node.disk().connection(), "PRAGMA max_page_count = 100");
            Transaction refused = fill(node);
            Database.execute(node.disk().connection(), "PRAGMA max_page_count = 1000000");
            worksAgain(node, refused);
        }
    }

    @Test
    void a_full_file_system_refuses_reads_on_and_works_again_with_room() throws Exception {
        onTmpfs("2m", mount -> {
            Path ballast = Files.write(mount.resolve("ballast"), new byte[1 << 20]);
            try (Node node = Node.create(mount.resolve("node"))) {
                node.disk().commit(sample.line());
                Transaction refused = fill(node);
                Files.delete(ballast);
                worksAgain(node, refused);
            }
        });
    }

    /** Records one by one write much more to the WAL than they are. Had it all the room, nothing could ever leave it: the database grows then. */
    @Test
    void a_wal_leaves_room_for_the_database_however_seldom_it_is_emptied() throws Exception {
        onTmpfs("5m", mount -> {
            try (Node node = Node.create(mount.resolve("node"))) {
                node.disk().commit(sample.line());
                for (int i = 0; i < 1_000; i++) {
                    node.disk().commit(Sample.transaction(sample.append(Sample.OURS, 1)));
                    assertThat(Files.size(mount.resolve("node/parley.db-wal"))).isLessThan(1 << 20);
                }
                assertThat(node.disk().entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE))
                        .hasSize(1_000);
            }
        });
    }

    @Test
    void what_is_closed_while_it_is_full_has_all_when_it_is_opened_again() throws Exception {
        onTmpfs("4m", mount -> {
            try (Node node = Node.create(mount.resolve("node"))) {
                node.disk().commit(sample.line());
                node.commit(sample.append(Sample.OURS, 300));
                fillUp(mount.resolve("ballast"));
            }
            Files.delete(mount.resolve("ballast"));
            try (Node node = Node.open(mount.resolve("node"))) {
                assertThat(node.disk().entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE))
                        .hasSize(300);
            }
        });
    }

    private static void fillUp(Path ballast) throws IOException {
        long room = Files.getFileStore(ballast.getParent()).getUsableSpace();
        Files.write(ballast, new byte[(int) room]);
    }

    private interface Course {
        void run(Path mount) throws IOException;
    }

    private void onTmpfs(String size, Course course) throws IOException, InterruptedException {
        Path mount = Files.createDirectory(temp.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", mount.toString()) == 0,
                "a small file system can only be mounted by root");
        try {
            course.run(mount);
        } finally {
            run("umount", mount.toString());
        }
    }

    private Transaction fill(Node node) {
        Content before = Content.of(node.disk());
        for (int i = 0; i < 1_000; i++) {
            Transaction next = Sample.transaction(sample.append(Sample.OURS, 10), sample.append(Sample.SAFETY, 1));
            try {
                node.disk().commit(next);
                before = Content.of(node.disk());
            } catch (Disk.Full full) {
                assertThat(Content.of(node.disk())).isEqualTo(before);
                assertThatThrownBy(() -> node.disk().commit(next)).isInstanceOf(Disk.Full.class);
                return next;
            }
        }
        throw new AssertionError("it was never full");
    }

    private void worksAgain(Node node, Transaction refused) {
        node.disk().commit(refused);
        node.commit(sample.append(Sample.OURS, 3));
        assertThat(node.disk().entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE))
                .extracting(Disk.StoredEntry::entry)
                .isEqualTo(sample.entries(Sample.OURS));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
