package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves what lies in the WAL into the database, in a thread of its own while commits go on: a commit never waits for it.
 * Only where commits never pause, so that the WAL would grow without end, the thread that commits ends a checkpoint itself:
 * the other thread has just done most of it.
 */
final class Checkpointer implements AutoCloseable {
    /** Content committed before the next checkpoint: often enough that little is left to be recovered after a crash. */
    private static final long EVERY_BYTES = 8L << 20;

    /** Commits before the next checkpoint: each writes ten to thirty pages even if its content is small, 6 MB of WAL or so in all. */
    private static final int EVERY_COMMITS = 64;

    /** The WAL is cut to this when it begins anew. */
    private static final long MOST_BYTES = 64L << 20;

    /** Where there is little room, an eighth of it: what the WAL takes is not there for the database, which grows while it is emptied. */
    private static final long LEAST_BYTES = 1L << 19;

    /** How long emptying the WAL may keep readers and the committing thread waiting. */
    private static final int EMPTYING_MS = 200;

    private final Connection connection;
    private final Sql passive;
    private final Sql emptying;
    private final Sql passiveOfWriter;
    private final ExecutorService thread;
    private final Path wal;

    /** From this length on the committing thread ends a checkpoint itself. */
    private final long mostBytes;

    private final AtomicBoolean running = new AtomicBoolean();
    private long bytes;
    private int commits;

    /** Something erased still lies in the WAL. Only the checkpoint thread takes it back. */
    private volatile boolean erasedThere;

    private volatile Optional<SqlFailed> failed = Optional.empty();

    Checkpointer(Path file, Connection writer) {
        connection = Database.writer(file);
        wal = file.resolveSibling(file.getFileName() + "-wal");
        long kept = Math.clamp(read(() -> Files.getFileStore(file).getUsableSpace()) / 8, LEAST_BYTES, MOST_BYTES);
        mostBytes = kept + kept / 8;
        Database.execute(writer, "PRAGMA journal_size_limit = " + kept);
        Database.execute(connection, "PRAGMA busy_timeout = " + EMPTYING_MS);
        passive = new Sql(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        emptying = new Sql(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        passiveOfWriter = new Sql(writer, "PRAGMA wal_checkpoint(PASSIVE)");
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("checkpoint").daemon().factory());
    }

    private interface Asked {
        long of() throws IOException;
    }

    private static long read(Asked size) {
        try {
            return size.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the thread that commits, after each commit. A checkpoint that failed for good is told here. */
    void committed(long more, boolean erased) {
        if (failed.isPresent()) {
            throw failed.get();
        }
        bytes += more;
        commits++;
        if (erased) {
            erasedThere = true;
        }
        if (read(() -> Files.size(wal)) > mostBytes) {
            // Once all of it is moved, the next commit begins the WAL anew, and cuts it. What a long reader prevents is
            // tried again after each commit.
            ended(passiveOfWriter);
        }
        if (bytes >= EVERY_BYTES || commits >= EVERY_COMMITS || erased) {
            begin();
        }
    }

    /** Called by the thread that commits, where there was no room: what the WAL holds may leave it, so that it begins anew. */
    void full() {
        begin();
    }

    private void begin() {
        if (running.compareAndSet(false, true)) {
            bytes = 0;
            commits = 0;
            thread.execute(this::run);
        }
    }

    private void run() {
        try {
            ended(passive);
            if (erasedThere) {
                // Where a reader or the thread that commits is in the way, the next checkpoint does it.
                erasedThere = false;
                erasedThere = !ended(emptying);
            }
        } catch (SqlFailed e) {
            failed = Optional.of(e);
        } finally {
            running.set(false);
        }
    }

    /** False where somebody who reads is in the way, or there is no room: then the WAL keeps all, no harm. */
    private static boolean ended(Sql checkpoint) {
        try {
            return checkpoint.number() == 0;
        } catch (SqlFailed e) {
            if (e.full()) {
                return false;
            }
            throw e;
        }
    }

    /** Ends the thread and empties the WAL, if there is room for what it holds. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a checkpoint does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (failed.isPresent()) {
                throw failed.get();
            }
            ended(emptying);
        } finally {
            Database.close(connection);
        }
    }
}
