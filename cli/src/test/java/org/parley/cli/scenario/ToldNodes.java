package org.parley.cli.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nodes that answer what a test has told them to. */
final class ToldNodes implements Nodes {
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final Map<String, List<JsonNode>> events = new HashMap<>();

    static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    void answers(String node, String path, String json) {
        answers.put(node + path, json(json));
    }

    void tells(String node, String type, String json) {
        events.computeIfAbsent(node + type, of -> new ArrayList<>()).add(json(json));
    }

    @Override
    public JsonNode get(String node, String path) throws Refusal {
        return Optional.ofNullable(answers.get(node + path))
                .orElseThrow(() -> new Refusal(path + " is answered by 404"));
    }

    @Override
    public List<JsonNode> told(String node, String type) {
        return events.getOrDefault(node + type, List.of());
    }
}
