package org.parley.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.merkle.Merkle;

/** What lies in the folder of a node that is dead, read from a copy, so that the next start finds what the last run left. */
final class Stored {
    private static final String ENTRIES = "SELECT origin.name, entry.id & ((1 << 40) - 1), entry.entry"
            + " FROM entry JOIN origin ON origin.id = entry.id >> 40";

    private Stored() {}

    /** The records of a line by name, with the hash of each leaf. */
    static Map<String, String> records(Path folder, LineId line) throws IOException, SQLException {
        Path copy = Files.createTempDirectory(folder.getParent(), "copy");
        for (String file : List.of("parley.db", "parley.db-wal")) {
            if (Files.exists(folder.resolve(file))) {
                Files.copy(folder.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, String> records = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("parley.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENTRIES)) {
            while (rows.next()) {
                Origin origin = Origin.of(rows.getString(1));
                if (origin.line().equals(line)) {
                    records.put(
                            origin.recordName(rows.getLong(2)),
                            Merkle.leafHash(rows.getBytes(3)).toString());
                }
            }
        }
        for (String file : List.of("parley.db", "parley.db-wal", "parley.db-shm")) {
            Files.deleteIfExists(copy.resolve(file));
        }
        Files.delete(copy);
        return records;
    }
}
