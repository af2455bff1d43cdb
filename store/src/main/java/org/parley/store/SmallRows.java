package org.parley.store;

import java.sql.Connection;

/** The checksums of rows that belong to no log. */
final class SmallRows {
    private final Connection connection;

    SmallRows(Connection connection) {
        this.connection = connection;
    }

    void check(Scrub.Tally tally) {
        if (Database.number(connection, "SELECT count(*) FROM state") != 1) {
            tally.found(Problem.content("the number of commits is not there", "table state"));
        }
        new Sql(connection, "SELECT id, sum, frame FROM evidence").list(row -> {
            if (row.getLong(2) != Sum.of(row.getBytes(1), row.getBytes(3))) {
                tally.found(Problem.content("the checksum of a row is wrong", "table evidence"));
            }
            return row;
        });
    }
}
