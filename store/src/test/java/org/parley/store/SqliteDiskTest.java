package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Bytes;
import org.parley.ledger.contract.DiskContract;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Transaction;

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
    protected Disk disk() {
        return disk;
    }

    @Override
    protected Disk reopen() {
        reopen(Host.local());
        assertThat(disk.problems()).isEmpty();
        return disk;
    }

    private void reopen(Host host) {
        close();
        folder = Folder.open(temp.resolve("node"));
        disk = SqliteDisk.open(folder, host);
    }

    @Override
    protected Disk elsewhere() {
        reopen(new Host(Optional.of("another machine"), Optional.of("another boot"), System::nanoTime));
        return disk;
    }

    @Override
    protected Disk withoutMark() {
        disk.close();
        folder.mark().toFile().delete();
        reopen(Host.local());
        assertThat(disk.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.MARK_MISSING);
        return disk;
    }

    @Test
    void an_erased_body_is_in_no_file_after_a_stop() throws Exception {
        disk.commit(sample.line());
        var append = sample.append(Sample.OURS, 20);
        disk.commit(Sample.transaction(append));
        disk.commit(Sample.transaction(new Transaction.Erase(Sample.OURS, 7)));
        close();
        assertThat(Files.readString(folder.database(), StandardCharsets.ISO_8859_1))
                .contains(text(append.bodies().get(6).orElseThrow().body()))
                .doesNotContain(text(append.bodies().get(7).orElseThrow().body()))
                .doesNotContain(text(append.bodies().get(7).orElseThrow().seed()));
        assertThat(folder.path().toFile().list()).doesNotContain("parley.db-wal");
    }

    private static String text(Bytes bytes) {
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_store_runs_on_an_sqlite_without_the_wal_reset_corruption() {
        assertThat(org.sqlite.SQLiteJDBCLoader.getVersion()).isGreaterThanOrEqualTo("3.51.3");
    }
}
