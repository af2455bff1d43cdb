package org.parley.cli.verify.read;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.parley.cli.verify.audit.Findings;
import org.sqlite.SQLiteConfig;

/**
 * Connections to one database that read only, one for each thread that asks. Each sees what was committed when it first read, so
 * those of threads see no less than the first one did.
 */
final class Connections implements AutoCloseable {
    private static final int BUSY_MS = 10_000;
    private static final int CACHE_KIB = 16_384;

    private final Path file;
    private final boolean atRest;
    private final Findings findings;
    private final Queue<Connection> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Rows> ofThread = ThreadLocal.withInitial(this::open);

    /** @param atRest whether nobody has it open, so that it is read without leaving files beside it */
    Connections(Path file, boolean atRest, Findings findings) {
        this.file = file;
        this.atRest = atRest;
        this.findings = findings;
    }

    /** That of the thread that asks. */
    Rows rows() {
        return ofThread.get();
    }

    private Rows open() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setCacheSize(-CACHE_KIB);
        config.setBusyTimeout(BUSY_MS);
        String uri = file.toAbsolutePath().toUri().toString().replaceFirst("^file:/*", "file:/");
        try {
            Connection connection =
                    config.createConnection("jdbc:sqlite:" + uri + (atRest ? "?immutable=1" : "?mode=ro"));
            all.add(connection);
            connection.setAutoCommit(false);
            return new Rows(connection, file.toString(), findings);
        } catch (SQLException e) {
            throw Rows.unreadable(file.toString(), e);
        }
    }

    @Override
    public void close() {
        ofThread.remove();
        for (Connection connection : all) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw Rows.unreadable(file.toString(), e);
            }
        }
    }
}
