package org.parley.cli.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script and what it must lead to.
 *
 * @param begins when the clocks of all nodes stand still first
 * @param parties each has a node
 * @param lines by name, with their members; the first is meant where nothing is said
 * @param conflicts by name, the two activities
 * @param flights real ones that it uses, by name
 * @param steps in the order in which they are played
 * @param expected in the order of time
 */
record Scenario(
        String title,
        Instant begins,
        List<String> parties,
        Map<String, List<String>> lines,
        Map<String, Pair> conflicts,
        Map<String, Flown> flights,
        List<Step> steps,
        List<Expected> expected) {
    /** Decimals as they are written: what a node shows is shown on unchanged. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Two activities by the names that the script has for them. */
    record Pair(String one, String other) {}

    /** The scenario of this name that is part of this program. */
    static Scenario shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Scenario.class.getResourceAsStream(name + ".json"))) {
            return read(JSON.readTree(in));
        }
    }

    static Scenario read(JsonNode json) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        json.path("lines").properties().forEach(line -> lines.put(line.getKey(), texts(line.getValue())));
        Map<String, Pair> conflicts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> conflict : json.path("conflicts").properties()) {
            List<String> of = texts(conflict.getValue());
            conflicts.put(conflict.getKey(), new Pair(of.getFirst(), of.getLast()));
        }
        Map<String, Flown> flights = new LinkedHashMap<>();
        json.path("flights")
                .properties()
                .forEach(flight -> flights.put(flight.getKey(), Flown.read(flight.getValue())));
        String first = lines.keySet().iterator().next();
        List<Step> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(Step.read(step, first)));
        List<Expected> expected = new ArrayList<>();
        json.path("expected").forEach(row -> expected.add(Expected.read(row, first, lines)));
        return new Scenario(
                json.path("title").asString(),
                Instant.parse(json.path("begins").asString()),
                texts(json.path("parties")),
                lines,
                conflicts,
                flights,
                List.copyOf(steps),
                List.copyOf(expected));
    }

    /** The same without some of its steps. */
    Scenario without(java.util.function.Predicate<Step> left) {
        List<Step> kept = steps.stream().filter(left.negate()).toList();
        return new Scenario(title, begins, parties, lines, conflicts, flights, kept, expected);
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static Optional<JsonNode> at(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name)) : Optional.empty();
    }

    static Optional<String> text(JsonNode json, String name) {
        return at(json, name).map(JsonNode::asString);
    }
}
