package org.parley.node.form;

import org.parley.ledger.canonical.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of records as they are. */
final class RawJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RawJson() {}

    static JsonNode of(Json json) {
        return switch (json) {
            case Json.Str(String text) -> JSON.stringNode(text);
            case Json.Int(long number) -> JSON.numberNode(number);
            case Json.Bool(boolean flag) -> JSON.booleanNode(flag);
            case Json.Arr(var items) -> {
                ArrayNode array = JSON.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Json.Obj(var members) -> {
                ObjectNode object = JSON.objectNode();
                members.forEach(member -> object.set(member.name(), of(member.value())));
                yield object;
            }
        };
    }
}
