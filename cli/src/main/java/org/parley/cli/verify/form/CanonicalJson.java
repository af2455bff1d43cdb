package org.parley.cli.verify.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Canonical JSON: read by a strict reader, printed again in the one form there is, and compared byte by byte. So a name that stands
 * there twice is seen too: it is printed once.
 */
public final class CanonicalJson {
    private static final int DEPTH = 16;
    private static final long GREATEST = (1L << 53) - 1;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** A member of the outermost object, and where name and value stand in its bytes. */
    public record Field(String name, int from, int until) {}

    /** The object that these bytes are the canonical form of. */
    public static ObjectNode object(byte[] bytes) {
        ObjectNode object = parse(bytes);
        JsonBytes out = new JsonBytes(bytes.length);
        print(object, out);
        Malformed.unless(out.is(bytes), "JSON that is not in canonical form");
        return object;
    }

    /** The members of the object that these bytes are the canonical form of. */
    public static List<Field> fields(byte[] bytes) {
        JsonBytes out = new JsonBytes(bytes.length);
        List<Field> fields = new ArrayList<>();
        out.put('{');
        String before = "";
        for (Map.Entry<String, JsonNode> member : parse(bytes).properties()) {
            int from = next(out, member.getKey(), before, fields.isEmpty());
            print(member.getValue(), out);
            fields.add(new Field(member.getKey(), from, out.length()));
            before = member.getKey();
        }
        out.put('}');
        Malformed.unless(out.is(bytes), "JSON that is not in canonical form");
        return fields;
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            if (!(MAPPER.readTree(bytes) instanceof ObjectNode object)) {
                throw new Malformed("JSON, but no object");
            }
            return object;
        } catch (JacksonException e) {
            throw new Malformed("no JSON of the permitted kind: " + Checkpoint.shortened(e.getOriginalMessage()));
        }
    }

    private static void print(JsonNode value, JsonBytes out) {
        if (value.isObject()) {
            printObject(value, out);
        } else if (value.isArray()) {
            out.put('[');
            int at = 0;
            for (JsonNode item : value) {
                if (at++ > 0) {
                    out.put(',');
                }
                print(item, out);
            }
            out.put(']');
        } else if (value.isString()) {
            out.text(value.stringValue());
        } else if (value.isBoolean()) {
            out.ascii(value.booleanValue() ? "true" : "false");
        } else {
            Malformed.unless(
                    value.isIntegralNumber() && value.canConvertToLong(), "null, a fraction or too large a number");
            long number = value.longValue();
            Malformed.unless(number <= GREATEST && number >= -GREATEST, "a number beyond 2^53 - 1");
            out.ascii(Long.toString(number));
        }
    }

    private static void printObject(JsonNode value, JsonBytes out) {
        out.put('{');
        String before = "";
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            next(out, member.getKey(), before, first);
            print(member.getValue(), out);
            before = member.getKey();
            first = false;
        }
        out.put('}');
    }

    /** Begins a member, and says where. */
    private static int next(JsonBytes out, String name, String before, boolean first) {
        Malformed.unless(first || before.compareTo(name) < 0, "names of members out of order");
        if (!first) {
            out.put(',');
        }
        int from = out.length();
        out.text(name);
        out.put(':');
        return from;
    }
}
