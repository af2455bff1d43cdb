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
        Path mount = Files.createDirectory(temp.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.toString()) == 0,
                "a small file system can only be mounted by root");
        try {
            Path ballast = Files.write(mount.resolve("ballast"), new byte[1 << 20]);
            try (Node node = Node.create(mount.resolve("node"))) {
                node.disk().commit(sample.line());
                Transaction refused = fill(node);
                Files.delete(ballast);
                worksAgain(node, refused);
            }
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
