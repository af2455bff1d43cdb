package org.parley.cli.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What must be so at an instant.
 *
 * @param text it in words
 * @param line the line that it is about
 * @param nodes each of which must show it
 */
record Expected(Instant at, String text, String line, List<String> nodes, What what) {
    /** What is looked for. Paths and patterns may have names in braces. */
    sealed interface What {}

    /** A conflict, the same at all nodes; {@code figures} and {@code stand} are held against it as far as they are given. */
    record InConflict(String name, JsonNode wanted) implements What {}

    /** An activity that is in no conflict. */
    record NoConflict(String name) implements What {}

    /** An answer that is like this. */
    record Shows(String path, JsonNode wanted) implements What {}

    /** An answer that is like none of these. */
    record Lacks(String path, List<JsonNode> unwanted) implements What {}

    /** An answer with so many items. */
    record Counts(String path, int items) implements What {}

    /** An event of this type like this one, at any time until now. */
    record Told(String type, JsonNode wanted) implements What {}

    /** An answer of which these fields are the same at all nodes. */
    record Alike(String path, List<String> fields) implements What {}

    /** What no node can show yet, and why. */
    record Open(String why) implements What {}

    static Expected read(JsonNode json, String firstLine, Map<String, List<String>> lines) {
        String line = Scenario.text(json, "on").orElse(firstLine);
        return new Expected(
                Instant.parse(json.path("at").asString()),
                json.path("text").asString(),
                line,
                Scenario.at(json, "nodes")
                        .map(Scenario::texts)
                        .orElseGet(() -> Optional.ofNullable(lines.get(line)).orElseThrow()),
                what(json));
    }

    private static What what(JsonNode json) {
        String path = json.path("get").asString("");
        if (json.has("conflict")) {
            var wanted = JsonNodeFactory.instance.objectNode();
            Scenario.at(json, "figures").ifPresent(figures -> wanted.set("figures", figures));
            Scenario.at(json, "stand").ifPresent(stand -> wanted.set("stand", stand));
            return new InConflict(json.path("conflict").asString(), wanted);
        } else if (json.has("noConflict")) {
            return new NoConflict(json.path("noConflict").asString());
        } else if (json.has("open")) {
            return new Open(json.path("open").asString());
        } else if (json.has("event")) {
            return new Told(json.path("event").asString(), json.path("has"));
        } else if (json.has("alike")) {
            return new Alike(json.path("alike").asString(), Scenario.texts(json.path("of")));
        } else if (json.has("counts")) {
            return new Counts(path, json.path("counts").asInt());
        } else if (json.has("lacks")) {
            return new Lacks(path, json.path("lacks").valueStream().toList());
        }
        return new Shows(path, json.path("has"));
    }
}
