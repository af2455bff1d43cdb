package org.parley.cli.verify.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Stored;

/**
 * The checksums of rows, which SQLite has not: CRC-32C over the columns in their order (a number as 8 bytes, big-endian; a text or a
 * blob as its length and itself; nothing for what is not there). They show decay where no hash and no signature reaches.
 */
final class RowSums {
    /** The newest form of the database that these rules are of; of a later one they say nothing. */
    private static final long NEWEST_FORM = 2;

    private static final String DATABASE = "database";

    /** A table, the column that names its rows to a person, and what is asked: the last column is the checksum. */
    private record Table(String name, String sql) {}

    private static final List<Table> TABLES = List.of(
            new Table("line", "SELECT id, name, me, sum FROM line"),
            new Table("member", "SELECT line, party, root_key, sum FROM member"),
            new Table("signed_note", "SELECT kind, line, party, serial, note, sum FROM signed_note"),
            new Table("origin", "SELECT id, line, name, sum FROM origin"),
            new Table(
                    "log",
                    "SELECT log.id, origin.name, size, frontier, root, at, received_at, state, void_from, log.sum"
                            + " FROM log LEFT JOIN origin ON origin.id = log.id"),
            new Table("tree", "SELECT log, level, number, hash, sum FROM tree"),
            new Table("head", "SELECT id, note, sum FROM head"),
            new Table("receipt", "SELECT log, member, size, time, root, signature, sum FROM receipt"),
            new Table("parked", "SELECT id, frame, sum FROM parked"),
            new Table("evidence", "SELECT id, frame, sum FROM evidence"));

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Whether the database is of a form of which the checksums are known. */
    static boolean known(Rows rows) {
        long form = rows.number(new Rows.Where(DATABASE, Part.KEYS, "form"), "PRAGMA user_version");
        return form >= 1 && form <= NEWEST_FORM;
    }

    /** Checks the rows of all tables but {@code entry}, whose rows are checked as they are read. */
    static void check(Rows rows, Findings findings) {
        for (Table table : TABLES) {
            long[] at = {0};
            rows.each(new Rows.Where(DATABASE, Part.KEYS, "table " + table.name()), table.sql(), row -> {
                at[0]++;
                if (!fits(row)) {
                    findings.problem(
                            DATABASE,
                            Part.KEYS,
                            at[0],
                            "table " + table.name() + ", row " + at[0],
                            "its checksum is not that of its content");
                }
            });
        }
    }

    /** Whether that is the checksum of an entry with this key. */
    static boolean fits(long key, Stored.Entry entry, long found) {
        RowSums sum = new RowSums();
        sum.add(key);
        sum.add(entry.entry().bytes());
        entry.seed().ifPresent(it -> sum.add(it.bytes()));
        entry.body().ifPresent(it -> sum.add(it.bytes()));
        return sum.crc.getValue() == found;
    }

    /** Whether the last column is the checksum of the others. */
    private static boolean fits(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        RowSums sum = new RowSums();
        for (int i = 1; i < columns; i++) {
            sum.add(row.getObject(i));
        }
        return sum.crc.getValue() == row.getLong(columns);
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case byte[] bytes -> add(bytes);
            case Number it -> add(it.longValue());
            default -> add(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(byte[] bytes) {
        add(bytes.length);
        crc.update(bytes, 0, bytes.length);
    }

    private void add(long value) {
        number.clear().putLong(value);
        crc.update(number.array(), 0, Long.BYTES);
    }
}
