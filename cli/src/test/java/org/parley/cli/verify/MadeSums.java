package org.parley.cli.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;

/** The checksums that rows of a node's database have: each column in its order, and for a log its origin behind its id. */
final class MadeSums {
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("line", "id, name, me"),
            Map.entry("member", "line, party, root_key"),
            Map.entry("signed_note", "kind, line, party, serial, note"),
            Map.entry("origin", "id, line, name"),
            Map.entry("log", "id, @, size, frontier, root, at, received_at, state, void_from"),
            Map.entry("entry", "id, entry, seed, body"),
            Map.entry("tree", "log, level, number, hash"),
            Map.entry("head", "id, note"),
            Map.entry("receipt", "log, member, size, time, root, signature"),
            Map.entry("evidence", "id, frame"));

    private MadeSums() {}

    /** The checksum of a row to be inserted. */
    static long of(Connection connection, String table, String columns, Object... values) throws SQLException {
        List<String> given = List.of(columns.split(", ", -1));
        CRC32C crc = new CRC32C();
        for (String column : Objects.requireNonNull(COLUMNS.get(table)).split(", ", -1)) {
            Object value = column.equals("@") ? origin(connection, values[0]) : values[given.indexOf(column)];
            boolean absent = value instanceof byte[] bytes && bytes.length == 0;
            if (!absent) {
                crc.update(bytes(value));
            }
        }
        return crc.getValue();
    }

    private static byte[] bytes(Object value) {
        if (value instanceof Number number) {
            return ByteBuffer.allocate(8).putLong(number.longValue()).array();
        }
        byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length)
                .putLong(bytes.length)
                .put(bytes)
                .array();
    }

    private static String origin(Connection connection, Object id) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT name FROM origin WHERE id = ?")) {
            ask.setObject(1, id);
            ResultSet row = ask.executeQuery();
            return row.getString(1);
        }
    }
}
