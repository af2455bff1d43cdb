package org.parley.cli.check.read;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** JSON as it is read here: strict, no name twice in an object, everything limited. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ReadLimits.NESTING)
                    .maxStringLength(ReadLimits.TEXT)
                    .maxNumberLength(ReadLimits.NUMBER)
                    .maxNameLength(ReadLimits.TEXT)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final int LONGEST_REASON = 160;

    private Json() {}

    static JsonParser parser(byte[] bytes, int from, int until) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, from, until - from);
    }

    /** Where in a feature something is wrong, in words. */
    static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getColumnNr() < 1 ? "here" : "at column " + location.getColumnNr();
    }

    /** What is wrong, in words of ours where it is something that happens often. */
    static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end-of-input")) {
            return "ends before it is complete";
        }
        if (e instanceof StreamConstraintsException) {
            return "larger than is read: " + shortened(message);
        }
        if (e instanceof InputCoercionException) {
            return "a number that cannot be read";
        }
        if (message.startsWith("Duplicate Object property")) {
            return "the same name twice in an object: " + message.substring(message.indexOf('"'));
        }
        if (message.contains("NaN") || message.contains("Infinity") || message.contains("INF")) {
            return "NaN and Infinity are no numbers in JSON";
        }
        return "no JSON: " + shortened(message);
    }

    private static String shortened(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
