package org.parley.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.node.access.Right;

/**
 * One thing that the API does.
 *
 * @param path its segments; {@code {line}} stands for any
 * @param right what the caller must have; empty for what anybody may ask
 * @param summary what it does, for the description of the API
 * @param asks the names of the parameters that it looks at, of query and header: {@link Parameters}
 * @param takes the schema of its body
 * @param gives what it answers by status, where it does what it was asked for
 */
record Route(
        String method,
        List<String> path,
        Optional<Right> right,
        String summary,
        Handler handler,
        List<String> asks,
        Optional<String> takes,
        SortedMap<Integer, Given> gives) {
    /** Answers; {@link Unanswerable} says why not. */
    interface Handler {
        Reply answer(Call call, Map<String, String> named);
    }

    /** A body that is answered: its type, and its schema where it is JSON; without a type there is none. */
    record Given(String type, Optional<String> schema) {
        static final Given NOTHING = new Given("", Optional.empty());
    }

    private static final String JSON = "application/json";

    static Route of(String method, String path, Right right, String summary, Handler handler) {
        return new Route(method, path, Optional.of(right), summary, handler);
    }

    static Route open(String method, String path, String summary, Handler handler) {
        return new Route(method, path, Optional.empty(), summary, handler);
    }

    private Route(String method, String path, Optional<Right> right, String summary, Handler handler) {
        this(
                method,
                List.of(path.substring(1).split("/", -1)),
                right,
                summary,
                handler,
                List.of(),
                Optional.empty(),
                new TreeMap<>());
    }

    /** It looks at these parameters too. */
    Route asks(String... parameters) {
        List<String> all = new ArrayList<>(asks);
        all.addAll(List.of(parameters));
        return new Route(method, path, right, summary, handler, List.copyOf(all), takes, gives);
    }

    /** It takes a body of this schema. */
    Route takes(String schema) {
        return new Route(method, path, right, summary, handler, asks, Optional.of(schema), gives);
    }

    /** It answers with this schema. */
    Route gives(String schema) {
        return gives(200, schema);
    }

    Route gives(int status, String schema) {
        return gives(status, new Given(JSON, Optional.of(schema)));
    }

    /** It answers with text of another type. */
    Route givesText(String type) {
        return gives(200, new Given(type, Optional.empty()));
    }

    /** It answers that it is done, and no more. */
    Route givesNothing() {
        return gives(204, Given.NOTHING);
    }

    /** Its answer has a tag: who has it already is told so. */
    Route tagged() {
        return asks("If-None-Match").gives(304, Given.NOTHING);
    }

    private Route gives(int status, Given given) {
        SortedMap<Integer, Given> all = new TreeMap<>(gives);
        all.put(status, given);
        return new Route(method, path, right, summary, handler, asks, takes, all);
    }

    /** What the named segments of a path are, where it fits. */
    Optional<Map<String, String>> fits(List<String> asked) {
        if (asked.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = path.get(i);
            if (segment.startsWith("{")) {
                named.put(segment.substring(1, segment.length() - 1), asked.get(i));
            } else if (!segment.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }
}
