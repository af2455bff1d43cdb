package org.parley.cli.desk;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a record says, in a few words. */
final class Summary {
    /** What names a thing best, the best first. */
    private static final List<String> NAMES =
            List.of("name", "title", "status", "says", "state", "what", "question", "text");

    private Summary() {}

    /** What a whole record says; of one that was heard, how. */
    static String of(JsonNode record) {
        if (record.has("erased")) {
            return "(no body here)";
        }
        String says = of(record.path("kind").asString(), record.path("body"));
        if (!record.path("heard").asBoolean(false)) {
            return says;
        }
        String party = record.path("by").asString();
        return "HEARD by " + record.path("bearer").asString("?") + " "
                + Words.time(record, "heardAt").orElse("?") + " from " + party + ", noted by "
                + record.path("writer").asString()
                + (record.path("readBack").asBoolean(false) ? ", read back" : ", not read back") + ". Not signed by "
                + party + ". " + says;
    }

    /** What it calls itself, or the word that tells most. */
    static String name(String kind, JsonNode body) {
        return Stream.concat(Stream.of("template").filter(body::has), NAMES.stream())
                .flatMap(field -> body.path(field).stringValueOpt().stream())
                .findFirst()
                .orElse(kind.equals("completeness") && body.path("nil").asBoolean(false) ? "nil" : "");
    }

    static String of(String kind, JsonNode body) {
        String rendered = body.path("rendered").path("en").asString("");
        String reason = body.path("reason").asString("");
        return (rendered.isEmpty() ? name(kind, body) : rendered) + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /** A GeoJSON Point as people read it: latitude first. */
    static String place(JsonNode point) {
        JsonNode at = point.path("coordinates");
        return at.size() < 2 ? "" : degrees(at.get(1), "N", "S") + " " + degrees(at.get(0), "E", "W");
    }

    private static String degrees(JsonNode figure, String positive, String negative) {
        var degrees = figure.decimalValue();
        return degrees.abs().stripTrailingZeros().toPlainString() + (degrees.signum() < 0 ? negative : positive);
    }
}
