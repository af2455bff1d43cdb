package org.parley.cli.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills what a script leaves open: {@code {B-02}} in braces, where it is all of a text or part of a path. */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([^{}]+)}");

    private Blanks() {}

    /** What the names stand for. */
    interface Known {
        Optional<JsonNode> value(String name);
    }

    /** A name stands for nothing: what it was to name has not been said, or is over. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String name) {
            super("nothing is called " + name);
        }
    }

    /** The same with all names replaced; {@link Unknown} where one stands for nothing. */
    static JsonNode filled(JsonNode json, Known known) {
        if (json.isString()) {
            Matcher blank = BLANK.matcher(json.stringValue());
            return blank.matches() ? value(blank.group(1), known) : json;
        }
        if (json.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> list.add(filled(item, known)));
            return list;
        }
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                object.set(member.getKey(), filled(member.getValue(), known));
            }
            return object;
        }
        return json;
    }

    /** A path with all names replaced, each as it stands in a URL. */
    static String path(String path, Known known) {
        return BLANK.matcher(path)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        URLEncoder.encode(value(blank.group(1), known).asString(), StandardCharsets.UTF_8)));
    }

    private static JsonNode value(String name, Known known) {
        return known.value(name).orElseThrow(() -> new Unknown(name));
    }
}
