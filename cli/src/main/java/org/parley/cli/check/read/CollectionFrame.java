package org.parley.cli.check.read;

import java.util.Optional;
import org.parley.space.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Checks what is around the features of a FeatureCollection. */
final class CollectionFrame {
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
                    Optional<Problem> other = CoordinateReference.other(parser);
                    if (other.isPresent()) {
                        Problem crs = other.get();
                        throw new Unreadable(line, crs.field() + " " + crs.value(), crs.reason(), crs.wayOut());
                    }
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
}
