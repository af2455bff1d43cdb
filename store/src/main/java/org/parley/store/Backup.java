package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.parley.ledger.line.Disk;

/**
 * A copy of the database alone, of one moment, made while commits go on. Keys, the mark and the token of a clean stop are
 * not in it: what is restored starts fenced.
 */
public final class Backup {
    private Backup() {}

    /** Writes a backup; the file gets its name when it is whole and durable. There must be none of that name. */
    public static void write(Path database, Path to) {
        if (Files.exists(to)) {
            throw new IllegalArgumentException(to + " is there already");
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        discard(part);
        Connection connection = Database.copier(database);
        try {
            new Sql(connection, "VACUUM INTO ?").update(part.toString());
        } catch (SqlFailed e) {
            discard(part);
            if (e.full()) {
                throw new Disk.Full("no room for the backup " + to);
            }
            throw e;
        } finally {
            Database.close(connection);
        }
        Durable.rename(part, to);
    }

    /** Makes a new node's folder from a backup; what is damaged is refused. The caller owns the folder. */
    public static Folder restore(Path backup, Path to) {
        refuseDamaged(backup);
        Folder folder = Folder.create(to);
        try {
            Path part = folder.path().resolve("parley.db.part");
            Files.copy(backup, part);
            Durable.rename(part, folder.database());
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static void refuseDamaged(Path backup) {
        List<String> found;
        try {
            Connection connection = Database.immutable(backup);
            try {
                found = Database.texts(connection, "PRAGMA integrity_check(1)");
            } finally {
                Database.close(connection);
            }
        } catch (SqlFailed e) {
            found = List.of("it cannot be read: " + e.getMessage());
        }
        if (!found.equals(List.of("ok"))) {
            throw new Damaged(
                    new Problem(Problem.Kind.DATABASE, found.getFirst(), backup.toString(), "take another backup"));
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
