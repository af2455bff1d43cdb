package org.parley.record.form;

import java.util.function.Function;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;

/** Judges a value by reading it. */
final class Judged {
    private Judged() {}

    static void by(Json value, String at, String asked, Problems problems, Function<Json, ?> reader) {
        try {
            var _ = reader.apply(value);
        } catch (Refused refused) {
            problems.add(at, value, refused.why(), "give " + asked);
        } catch (IllegalArgumentException wrong) {
            problems.add(at, value, String.valueOf(wrong.getMessage()), "give " + asked);
        }
    }
}
