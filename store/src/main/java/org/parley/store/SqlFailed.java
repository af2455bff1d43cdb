package org.parley.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite refused something; what it means is decided where the reader or the writer is called. */
final class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    SqlFailed(String doing, SQLException cause) {
        super(cause.getMessage() + " in: " + doing, cause);
    }

    /** Whether there was no room. */
    boolean full() {
        return code() == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Whether lack of room is what another library's failure comes from. */
    static boolean full(Throwable failure) {
        if (failure instanceof SQLiteException sqlite) {
            return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
        }
        return failure.getCause() != null && full(failure.getCause());
    }

    /** Whether the file is not what SQLite wrote. */
    boolean corrupt() {
        int primary = code().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private SQLiteErrorCode code() {
        return getCause() instanceof SQLiteException failure ? failure.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
