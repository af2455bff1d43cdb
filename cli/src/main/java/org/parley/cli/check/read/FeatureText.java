package org.parley.cli.check.read;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes a feature again as it was given, with all its properties. */
public final class FeatureText {
    private FeatureText() {}

    /** The feature with {@code parley} and {@code parleyVolume} among its properties. */
    public static void write(String text, int volume, JsonGenerator json) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
            parser.nextToken();
            json.writeStartObject();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                json.writeName(name);
                if (name.equals("properties")) {
                    properties(parser, volume, json);
                } else {
                    json.copyCurrentStructureExact(parser);
                }
            }
            json.writeEndObject();
        }
    }

    private static void properties(JsonParser parser, int volume, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("parley", "volume");
        json.writeNumberProperty("parleyVolume", volume);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("parley") || name.equals("parleyVolume")) {
                parser.skipChildren();
            } else {
                json.writeName(name);
                json.copyCurrentStructureExact(parser);
            }
        }
        json.writeEndObject();
    }
}
