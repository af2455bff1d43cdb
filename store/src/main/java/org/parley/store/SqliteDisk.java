package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;

/**
 * The ledger's disk in SQLite: a commit is one transaction, synced, then the high-water mark beside it. A commit that failed
 * for any other reason than room is final: everything after it is refused until the process begins anew.
 */
public final class SqliteDisk implements Disk, AutoCloseable {
    /** Where less is left, a file that cannot be written is taken for lack of room. */
    private static final long SOME_ROOM = 1 << 20;

    /** Connections that read: as many as can be busy on a small machine, and some that wait for the disk. */
    private static final int READERS = 4;

    private final Folder folder;
    private final Host host;
    private final Writer writer;
    private final Reading reading;
    private final Checkpointer checkpointer;
    private final MarkFile mark;
    private final Start start;

    /** How many transactions are durable. */
    private long commits;

    private Optional<Throwable> broken = Optional.empty();
    private boolean closed;
    private volatile LongConsumer timed = nanos -> {};

    private SqliteDisk(Folder folder, Host host, Connection connection, Start.Before before) {
        this.folder = folder;
        this.host = host;
        writer = new Writer(connection);
        Map<Origin, Long> sizes = writer.logs().sizes();
        commits = writer.commits();
        start = Start.of(
                before,
                new Start.Held(
                        commits,
                        sizes,
                        new Reader(connection),
                        new Loading(connection),
                        writer.logs().published()));
        mark = new MarkFile(
                folder.mark(),
                Place.of(folder, host).home(),
                host,
                start.settled(),
                start.lost(),
                commits,
                start.mark());
        mark.advance(commits, sizes);
        reading = reading(READERS);
        checkpointer = new Checkpointer(folder.database(), connection);
    }

    /**
     * Opens the database of a folder, or makes it: takes away the token of a clean stop, brings the database to the newest
     * version, and compares. {@link Damaged} where SQLite cannot read it at all.
     */
    public static SqliteDisk open(Folder folder, Host host) {
        return open(folder, host, Migrations.OURS);
    }

    static SqliteDisk open(Folder folder, Host host, Migrations migrations) {
        try {
            Start.Before before = Start.Before.of(folder, host);
            Connection connection = Database.writer(folder.database());
            try {
                migrations.apply(connection, folder.database(), folder.backups());
                return new SqliteDisk(folder, host, connection, before);
            } catch (RuntimeException e) {
                Database.close(connection);
                throw e;
            }
        } catch (SqlFailed e) {
            throw readFailure(e);
        } catch (UncheckedIOException e) {
            throw fileFailure(folder, e);
        }
    }

    static RuntimeException readFailure(SqlFailed e) {
        if (e.full()) {
            return new Full("there is no room: " + e.getMessage());
        }
        return e.corrupt()
                ? new Damaged(new Problem(
                        Problem.Kind.DATABASE,
                        "SQLite cannot read it: " + e.getMessage(),
                        "parley.db",
                        Problem.FROM_PEERS_OR_BACKUP))
                : new Broken("the database cannot be read: " + e.getMessage(), e);
    }

    /** The connection that writes, for tests. */
    Connection connection() {
        return writer.connection();
    }

    /** What did not fit when it was opened; empty where all did. */
    public List<Problem> problems() {
        return start.problems();
    }

    /** On the disk of a run that has ended or failed nothing is settled any more: the line stays as unsure as it is. */
    @Override
    public synchronized void settled(LineId line) {
        if (closed || broken.isPresent()) {
            return;
        }
        marked(() -> mark.settle(line));
    }

    @Override
    public synchronized void doubted(LineId line) {
        if (!closed && broken.isEmpty()) {
            marked(() -> mark.doubt(line));
        }
    }

    private void marked(Runnable change) {
        try {
            change.run();
        } catch (UncheckedIOException e) {
            RuntimeException failure = fileFailure(folder, e);
            if (!(failure instanceof Full)) {
                broken = Optional.of(failure);
                throw failure;
            }
        }
    }

    /** Asked before the database is read, so that a commit in between is not taken for a loss. */
    private synchronized Map<Origin, Long> markedSizes() {
        return Map.copyOf(mark.sizes());
    }

    @Override
    public Image load() {
        Map<Origin, Long> marked = markedSizes();
        return reading.ask(reader -> {
            Database.execute(reader.connection(), "BEGIN");
            try {
                Loading loading = new Loading(reader.connection());
                return new Image(
                        loading.lines().stream()
                                .map(line -> loading.image(line, start.trust(line.line())))
                                .toList(),
                        marked);
            } finally {
                Database.execute(reader.connection(), "COMMIT");
            }
        });
    }

    /** Tells of each transaction from now on how many nanoseconds it took until it was durable; on the thread that commits. */
    public void onCommit(LongConsumer nanos) {
        timed = nanos;
    }

    @Override
    public synchronized void commit(Transaction transaction) {
        if (closed || broken.isPresent()) {
            throw new Broken("the disk is closed, or failed before", broken.orElseGet(IllegalStateException::new));
        }
        try {
            long begun = System.nanoTime();
            store(transaction);
            timed.accept(System.nanoTime() - begun);
            mark.advance(commits, writer.logs().sizes());
            checkpointer.committed(writer.bytes(), writer.erased());
        } catch (Full e) {
            checkpointer.full();
            throw e;
        } catch (RuntimeException e) {
            broken = Optional.of(e);
            throw new Broken("a commit failed: " + e.getMessage(), e);
        } catch (Error e) {
            broken = Optional.of(e);
            throw e;
        }
    }

    private void store(Transaction transaction) {
        try {
            writer.write(transaction);
            if (mark.tight(writer.logs().sizes())) {
                growMark();
            }
            writer.commit();
            commits++;
        } catch (RuntimeException e) {
            rollBack(e);
            if (e instanceof SqlFailed failure && failure.full() && writer.commits() == commits) {
                throw new Full("there is no room: " + e.getMessage());
            }
            throw e;
        }
    }

    private void rollBack(RuntimeException why) {
        try {
            writer.rollBack();
        } catch (SqlFailed e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private void growMark() {
        try {
            mark.grow();
        } catch (UncheckedIOException e) {
            throw fileFailure(folder, e);
        }
    }

    /** Lack of room, told apart from other failures of files. */
    private static RuntimeException fileFailure(Folder folder, UncheckedIOException e) {
        try {
            if (Files.getFileStore(folder.path()).getUsableSpace() < SOME_ROOM) {
                return new Full("there is no room: " + e.getMessage());
            }
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
        }
        return new Broken("a file cannot be read or written: " + e.getMessage(), e);
    }

    /**
     * What is stored, read over connections of its own: whoever reads much or for strangers takes one of these, so that the
     * ledger never waits for them. It sees what was committed, and is closed before the disk.
     *
     * @param connections so many questions are answered at once, others wait
     */
    public Reading reading(int connections) {
        return new Reading(
                new Readers(folder.database(), connections), () -> writer.logs().published());
    }

    @Override
    public List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        return reading.entries(origin, from, atMost, bytesAtMost);
    }

    @Override
    public Optional<Bytes> head(Origin origin, long size) {
        return reading.head(origin, size);
    }

    @Override
    public Optional<Long> headSize(Origin origin, long from, long until) {
        return reading.headSize(origin, from, until);
    }

    @Override
    public Optional<Long> lastingSize(Origin origin, long from, long until) {
        return reading.lastingSize(origin, from, until);
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return reading.hasReceipt(origin, member, size, time);
    }

    @Override
    public List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        return reading.receipts(origin, member, after, atMost);
    }

    @Override
    public Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return reading.lastReceipt(origin, member, until);
    }

    @Override
    public Receipt.Tally tally(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return reading.tally(origin, member, after, until);
    }

    @Override
    public Hash subtree(Origin origin, int level, long index) {
        return reading.subtree(origin, level, index);
    }

    @Override
    public List<Hash> subtrees(Origin origin, int level, long from, int count) {
        return reading.subtrees(origin, level, from, count);
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return reading.evidence(origin);
    }

    @Override
    public List<Parked> parked() {
        return reading.parked();
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        return reading.parked(origin, first);
    }

    /** Stops cleanly: empties the WAL, forces the mark, and leaves the token, unless anything failed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (broken.isEmpty()) {
            writer.logs().fresh();
        }
        try {
            reading.close();
            checkpointer.close();
        } finally {
            Database.close(writer.connection());
            mark.close();
        }
        if (broken.isEmpty()) {
            CleanStop.write(
                    folder.cleanStop(),
                    CleanStop.text(
                            Place.of(folder, host), commits, writer.logs().sizes(), mark.settled()));
        }
    }
}
