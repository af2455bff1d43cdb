package org.parley.bench.pair;

import java.security.SecureRandom;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.line.Draft;

/** Makes drafts as somebody would who tells activities: a body of eight fields in 300 bytes, and a seed of chance for each. */
public final class Drafts {
    /** Bytes of a body. */
    public static final int BYTES = 300;

    private final SecureRandom random = new SecureRandom();
    private final String kind;
    private long count;

    /** Drafts of this kind. */
    public Drafts(String kind) {
        this.kind = kind;
    }

    /** The next; no two are alike. */
    public Draft next(Lane lane) {
        return Draft.of(lane, kind, body());
    }

    /** The body of the next. */
    public Body body() {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        return Body.of(fields(count++), seed);
    }

    /** Eight fields; the note fills up. */
    static Json.Obj fields(long number) {
        String tail = "%012d".formatted(number);
        return Json.Obj.builder()
                .put("area", "circle of 3 km around 48137154,11576124")
                .put("floor", 30_000 + number % 1_000)
                .put("from", "2026-11-24T12:00:00.000Z")
                .put("note", "a load of the benchmark, otherwise without meaning, number " + tail)
                .put("top", 120_000 + number % 1_000)
                .put("unit", "2nd battery of the north")
                .put("until", "2026-11-24T14:30:00.000Z")
                .put("what", "fire with live ammunition, low angle")
                .build();
    }
}
