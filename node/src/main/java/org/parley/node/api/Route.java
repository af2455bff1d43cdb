package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.node.access.Right;

/**
 * One thing that the API does.
 *
 * @param path its segments; {@code {line}} stands for any
 * @param right what the caller must have; empty for what anybody may ask
 * @param summary what it does, for the description of the API
 */
record Route(String method, List<String> path, Optional<Right> right, String summary, Handler handler) {
    /** Answers; {@link Unanswerable} says why not. */
    interface Handler {
        Reply answer(Call call, Map<String, String> named);
    }

    static Route of(String method, String path, Right right, String summary, Handler handler) {
        return new Route(method, segments(path), Optional.of(right), summary, handler);
    }

    static Route open(String method, String path, String summary, Handler handler) {
        return new Route(method, segments(path), Optional.empty(), summary, handler);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
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
