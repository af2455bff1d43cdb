package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Image.Trust;

class MigrationTest {
    /** Ours, and one script after them. */
    private static final Migrations NEXT = new Migrations(next(), Migrations.OURS.latest() + 1);

    @TempDir
    Path temp;

    private static List<String> next() {
        List<String> locations = new ArrayList<>(Migrations.OURS.locations());
        locations.add("classpath:org/parley/store/next");
        return locations;
    }

    @Test
    void an_empty_folder_gets_the_newest_version_without_a_backup() {
        try (Folder folder = Folder.create(temp.resolve("node"));
                SqliteDisk disk = SqliteDisk.open(folder, Host.local(), NEXT)) {
            assertThat(Database.number(disk.connection(), "SELECT count(*) FROM next"))
                    .isZero();
            assertThat(folder.backups()).isEmptyDirectory();
        }
    }

    @Test
    void an_existing_database_is_backed_up_and_brought_to_the_newest_version() {
        Sample sample = new Sample(17);
        Content content;
        try (Node node = Node.create(temp.resolve("node"))) {
            node.disk().commit(sample.line());
            node.fill(sample, 5);
            node.disk().settled(Sample.LINE);
            content = Content.of(node.disk());
        }
        Path backup;
        try (Folder folder = Folder.open(temp.resolve("node"));
                SqliteDisk disk = SqliteDisk.open(folder, Host.local(), NEXT)) {
            assertThat(Content.of(disk)).isEqualTo(content);
            assertThat(disk.load().lines().getFirst().trust()).isEqualTo(Trust.CLEAN);
            assertThat(Database.number(disk.connection(), "SELECT count(*) FROM next"))
                    .isZero();
            backup = folder.backups().resolve("before-version-3-at-17.db");
        }
        Backup.restore(backup, temp.resolve("before")).close();
        try (Node node = Node.open(temp.resolve("before"))) {
            assertThat(Content.of(node.disk())).isEqualTo(content);
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused_and_left_as_it_is() {
        try (Folder folder = Folder.create(temp.resolve("node"))) {
            SqliteDisk.open(folder, Host.local(), NEXT).close();
            assertThatThrownBy(() -> SqliteDisk.open(folder, Host.local()))
                    .isInstanceOf(Migrations.TooNew.class)
                    .hasMessageContaining("has version 3 and this program knows 2");
            SqliteDisk.open(folder, Host.local(), NEXT).close();
        }
    }
}
