package org.parley.cli.verify.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.cli.BadInput;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.form.Blob;

/** Asks a database. What cannot be read is a problem in its place, and what is behind it in the same list stays unread. */
final class Rows {
    private final Connection connection;
    private final String file;
    private final Findings findings;

    Rows(Connection connection, String file, Findings findings) {
        this.connection = connection;
        this.file = file;
        this.findings = findings;
    }

    /** Where a problem is told that keeps something from being read. */
    record Where(String log, Part part, String place) {}

    /** Takes one row. */
    interface Sink {
        void row(ResultSet row) throws SQLException;
    }

    /** Makes something of one row. */
    interface Maker<T> {
        T make(ResultSet row) throws SQLException;
    }

    /** Gives all rows that can be read. */
    void each(Where where, String sql, Sink sink, Object... values) {
        try {
            ask(sql, sink, values);
        } catch (SQLException e) {
            findings.problem(where.log(), where.part(), Long.MAX_VALUE, where.place(), unreadable(e));
        }
    }

    /** Gives rows without which nothing else means anything: where they cannot be read, the command ends. */
    void must(String sql, Sink sink, Object... values) {
        try {
            ask(sql, sink, values);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    void ask(String sql, Sink sink, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.row(rows);
                }
            }
        }
    }

    <T> List<T> list(Where where, String sql, Maker<T> maker, Object... values) {
        List<T> made = new ArrayList<>();
        each(where, sql, row -> made.add(maker.make(row)), values);
        return made;
    }

    long number(Where where, String sql, Object... values) {
        List<Long> found = list(where, sql, row -> row.getLong(1), values);
        return found.isEmpty() ? 0 : found.getFirst();
    }

    static String unreadable(SQLException why) {
        return "cannot be read: " + why.getMessage();
    }

    static BadInput unreadable(String file, SQLException why) {
        return new BadInput(
                file + ": cannot be read as a node's database: " + why.getMessage(),
                "name a node's folder, or a whole copy of one: parley.db with parley.db-wal and parley.db-shm where they are");
    }

    /** A value that should be there; empty where it is not. */
    static Blob blob(ResultSet row, int column) throws SQLException {
        return optional(row, column).orElse(Blob.of(new byte[0]));
    }

    static Optional<Blob> optional(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return Optional.ofNullable(bytes).map(Blob::of);
    }

    static String text(ResultSet row, int column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
