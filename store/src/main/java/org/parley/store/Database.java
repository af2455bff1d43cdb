package org.parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens connections to SQLite, each for its purpose. */
final class Database {
    private static final int PAGE = 4_096;
    private static final int WRITER_CACHE_KIB = 16_384;
    private static final int READER_CACHE_KIB = 4_096;

    /** Only a reader that recovers the WAL, or somebody's sqlite3 shell, ever holds a lock: long enough for both. */
    private static final int BUSY_MS = 10_000;

    private Database() {}

    /** For the thread that commits, for checkpoints and for migrations. */
    static Connection writer(Path file) {
        SQLiteConfig config = config(WRITER_CACHE_KIB);
        config.setPageSize(PAGE);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setWalAutocheckpoint(0);
        Connection connection = connect(config, "jdbc:sqlite:" + file);
        // What is erased is overwritten in its page, not only forgotten.
        execute(connection, "PRAGMA secure_delete = ON");
        return connection;
    }

    /** Reads what is committed. */
    static Connection reader(Path file) {
        Connection connection = connect(config(READER_CACHE_KIB), "jdbc:sqlite:" + file);
        execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /** Copies what is committed to another file. */
    static Connection copier(Path file) {
        return connect(config(READER_CACHE_KIB), "jdbc:sqlite:" + file);
    }

    /** Reads a file and changes nothing beside it: a copy on read-only media, without a WAL. */
    static Connection immutable(Path file) {
        SQLiteConfig config = config(READER_CACHE_KIB);
        config.setReadOnly(true);
        return connect(
                config, "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/*", "file:/") + "?immutable=1");
    }

    private static SQLiteConfig config(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setCacheSize(-cacheKib);
        config.setBusyTimeout(BUSY_MS);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection connect(SQLiteConfig config, String url) {
        try {
            return config.createConnection(url);
        } catch (SQLException e) {
            throw new SqlFailed("open " + url, e);
        }
    }

    static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SqlFailed(sql, e);
        }
    }

    static long number(Connection connection, String sql) {
        return new Sql(connection, sql).number();
    }

    static List<String> texts(Connection connection, String sql) {
        return new Sql(connection, sql).list(row -> row.getString(1));
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlFailed("close", e);
        }
    }
}
