package org.parley.cli.verify.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A time as an entry has it, {@code 2026-11-24T12:00:00.123Z}. */
final class Moment {
    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private Moment() {}

    /** Milliseconds since 1970. */
    static long parse(String text) {
        boolean fits = text.length() == FORM.length();
        for (int i = 0; fits && i < FORM.length(); i++) {
            char c = text.charAt(i);
            fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
        }
        Malformed.unless(
                fits, () -> "'" + Checkpoint.shortened(text) + "' is no time of the form 2026-11-24T12:00:00.123Z");
        try {
            return LocalDateTime.of(
                                            digits(text, 0, 4),
                                            digits(text, 5, 2),
                                            digits(text, 8, 2),
                                            digits(text, 11, 2),
                                            digits(text, 14, 2),
                                            digits(text, 17, 2))
                                    .toEpochSecond(ZoneOffset.UTC)
                            * 1_000
                    + digits(text, 20, 3);
        } catch (DateTimeException e) {
            throw new Malformed("'" + text + "' is no time: " + e.getMessage());
        }
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
