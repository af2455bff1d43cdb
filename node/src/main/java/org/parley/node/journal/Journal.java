package org.parley.node.journal;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.parley.ledger.canonical.Json;

/**
 * A node's journal, over {@code java.util.logging}: no dependency, nothing to configure, and whoever embeds a node sends it
 * where they like. What is written are happenings with fields; never a key, a passphrase, or the body of a record.
 */
public final class Journal {
    /** The name of the logger. */
    public static final String NAME = "org.parley.node";

    private final Logger logger = Logger.getLogger(NAME);

    /** Uses the logger {@link #NAME}. */
    public Journal() {}

    /** Something that is as it should be. */
    public void note(String what, Json.Builder fields) {
        write(Level.INFO, what, fields);
    }

    /** Something that happens again and again; kept only where somebody asked for it. */
    public void detail(String what, Json.Builder fields) {
        write(Level.FINE, what, fields);
    }

    /** Something that people must know. */
    public void alarm(String what, Json.Builder fields) {
        write(Level.WARNING, what, fields);
    }

    /** A fault of the node itself. */
    public void fault(String what, Throwable fault) {
        if (logger.isLoggable(Level.SEVERE)) {
            LogRecord line = new LogRecord(Level.SEVERE, what);
            line.setLoggerName(NAME);
            line.setThrown(fault);
            logger.log(line);
        }
    }

    private void write(Level level, String what, Json.Builder fields) {
        if (logger.isLoggable(level)) {
            LogRecord line = new LogRecord(level, what);
            line.setLoggerName(NAME);
            line.setParameters(new Object[] {fields.build()});
            logger.log(line);
        }
    }
}
