package org.parley.cli.check.read;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Checks what is around the features of a FeatureCollection. */
final class CollectionFrame {
    /** Names under which longitude and latitude on WGS 84 were stated before RFC 7946 did away with the choice. */
    private static final Set<String> WGS84 = Set.of(
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326");

    private CollectionFrame() {}

    /**
     * Reads the collection with an empty list in place of its features.
     *
     * @param whole whether the collection is complete; else only what precedes its features is here
     */
    static void check(byte[] json, long line, boolean whole) throws Unreadable {
        String type = "";
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("type")) {
                    type = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "no text";
                } else if (name.equals("crs")) {
                    checkReference(parser, line);
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            throw new Unreadable(line, Json.place(e), Json.reason(e), "correct what is around the features");
        }
        if (whole ? !type.equals("FeatureCollection") : !type.isEmpty() && !type.equals("FeatureCollection")) {
            String value = type.isEmpty() ? "no type" : "type \"" + type + "\"";
            throw new Unreadable(
                    line, value, "features belong to a FeatureCollection", "give it the type FeatureCollection");
        }
    }

    private static void checkReference(JsonParser parser, long line) throws Unreadable {
        int depth = 0;
        String name = "";
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                name = parser.getString();
            }
        } while (depth > 0 && parser.nextToken() != null);
        if (!name.isEmpty() && !WGS84.contains(name)) {
            throw new Unreadable(
                    line,
                    "crs \"" + name + "\"",
                    "positions are longitude and latitude on WGS 84",
                    "convert the file to WGS 84");
        }
    }
}
