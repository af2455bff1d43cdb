package org.parley.space.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON that a person can read: what fits on a line stays on it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int WIDTH = 116;

    private Json() {}

    static Path folder() {
        return Path.of(System.getProperty("parley.root", ".."), "docs", "vectors", "separation");
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(double... numbers) {
        ArrayNode array = array();
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }

    static JsonNode read(String file) {
        return MAPPER.readTree(folder().resolve(file).toFile());
    }

    static void write(String file, String about, List<ObjectNode> cases) {
        StringBuilder text = new StringBuilder();
        ObjectNode whole = object();
        whole.put("format", "parley/vectors/separation/" + file.replace(".json", "") + "/1");
        whole.put("about", about);
        whole.putArray("cases").addAll(cases);
        append(text, whole, 0, 0);
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(file), text.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder text, JsonNode node, int indent, int taken) {
        String compact = compact(node);
        boolean fits = indent > 2 && indent + taken + compact.length() <= WIDTH;
        if (fits || !node.isContainer() || node.isEmpty()) {
            text.append(compact);
        } else if (node.isObject()) {
            text.append('{');
            String between = "";
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = MAPPER.writeValueAsString(field.getKey()) + ": ";
                text.append(between).append('\n').append(" ".repeat(indent + 2)).append(name);
                append(text, field.getValue(), indent + 2, name.length());
                between = ",";
            }
            text.append('\n').append(" ".repeat(indent)).append('}');
        } else {
            appendArray(text, node, indent);
        }
    }

    private static void appendArray(StringBuilder text, JsonNode node, int indent) {
        List<String> short1 = new ArrayList<>();
        node.forEach(child -> short1.add(compact(child)));
        boolean fill = short1.stream().allMatch(s -> s.length() <= 40);
        text.append('[');
        int column = WIDTH;
        for (int i = 0; i < node.size(); i++) {
            String comma = i + 1 < node.size() ? "," : "";
            if (!fill || column + short1.get(i).length() + 2 > WIDTH) {
                text.append('\n').append(" ".repeat(indent + 2));
                column = indent + 2;
            } else {
                text.append(' ');
            }
            if (fill) {
                text.append(short1.get(i));
                column += short1.get(i).length() + 2;
            } else {
                append(text, node.get(i), indent + 2, 0);
            }
            text.append(comma);
        }
        text.append('\n').append(" ".repeat(indent)).append(']');
    }

    private static String compact(JsonNode node) {
        if (node.isObject()) {
            List<String> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                fields.add(MAPPER.writeValueAsString(field.getKey()) + ": " + compact(field.getValue()));
            }
            return "{" + String.join(", ", fields) + "}";
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(child -> items.add(compact(child)));
            return "[" + String.join(", ", items) + "]";
        }
        return MAPPER.writeValueAsString(node);
    }
}
