package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;

/** What a process says that must end. */
class LastWordsTest {
    @TempDir
    Path folder;

    /** A head of its own that can be read no more is met at a tick, on the thread that commits. */
    @Test
    void what_is_damaged_is_called_so_and_no_fault_of_ours() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            town.say("AZURE", Lane.MAIN, "a record");
            town.stop("AZURE");
            Path database = town.path("AZURE").resolve("parley.db");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE head SET note = x'00'"))
                        .isPositive();
            }
            town.start("AZURE");
            Throwable fault =
                    Optional.ofNullable(town.failures.poll(1, TimeUnit.MINUTES)).orElseThrow();
            assertThat(LastWords.words(fault))
                    .startsWith("this node's folder is damaged: head ")
                    .contains("restore the newest backup");
        }
    }
}
