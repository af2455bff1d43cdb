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

    /** What it calls itself, or the word that tells most. */
    static String name(String kind, JsonNode body) {
        if (kind.equals("heard")) {
            return name(body.path("kind").asString(""), body.path("says"));
        }
        return Stream.concat(Stream.of("template").filter(body::has), NAMES.stream())
                .flatMap(field -> body.path(field).stringValueOpt().stream())
                .findFirst()
                .orElse("");
    }

    static String of(String kind, JsonNode body) {
        if (kind.equals("heard")) {
            return heard(body);
        }
        String rendered = body.path("rendered").path("en").asString("");
        String reason = body.path("reason").asString("");
        return (rendered.isEmpty() ? name(kind, body) : rendered) + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    private static String heard(JsonNode body) {
        return "HEARD by " + body.path("bearer").asString() + " "
                + Words.time(body, "at").orElse("?") + " from "
                + body.path("from").asString()
                + (body.path("readBack").asBoolean(false) ? ", read back" : ", not read back")
                + ". Not signed by " + body.path("from").asString() + ". "
                + body.path("kind").asString() + ": "
                + of(body.path("kind").asString(), body.path("says"));
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
