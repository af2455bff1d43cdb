package org.parley.node.form;

import java.math.BigDecimal;
import java.util.Optional;
import org.parley.space.Entered;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as outsiders write it: strict, no name twice in an object, decimals exact, everything limited. */
public final class OutsideJson {
    /** Bytes of one body as outsiders write it: eight times what a record holds. */
    public static final int MOST_BYTES = 1 << 20;

    /** Objects and arrays within each other: far more than a record may have. */
    static final int NESTING = 64;

    /** Characters of a text: more than any field takes. */
    private static final int TEXT = 100_000;

    /** Characters of a name of a field. */
    private static final int NAME = 256;

    /** Characters of a number. */
    private static final int NUMBER = 100;

    private static final int LONGEST_SHOWN = 60;
    private static final int LONGEST_REASON = 160;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING)
                            .maxStringLength(TEXT)
                            .maxNameLength(NAME)
                            .maxNumberLength(NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private OutsideJson() {}

    /** Reads one value; refused where it is no JSON, has a name twice in an object, or is larger than is read. */
    public static Entered<JsonNode> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Entered.refused(
                    "body", bytes.length + " bytes", "is larger than " + MOST_BYTES + " bytes", "send less at once");
        }
        try {
            JsonNode read = MAPPER.readTree(bytes);
            return read.isMissingNode()
                    ? Entered.refused("body", "nothing", "is no JSON", "send one JSON object")
                    : Entered.accepted(read);
        } catch (JacksonException e) {
            return Entered.refused("body", place(e), reason(e), "send one JSON object as RFC 8259 has it");
        } catch (NumberFormatException e) {
            // An exponent of more digits than an int leaves the parser so.
            return Entered.refused("body", "as given", "holds a number that cannot be read", "send smaller numbers");
        }
    }

    /** A value in UTF-8, decimals in full. */
    public static byte[] bytes(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** What stands at a name; null counts as nothing. */
    static Optional<JsonNode> at(JsonNode object, String name) {
        return object.optional(name).filter(value -> !value.isNull());
    }

    /** As much of a value as lets its author find it. */
    static String shown(JsonNode value) {
        if (value.isObject() || value.isArray()) {
            return value.isObject() ? "an object" : "a list";
        }
        return brief(value.isString() ? value.stringValue() : value.isNumber() ? digits(value) : value.toString());
    }

    /** A number; empty where it is none, or has more digits than any number that is meant. */
    static Optional<BigDecimal> number(JsonNode value) {
        return value.isNumber()
                ? value.decimalValueOpt()
                        .filter(number -> number.precision() <= NUMBER && Math.abs((long) number.scale()) <= NUMBER)
                : Optional.empty();
    }

    static String brief(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    /** Not in full: a short text may stand for a number of a million digits. */
    private static String digits(JsonNode value) {
        return value.decimalValueOpt().map(Object::toString).orElse("no number");
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? "as given"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        String brief = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
        if (e instanceof StreamConstraintsException) {
            return "larger than is read: " + brief;
        }
        return message.startsWith("Duplicate") ? "the same name twice in an object: " + brief : "no JSON: " + brief;
    }
}
