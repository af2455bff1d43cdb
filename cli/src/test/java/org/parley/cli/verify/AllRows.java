package org.parley.cli.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** All rows of a node's database, as a text to be compared; what cannot be read is a text too. */
final class AllRows {
    private static final List<String> TABLES = List.of(
            "line", "member", "signed_note", "origin", "log", "entry", "tree", "head", "receipt", "parked", "evidence");

    private AllRows() {}

    static String of(Path database) {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
                while (rows.next()) {
                    text.append(table);
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        text.append(' ').append(shown(rows.getObject(i)));
                    }
                    text.append('\n');
                }
            }
        } catch (SQLException e) {
            text.append(e.getMessage());
        }
        return text.toString();
    }

    /** Bytes are bytes: a bit before a row may make text of them, and they are read as what they are all the same. */
    private static Object shown(Object value) {
        return switch (value) {
            case null -> "nothing";
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case String text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            default -> value;
        };
    }
}
