package org.parley.ledger.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;

/** Takes the members of an object one by one and keeps every reason against them, so that all can be said at once. */
final class Members {
    private final Json.Obj from;
    private final List<String> reasons = new ArrayList<>();

    Members(Json.Obj from) {
        this.from = from;
    }

    /** The member, read; empty, with a reason kept, if it is missing or has another form. */
    <T> Optional<T> required(String name, Function<Json, T> reader) {
        Optional<Json> json = from.get(name);
        if (json.isEmpty()) {
            reasons.add(name + " is missing");
        }
        return json.flatMap(value -> read(name, value, reader));
    }

    /** The member, read; empty if it is missing and, with a reason kept, if it has another form. */
    <T> Optional<T> optional(String name, Function<Json, T> reader) {
        return from.get(name).flatMap(value -> read(name, value, reader));
    }

    void refuse(String reason) {
        reasons.add(reason);
    }

    /** All reasons so far as one {@link Refused}; nothing happens if there are none. */
    void complain() {
        if (!reasons.isEmpty()) {
            throw Refused.malformed(String.join("; ", reasons));
        }
    }

    private <T> Optional<T> read(String name, Json value, Function<Json, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (Refused refused) {
            reasons.add(name + ": " + refused.why());
        } catch (IllegalArgumentException wrong) {
            reasons.add(name + ": " + wrong.getMessage());
        }
        return Optional.empty();
    }
}
