package org.parley.record.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.space.Problem;

/** Collects what is wrong with a body, so that all of it is said at once. */
public final class Problems {
    /** More than anyone reads; a body of thousands of wrong places is one mistake. */
    private static final int MOST = 50;

    /** Of a value as much is repeated as lets its author find it. */
    private static final int SHOWN = 60;

    private final List<Problem> all = new ArrayList<>();

    /** Keeps a problem, unless there are more than enough. */
    public void add(String field, String value, String reason, String wayOut) {
        if (all.size() < MOST) {
            all.add(new Problem(field, value, reason, wayOut));
        }
    }

    /** The same for a value of JSON. */
    public void add(String field, Json value, String reason, String wayOut) {
        add(field, shown(value), reason, wayOut);
    }

    /** Keeps problems of a part; {@code within} stands before the names of their fields. */
    public void addAll(String within, List<Problem> problems) {
        problems.forEach(each -> add(within + each.field(), each.value(), each.reason(), each.wayOut()));
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** All that was kept. */
    public List<Problem> all() {
        return List.copyOf(all);
    }

    private static String shown(Json value) {
        String text = value instanceof Json.Str str
                ? str.value()
                : new String(Canonical.bytes(value), StandardCharsets.UTF_8);
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
