package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import org.parley.ledger.line.Image.Trust;

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
        tally.attempt(() -> sqlite(tally));
        tally.attempt(() -> strays(tally));
        tally.attempt(() -> new SmallRows(connection).check(tally));
        tally.attempt(() -> {
            Loading loading = new Loading(connection);
            loading.lines().forEach(line -> tally.attempt(() -> line(loading, line, tally, pause)));
        });
        return new Result(tally.logs, tally.entries, tally.claims, tally.problems);
    }

    private void sqlite(Tally tally) {
        List<String> damage = Database.texts(connection, "PRAGMA integrity_check");
        if (!damage.equals(List.of("ok"))) {
            damage.forEach(line -> tally.found(Problem.database(line)));
        }
    }

    private void line(Loading loading, Loading.StoredLine line, Tally tally, Runnable pause) {
        tally.attempt(() -> loading.image(line, Trust.UNKNOWN));
        loading.origins(line).forEach((origin, number) -> {
            tally.logs++;
            tally.attempt(() -> new LogScrub(connection, number, origin, tally).run(loading.log(origin), pause));
        });
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

        /** Does a part; what cannot be read at all is a problem too, and the other parts follow. */
        void attempt(Runnable part) {
            try {
                part.run();
            } catch (Damaged e) {
                found(e.problem());
            } catch (SqlFailed | IllegalArgumentException e) {
                found(Problem.database("it cannot be read: " + e.getMessage()));
            }
        }

        void found(Problem problem) {
            problems++;
            found.accept(problem);
        }
    }
}
