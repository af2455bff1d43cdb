package org.parley.record.form;

import java.util.function.Function;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;

/** Judges a value by reading it. */
final class Judged {
    private Judged() {}

    static <T extends Json> void by(
            T value, String at, String wayOut, Problems problems, Function<? super T, ?> reader) {
        try {
            var _ = reader.apply(value);
        } catch (Refused refused) {
            problems.add(at, value, refused.why(), wayOut);
        } catch (IllegalArgumentException wrong) {
            problems.add(at, value, String.valueOf(wrong.getMessage()), wayOut);
        }
    }
}
