package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.line.Disk;

class SqliteDiskTest extends DiskContract {
    @TempDir
    Path temp;

    private Folder folder;
    private SqliteDisk disk;

    @BeforeEach
    void open() {
        folder = Folder.create(temp.resolve("node"));
        disk = SqliteDisk.open(folder, Host.local());
    }

    @AfterEach
    void close() {
        disk.close();
        folder.close();
    }

    @Override
    Disk disk() {
        return disk;
    }

    @Override
    Disk reopen() {
        close();
        folder = Folder.open(temp.resolve("node"));
        disk = SqliteDisk.open(folder, Host.local());
        assertThat(disk.problems()).isEmpty();
        return disk;
    }

    @Test
    void the_store_runs_on_an_sqlite_without_the_wal_reset_corruption() {
        assertThat(org.sqlite.SQLiteJDBCLoader.getVersion()).isGreaterThanOrEqualTo("3.51.3");
    }
}
