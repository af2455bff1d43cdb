package org.parley.node.journal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** Writes each happening as one JSON object on a line: {@code at}, {@code level}, {@code what}, then its own fields. */
public final class JournalLines extends Formatter {
    // Whoever sets a logger up must hold it: the JDK keeps those that nobody holds no longer than until the next
    // collection.
    private static final Logger JOURNAL = Logger.getLogger(Journal.NAME);

    /** Made for a handler. */
    public JournalLines() {}

    /** From now on the journal goes to standard error as JSON, from this level on, and nowhere else. */
    public static void toStandardError(Level least) {
        toStandardError(least, new JournalLines());
    }

    /** From now on the journal goes to standard error in this form, from this level on, and nowhere else. */
    public static void toStandardError(Level least, Formatter form) {
        JOURNAL.setUseParentHandlers(false);
        JOURNAL.setLevel(least);
        for (Handler handler : JOURNAL.getHandlers()) {
            JOURNAL.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(form);
        console.setLevel(Level.ALL);
        JOURNAL.addHandler(console);
    }

    @Override
    public String format(LogRecord happening) {
        Json.Builder line = Json.Obj.builder()
                .put("at", happening.getInstant().toString())
                .put("level", word(happening.getLevel()))
                .put("what", happening.getMessage());
        fields(happening)
                .ifPresent(fields -> fields.members().stream()
                        .filter(field -> !field.name().matches("at|level|what"))
                        .forEach(field -> line.put(field.name(), printable(field.value()))));
        Throwable thrown = happening.getThrown();
        if (thrown != null) {
            line.put("trace", printable(Json.of(trace(thrown))));
        }
        return new String(Canonical.bytes(line.build()), StandardCharsets.UTF_8) + "\n";
    }

    /** The fields of a happening, where it has some. */
    static Optional<Json.Obj> fields(LogRecord happening) {
        Object[] parameters = happening.getParameters();
        return parameters != null && parameters.length == 1 && parameters[0] instanceof Json.Obj fields
                ? Optional.of(fields)
                : Optional.empty();
    }

    /** A level as the journal calls it. */
    static String word(Level level) {
        return (level.equals(Level.WARNING) ? "alarm" : level.getName()).toLowerCase(Locale.ROOT);
    }

    /** What a peer wrote may hold characters that no record may hold. */
    private static Json printable(Json value) {
        if (!(value instanceof Json.Str text)) {
            return value;
        }
        try {
            Canonical.bytes(text);
            return text;
        } catch (Refused strange) {
            return Json.of(text.value().replaceAll("[^ -~\\n]", "?"));
        }
    }

    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
