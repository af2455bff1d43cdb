package org.parley.cli.verify.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Canonical JSON: read by a strict reader, printed again in the one form there is, and compared byte by byte. */
public final class CanonicalJson {
    private static final int DEPTH = 16;
    private static final long GREATEST = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** Reads an object. */
    public static ObjectNode object(byte[] bytes) {
        try {
            if (!(MAPPER.readTree(bytes) instanceof ObjectNode object)) {
                throw new Malformed("JSON, but no object");
            }
            byte[] printed = print(object).getBytes(StandardCharsets.UTF_8);
            Malformed.unless(Arrays.equals(printed, bytes), "JSON that is not in canonical form");
            return object;
        } catch (JacksonException e) {
            throw new Malformed("no JSON of the permitted kind: " + Checkpoint.shortened(e.getOriginalMessage()));
        }
    }

    /** The canonical text of a value; what has none is malformed. */
    public static String print(JsonNode value) {
        StringBuilder out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    private static void print(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            printObject(value, out);
        } else if (value.isArray()) {
            out.append('[');
            int at = 0;
            for (JsonNode item : value) {
                out.append(at++ == 0 ? "" : ",");
                print(item, out);
            }
            out.append(']');
        } else if (value.isString()) {
            printText(value.stringValue(), out);
        } else if (value.isBoolean()) {
            out.append(value.booleanValue());
        } else {
            Malformed.unless(
                    value.isIntegralNumber() && value.canConvertToLong(), "null, a fraction or too large a number");
            long number = value.longValue();
            Malformed.unless(number <= GREATEST && number >= -GREATEST, "a number beyond 2^53 - 1");
            out.append(number);
        }
    }

    private static void printObject(JsonNode value, StringBuilder out) {
        out.append('{');
        String before = "";
        int at = 0;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            Malformed.unless(at == 0 || before.compareTo(name) < 0, "names of members out of order");
            out.append(at++ == 0 ? "" : ",");
            printText(name, out);
            out.append(':');
            print(member.getValue(), out);
            before = name;
        }
        out.append('}');
    }

    private static void printText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.appendCodePoint(c < 0x7f ? c : assigned(c));
                    }
                }
            }
        }
        out.append('"');
    }

    /** Java 25 knows the characters of Unicode 16. */
    private static int assigned(int c) {
        int type = Character.getType(c);
        Malformed.unless(type != Character.SURROGATE, "a lone surrogate");
        Malformed.unless(type != Character.UNASSIGNED, "a code point that Unicode 16 leaves unassigned");
        return c;
    }
}
