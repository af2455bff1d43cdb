package org.parley.cli.scenario;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Something that a party says at an instant.
 *
 * @param name what the script calls the record; a later record of the same name is its newer version
 * @param text what it is, in words
 * @param say what the node is sent; names in braces stand for what became of them
 * @param awaits a field of the subject that appears at all nodes before anything else is done
 * @param refused the problem with which the node must refuse it
 * @param clocks nodes whose clocks stand elsewhere
 */
record Step(
        Instant at,
        String by,
        String line,
        Optional<String> name,
        String text,
        JsonNode say,
        Optional<String> awaits,
        Optional<String> refused,
        Map<String, Instant> clocks) {
    static Step read(JsonNode json, String firstLine) {
        Map<String, Instant> clocks = new TreeMap<>();
        json.path("clocks")
                .properties()
                .forEach(clock -> clocks.put(
                        clock.getKey(), Instant.parse(clock.getValue().asString())));
        return new Step(
                Instant.parse(json.path("at").asString()),
                json.path("by").asString(),
                Scenario.text(json, "line").orElse(firstLine),
                Scenario.text(json, "name"),
                json.path("text").asString(),
                json.path("say"),
                Scenario.text(json, "awaits"),
                Scenario.text(json, "refused"),
                clocks);
    }
}
