package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.Bytes;
import org.parley.record.entry.TimeText;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * What somebody asks of the API, before or without HTTP.
 *
 * @param path its segments, decoded
 * @param query its last value of each name
 * @param headers by their names in lower case
 * @param carriage how it came
 * @param visitor who asks
 */
record Call(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Bytes body,
        Carriage carriage,
        Visitor visitor) {
    public Call {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The same, come so. */
    Call over(Carriage other) {
        return new Call(method, path, query, headers, body, other, visitor);
    }

    /** The same, by somebody. */
    Call by(Visitor other) {
        return new Call(method, path, query, headers, body, carriage, other);
    }

    /** A value of the query. */
    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the caller has the answer with this tag already. */
    boolean has(String tag) {
        return header("if-none-match").filter(tag::equals).isPresent();
    }

    /** An instant of the query, in milliseconds since 1970; {@link Unanswerable} where it is none. */
    OptionalLong instant(String name) {
        Optional<String> text = asked(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        return switch (TimeText.read(text.get())) {
            case Entered.Accepted<TimeText>(TimeText time, var warnings) -> OptionalLong.of(time.epochMillis());
            case Entered.Refused<TimeText>(List<Problem> problems) ->
                throw new Unanswerable(
                        Trouble.ILL_FORMED,
                        problems.stream()
                                .map(each -> new Problem(name, each.value(), each.reason(), each.wayOut()))
                                .toList());
        };
    }

    /** A whole number of the query within bounds, or what is usual. */
    int number(String name, int usual, int most) {
        Optional<String> text = asked(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("[0-9]{1,9}")
                || Integer.parseInt(text.get()) < 1
                || Integer.parseInt(text.get()) > most) {
            throw Unanswerable.of(
                    Trouble.ILL_FORMED,
                    name,
                    text.get(),
                    "no whole number from 1 to " + most,
                    "leave it out for " + usual);
        }
        return Integer.parseInt(text.get());
    }
}
