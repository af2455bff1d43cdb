package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.ledger.line.LogImage;

/**
 * Reads everything that is stored and recomputes what can be: SQLite's own check, the checksum of every row, every leaf, every
 * stored subtree, the root of every head and receipt. Reads a database in use, a bit at a time, as well as a copy.
 */
public final class Scrub implements AutoCloseable {
    /** Without limits: as fast as the disk gives. */
    public static final Runnable AT_FULL_SPEED = () -> {};

    private final Connection connection;

    private Scrub(Connection connection) {
        this.connection = connection;
    }

    /** Of a database that may be in use, by this process or another. */
    public static Scrub ofDatabase(Path database) {
        return new Scrub(Database.reader(database));
    }

    /** Of a file that nobody changes, as a backup or a copy on read-only media; nothing is written beside it. */
    public static Scrub ofCopy(Path copy) {
        Path wal = copy.resolveSibling(copy.getFileName() + "-wal");
        return Files.exists(wal) ? ofDatabase(copy) : new Scrub(Database.immutable(copy));
    }

    /**
     * What was read, and how many problems were found in it.
     *
     * @param claims heads and receipts whose root was compared
     */
    public record Result(long logs, long entries, long claims, long problems) {}

    /**
     * Reads everything once.
     *
     * @param found is told each problem when it is found
     * @param pause is run after every 256 entries: whoever wants to spare the disk waits there
     */
    public Result run(Consumer<Problem> found, Runnable pause) {
        Tally tally = new Tally(found);
        try {
            List<String> damage = Database.texts(connection, "PRAGMA integrity_check");
            if (!damage.equals(List.of("ok"))) {
                damage.forEach(line -> tally.found(
                        new Problem(Problem.Kind.DATABASE, line, "parley.db", Problem.FROM_PEERS_OR_BACKUP)));
            }
            strays(tally);
            new SmallRows(connection).check(tally);
            Loading loading = new Loading(connection);
            for (Loading.StoredLine line : loading.lines()) {
                loading.image(line);
                var logs = loading.logs(line).stream().collect(Collectors.toMap(LogImage::origin, log -> log));
                loading.origins(line).forEach((origin, number) -> {
                    tally.logs++;
                    new LogScrub(connection, number, origin, tally).run(Optional.ofNullable(logs.get(origin)), pause);
                });
            }
        } catch (Damaged e) {
            tally.found(e.problem());
        } catch (SqlFailed | IllegalArgumentException e) {
            tally.found(new Problem(
                    Problem.Kind.DATABASE,
                    "it cannot be read: " + e.getMessage(),
                    "parley.db",
                    Problem.FROM_PEERS_OR_BACKUP));
        }
        return new Result(tally.logs, tally.entries, tally.claims, tally.problems);
    }

    /** Rows of logs that are not there. */
    private void strays(Tally tally) {
        Database.texts(connection, "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check")
                .forEach(row -> tally.found(Problem.content("what it belongs to is not there", row)));
        for (String table : List.of("entry", "head", "parked")) {
            long rows = Database.number(
                    connection,
                    "SELECT count(*) FROM " + table + " WHERE id >> " + Key.INDEX_BITS
                            + " NOT IN (SELECT id FROM origin)");
            if (rows > 0) {
                tally.found(Problem.content(rows + " rows belong to no log", "table " + table));
            }
        }
    }

    @Override
    public void close() {
        Database.close(connection);
    }

    /** Counts, and passes problems on. */
    static final class Tally {
        private final Consumer<Problem> found;
        long logs;
        long entries;
        long claims;
        private long problems;

        Tally(Consumer<Problem> found) {
            this.found = found;
        }

        void found(Problem problem) {
            problems++;
            found.accept(problem);
        }
    }
}
