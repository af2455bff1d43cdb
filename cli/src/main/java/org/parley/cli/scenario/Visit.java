package org.parley.cli.scenario;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the visitor says at the console, as it is read back from the visitor's own node. */
final class Visit {
    private static final Set<String> TELLING = Set.of("says", "status");

    private final Stage stage;
    private final String party;
    private final String line;
    private final Set<String> seen = new HashSet<>();

    Visit(Stage stage, String party, String line) {
        this.stage = stage;
        this.party = party;
        this.line = line;
    }

    /** Whatever was said until now is not meant any more. */
    void forget() throws IOException, InterruptedException {
        for (JsonNode record : records()) {
            seen.add(record.path("record").asString());
        }
    }

    /** The first record of the visitor that says what is asked for, and that was not found before. */
    Optional<String> said(JsonNode wanted) throws IOException, InterruptedException {
        for (JsonNode record : records()) {
            String name = record.path("record").asString();
            if (record.path("writer").asString().equals(party) && !seen.contains(name) && isMeant(record, wanted)) {
                seen.add(name);
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The same kind, or both heard; of an answer or a report the same one; of an answer the one about the same record. */
    private static boolean isMeant(JsonNode record, JsonNode wanted) {
        if (wanted.path("kind").asString().equals("heard")) {
            return record.path("heard").asBoolean();
        }
        boolean kind = record.path("kind").equals(wanted.path("kind"));
        boolean said = TELLING.stream()
                .allMatch(field -> record.path("body")
                        .path(field)
                        .equals(wanted.path("body").path(field)));
        boolean about = !wanted.path("kind").asString().equals("answer")
                || record.path("about").equals(wanted.path("about"));
        return kind && said && about;
    }

    private JsonNode records() throws IOException, InterruptedException {
        try {
            return stage.get(party, "/lines/" + line + "/records?limit=1000").path("items");
        } catch (Nodes.Refusal unlinked) {
            return Scenario.JSON.createArrayNode(); // there is no line before the six words are confirmed
        }
    }
}
