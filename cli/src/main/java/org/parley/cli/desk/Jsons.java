package org.parley.cli.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it is sent and as it comes back: no name twice, and each number as it was written. */
final class Jsons {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Jsons() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    static String print(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /** What a node answered; what is no JSON is none of a node's answers. */
    static JsonNode answer(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadInput("what answers there is no node of Parley", "look at the address of the node");
        }
    }

    /** A value of JSON; empty where the text is none. */
    static Optional<JsonNode> value(String text) {
        try {
            JsonNode read = MAPPER.readTree(text);
            return read.isMissingNode() ? Optional.empty() : Optional.of(read);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The JSON object in a file. */
    static ObjectNode file(Path path) throws IOException {
        return object(Files.readString(path, StandardCharsets.UTF_8), path.toString());
    }

    /** The JSON object in a text; {@link BadInput} names where the text came from. */
    static ObjectNode object(String text, String where) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new BadInput(where + ": no JSON object", "give one");
        } catch (JacksonException e) {
            var at = e.getLocation();
            String place = at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("no JSON");
            throw new BadInput(where + place + ": no JSON: " + why, "give a JSON object");
        }
    }
}
