package org.parley.node.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The part of JSON Schema that the schemas here use; a keyword that is not known to it is an error of the test. */
final class SchemaCheck {
    private final JsonNode components;
    private final List<String> wrong = new ArrayList<>();

    private SchemaCheck(JsonNode components) {
        this.components = components;
    }

    /** What a schema finds wrong with a value. */
    static List<String> wrong(JsonNode components, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(components);
        check.check(schema, value, "$");
        return check.wrong;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode given = keyword.getValue();
            boolean holds = switch (keyword.getKey()) {
                case "description", "readOnly", "x-read-back", "properties", "required" -> true;
                case "additionalProperties" -> true;
                case "$ref" -> wrong(components, referred(given), value).isEmpty();
                case "anyOf" ->
                    given.valueStream()
                            .anyMatch(one -> wrong(components, one, value).isEmpty());
                case "type" -> isOfType(given, value);
                case "enum" -> given.valueStream().anyMatch(value::equals);
                case "minLength" -> !value.isString() || length(value) >= given.intValue();
                case "maxLength" -> !value.isString() || length(value) <= given.intValue();
                case "pattern" ->
                    !value.isString()
                            || Pattern.compile(given.stringValue())
                                    .matcher(value.stringValue())
                                    .find();
                case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(given.decimalValue()) >= 0;
                case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(given.decimalValue()) <= 0;
                case "minItems" -> !value.isArray() || value.size() >= given.intValue();
                case "maxItems" -> !value.isArray() || value.size() <= given.intValue();
                case "items" -> items(given, value, at);
                default -> throw new AssertionError("no keyword that is known: " + keyword.getKey());
            };
            if (!holds) {
                wrong.add(at + " is not as " + keyword.getKey() + " says");
            }
        }
        if (value.isObject()) {
            members(schema, value, at);
        }
    }

    private JsonNode referred(JsonNode reference) {
        String name = reference.stringValue().substring(FormSchemas.REFERENCE.length());
        if (!components.has(name)) {
            throw new AssertionError("nothing is called " + name);
        }
        return components.path(name);
    }

    private static int length(JsonNode value) {
        return value.stringValue().codePointCount(0, value.stringValue().length());
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        return types.isArray()
                ? types.valueStream().anyMatch(type -> isOf(type.stringValue(), value))
                : isOf(types.stringValue(), value);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && isWhole(value.decimalValue());
            default -> throw new AssertionError("no type: " + type);
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private boolean items(JsonNode schema, JsonNode value, String at) {
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            check(schema, value.get(i), at + "[" + i + "]");
        }
        return true;
    }

    private void members(JsonNode schema, JsonNode value, String at) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.stringValue())) {
                wrong.add(at + "." + name.stringValue() + " is missing");
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode of = schema.path("properties").path(member.getKey());
            if (!of.isMissingNode()) {
                check(of, member.getValue(), at + "." + member.getKey());
            } else if (schema.has("additionalProperties")) {
                wrong.add(at + "." + member.getKey() + " is not known");
            }
        }
    }
}
