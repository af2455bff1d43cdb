package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One prepared statement, used again and again by one thread at a time; failures are {@link SqlFailed}. The driver finalizes a
 * statement that failed: it is then prepared anew.
 */
final class Sql {
    private final Connection connection;
    private final String text;
    private Optional<PreparedStatement> prepared = Optional.empty();

    Sql(Connection connection, String text) {
        this.connection = connection;
        this.text = text;
        try {
            prepared();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared() throws SQLException {
        if (prepared.isEmpty()) {
            prepared = Optional.of(connection.prepareStatement(text));
        }
        return prepared.get();
    }

    private SqlFailed failed(SQLException e) {
        try {
            if (prepared.isPresent()) {
                prepared.get().close();
            }
        } catch (SQLException second) {
            e.addSuppressed(second);
        }
        prepared = Optional.empty();
        return new SqlFailed(text, e);
    }

    /** One row of an answer. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs it and tells how many rows it changed. */
    int update(Object... values) {
        try {
            return bound(values).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> List<T> list(Row<T> row, Object... values) {
        return listWhile(row, any -> true, values);
    }

    /** Rows up to the first that is not wanted any more; that one is not in the list. */
    <T> List<T> listWhile(Row<T> row, Predicate<T> wanted, Object... values) {
        try {
            try (ResultSet rows = bound(values).executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    T next = row.read(rows);
                    if (!wanted.test(next)) {
                        break;
                    }
                    all.add(next);
                }
                return all;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> first(Row<T> row, Object... values) {
        return list(row, values).stream().findFirst();
    }

    /** The number in the first column of the only row. */
    long number(Object... values) {
        return first(row -> row.getLong(1), values).orElseThrow();
    }

    private PreparedStatement bound(Object... values) throws SQLException {
        PreparedStatement statement = prepared();
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> statement.setString(i + 1, values[i].toString());
            }
        }
        return statement;
    }
}
