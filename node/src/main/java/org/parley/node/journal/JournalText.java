package org.parley.node.journal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** Writes each happening for people: when, how grave where it is more than a note, what, and its own fields. */
public final class JournalText extends Formatter {
    /** Made for a handler. */
    public JournalText() {}

    @Override
    public String format(LogRecord happening) {
        String level = JournalLines.word(happening.getLevel());
        StringBuilder text = new StringBuilder(happening.getInstant().toString());
        text.append(level.equals("alarm") || level.equals("severe") ? " " + level.toUpperCase(Locale.ROOT) : "");
        text.append(' ').append(happening.getMessage());
        JournalLines.fields(happening).ifPresent(fields -> text.append(told(fields)));
        String line = plain(text.toString()) + "\n";
        Throwable thrown = happening.getThrown();
        return thrown == null ? line : line + JournalLines.trace(thrown);
    }

    private static String told(Json.Obj fields) {
        return fields.members().stream()
                .map(field -> field.name() + " " + value(field.value()))
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String value(Json value) {
        return value instanceof Json.Str text
                ? text.value()
                : new String(Canonical.bytes(value), StandardCharsets.UTF_8);
    }

    /** One line, whatever a peer wrote: nothing that moves a terminal's cursor or turns its text around. */
    private static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
