package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one feature, token by token; its members may stand in any order. */
final class FeatureParser {
    private static final String WAY_OUT =
            "give a GeoJSON Feature (RFC 7946); CSV, KML and the like are to be converted first";

    private final JsonParser parser;
    private final List<Problem> problems = new ArrayList<>(0);
    private final Map<Property, Value> properties = new EnumMap<>(Property.class);
    private String type = "";
    private String geometry = "";
    private Coordinates coordinates = Coordinates.NONE;

    private FeatureParser(JsonParser parser) {
        this.parser = parser;
    }

    /** The feature in some bytes, or why they hold none: no JSON in UTF-8, or no object. */
    static Entered<RawFeature> parse(byte[] bytes, int from, int until, boolean abrupt) {
        int flaw = Utf8.flaw(bytes, from, until);
        if (flaw >= 0) {
            return Entered.refused(
                    "bytes",
                    "0x" + Integer.toHexString(bytes[flaw] & 0xFF) + " at column " + (flaw - from + 1),
                    "no UTF-8: wrong encoding",
                    "save it as UTF-8");
        }
        try (JsonParser parser = Json.parser(bytes, from, until)) {
            return new FeatureParser(parser).feature();
        } catch (JacksonException e) {
            String reason = Json.reason(e);
            boolean truncated = abrupt && reason.startsWith("ends");
            return Entered.refused(
                    "JSON",
                    Json.place(e),
                    truncated ? "truncated: the file ends within the feature" : reason,
                    truncated ? "get the whole file" : WAY_OUT);
        }
    }

    private Entered<RawFeature> feature() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Entered.refused("JSON", "at column 1", "no object", WAY_OUT);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "type" -> type = text(token);
                case "geometry" -> object("geometry", token, this::geometryMember);
                case "properties" -> object("properties", token, this::property);
                case "crs" -> CoordinateReference.other(parser).ifPresent(problems::add);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            return Entered.refused("JSON", "more behind its end", "more than one object", "give one Feature a line");
        }
        if (!type.equals("Feature")) {
            String value = type.isEmpty() ? "absent" : "\"" + type + "\"";
            return Entered.refused("type", value, "no Feature", WAY_OUT);
        }
        return Entered.accepted(new RawFeature(geometry, coordinates, properties, problems));
    }

    private String text(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "no text";
    }

    /** Hands each member of an object over; null counts as absent. */
    private void object(String field, JsonToken token, Member member) {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            problems.add(new Problem(field, shown(token), "no object", WAY_OUT));
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            member.read(name, parser.nextToken());
        }
    }

    @FunctionalInterface
    private interface Member {
        void read(String name, JsonToken token);
    }

    private void geometryMember(String name, JsonToken token) {
        switch (name) {
            case "type" -> geometry = text(token);
            case "coordinates" -> coordinates = Coordinates.read(parser);
            case "crs" -> CoordinateReference.other(parser).ifPresent(problems::add);
            default -> parser.skipChildren();
        }
    }

    private void property(String name, JsonToken token) {
        Optional<Property> known = Property.of(name);
        if (known.isEmpty() || token == JsonToken.VALUE_NULL) {
            parser.skipChildren();
            return;
        }
        Value value = switch (token) {
            case VALUE_STRING -> new Value.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Numeric(parser.getDoubleValue(), parser.getString());
            default -> new Value.Other(shown(token));
        };
        parser.skipChildren();
        properties.put(known.get(), value);
    }

    private static String shown(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_STRING -> "a text";
            default -> "a number";
        };
    }
}
