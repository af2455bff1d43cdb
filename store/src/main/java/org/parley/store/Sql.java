package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One prepared statement, used again and again by one thread at a time; failures are {@link SqlFailed}. */
final class Sql {
    private final PreparedStatement statement;

    Sql(Connection connection, String sql) {
        try {
            statement = connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw new SqlFailed(sql, e);
        }
    }

    /** One row of an answer. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs it and tells how many rows it changed. */
    int update(Object... values) {
        try {
            bind(values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailed(statement.toString(), e);
        }
    }

    <T> List<T> list(Row<T> row, Object... values) {
        return listWhile(row, any -> true, values);
    }

    /** Rows up to the first that is not wanted any more; that one is not in the list. */
    <T> List<T> listWhile(Row<T> row, Predicate<T> wanted, Object... values) {
        try {
            bind(values);
            try (ResultSet rows = statement.executeQuery()) {
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
            throw new SqlFailed(statement.toString(), e);
        }
    }

    <T> Optional<T> first(Row<T> row, Object... values) {
        return list(row, values).stream().findFirst();
    }

    /** The number in the first column of the only row. */
    long number(Object... values) {
        return first(row -> row.getLong(1), values).orElseThrow();
    }

    private void bind(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> statement.setString(i + 1, values[i].toString());
            }
        }
    }
}
