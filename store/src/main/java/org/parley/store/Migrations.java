package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.parley.ledger.line.Disk;
import org.sqlite.SQLiteDataSource;

/**
 * Brings a database to the version that this program writes: forward only, after a backup of what was there.
 *
 * @param latest the number of the last script; every script sets user_version to its own, so that a database that is up to
 *     date costs one question at the start
 */
record Migrations(List<String> locations, int latest) {
    /** Those of this program. */
    static final Migrations OURS = new Migrations(List.of("classpath:org/parley/store/migration"), 2);

    /** Held so that the level stays set: the steps of a migration that works are of no interest to anybody. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    void apply(Connection writer, Path file, Path backups) {
        long version = version(writer);
        if (version == latest) {
            return;
        }
        if (version > latest) {
            throw new TooNew(file, version, latest);
        }
        if (version > 0) {
            long commits = Database.number(writer, "SELECT commits FROM state");
            Backup.write(file, free(backups, "before-version-" + latest + "-at-" + commits));
        }
        migrate(writer, file);
        if (version(writer) != latest) {
            throw new Damaged(new Problem(
                    Problem.Kind.DATABASE,
                    "it says that it has version " + version + ", and is not brought to " + latest,
                    file.toString(),
                    Problem.FROM_PEERS_OR_BACKUP));
        }
    }

    /** A name that no file has: an attempt that failed may have left its backup. */
    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name + ".db");
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i + ".db");
        }
        return free;
    }

    private static long version(Connection connection) {
        return Database.number(connection, "PRAGMA user_version");
    }

    private void migrate(Connection writer, Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        source.setEnforceForeignKeys(true);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(locations.toArray(String[]::new))
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (SqlFailed.full(e)) {
                throw new Disk.Full("no room to migrate " + file);
            }
            throw e;
        }
        // Other connections keep what they know of the schema until they look.
        Database.number(writer, "SELECT count(*) FROM sqlite_schema");
    }

    /** A database that a later version of this program wrote. */
    static final class TooNew extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooNew(Path file, long version, int latest) {
            super(file + " has version " + version + " and this program knows " + latest
                    + ": start the newer program, or restore a backup from before into a new folder");
        }
    }
}
