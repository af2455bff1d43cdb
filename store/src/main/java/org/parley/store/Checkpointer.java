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
import java.util.function.Supplier;

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

    /** Frames (pages of 4 kB) in the WAL from which on the committing thread ends a checkpoint: 64 MB. */
    private static final long MOST_FRAMES = 16_384;

    /** Where there is little room, 4 MB or an eighth of it: what the WAL takes is not there for the database. */
    private static final long LEAST_FRAMES = 1_024;

    private static final long FRAMES_OF_ROOM = 8 * 4_096;

    /** How long emptying the WAL may keep readers and the committing thread waiting. */
    private static final int EMPTYING_MS = 200;

    private final Connection connection;
    private final Sql passive;
    private final Sql emptying;
    private final Sql passiveOfWriter;
    private final ExecutorService thread;
    private final long mostFrames;
    private final AtomicBoolean running = new AtomicBoolean();
    private long bytes;
    private int commits;

    /** Something erased still lies in the WAL. Only the checkpoint thread takes it back. */
    private volatile boolean erasedThere;

    private volatile long frames;
    private volatile Optional<SqlFailed> failed = Optional.empty();

    Checkpointer(Path file, Connection writer) {
        connection = Database.writer(file);
        mostFrames = Math.clamp(room(file) / FRAMES_OF_ROOM, LEAST_FRAMES, MOST_FRAMES);
        Database.execute(connection, "PRAGMA busy_timeout = " + EMPTYING_MS);
        passive = new Sql(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        emptying = new Sql(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        passiveOfWriter = new Sql(writer, "PRAGMA wal_checkpoint(PASSIVE)");
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("checkpoint").daemon().factory());
    }

    private static long room(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace();
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
        if (frames > mostFrames) {
            // Once all of it is moved, the next commit begins the WAL anew. If a long reader prevents that, it is tried
            // again
            // after the next checkpoint.
            move(passiveOfWriter);
            frames = 0;
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
            frames = move(passive);
            if (erasedThere) {
                // Where a reader or the thread that commits is in the way, the next checkpoint does it.
                erasedThere = false;
                erasedThere = !emptied();
            }
        } catch (SqlFailed e) {
            failed = Optional.of(e);
        } finally {
            running.set(false);
        }
    }

    /** Moves what can be moved, and gives the length of the WAL in frames. */
    private static long move(Sql checkpoint) {
        return withRoom(() -> checkpoint.first(row -> row.getLong(2)).orElseThrow(), 0L);
    }

    /** Moves all, and leaves an empty WAL; false where somebody who reads is in the way. */
    private boolean emptied() {
        return withRoom(() -> emptying.number() == 0, false);
    }

    /** Without room the WAL keeps all: no harm. */
    private static <T> T withRoom(Supplier<T> checkpoint, T without) {
        try {
            return checkpoint.get();
        } catch (SqlFailed e) {
            if (e.full()) {
                return without;
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
            emptied();
        } finally {
            Database.close(connection);
        }
    }
}
