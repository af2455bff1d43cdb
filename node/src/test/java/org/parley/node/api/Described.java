package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether an answer is as the description of the API says: the status, and each field of the body. */
final class Described {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param description what {@code openapi.json} says */
    Described(JsonNode description) {
        this.description = description;
    }

    void check(String method, String target, Local.Answer answer) {
        String path = target.replaceFirst("\\?.*", "");
        Optional<JsonNode> operation = description
                .path("paths")
                .propertyStream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
        if (operation.isEmpty()) {
            return; // nothing is here, or not with this method: the answer says so
        }
        JsonNode responses = operation.get().path("responses");
        boolean named = responses.has(String.valueOf(answer.status()));
        assertThat(named || answer.status() >= 400)
                .as("%s %s answers %d, which is not described", method, path, answer.status())
                .isTrue();
        JsonNode content = responses
                .path(named ? String.valueOf(answer.status()) : "default")
                .path("content")
                .path(named ? "application/json" : "application/problem+json")
                .path("schema");
        if (content.isObject()) {
            JsonNode body = Desks.JSON.readTree(answer.body());
            assertThat(schema(content).validate(body))
                    .as("%s %s: %s", method, path, body.toPrettyString())
                    .isEmpty();
        }
    }

    private Schema schema(JsonNode content) {
        return schemas.computeIfAbsent(content.toString(), text -> {
            ObjectNode root = ((ObjectNode) content).deepCopy();
            root.set("components", description.path("components"));
            return REGISTRY.getSchema(root);
        });
    }
}
