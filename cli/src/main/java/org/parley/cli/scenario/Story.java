package org.parley.cli.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario in chapters, in which a visitor plays one party.
 *
 * @param scenario its parties, line, conflicts and beginning
 * @param visitor the party that the visitor plays
 */
record Story(Scenario scenario, String visitor, List<Chapter> chapters) {
    /** The one that is part of this program. */
    static Story shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Story.class.getResourceAsStream("story.json"))) {
            return read(Scenario.JSON.readTree(in));
        }
    }

    static Story read(JsonNode json) {
        Scenario scenario = Scenario.read(json);
        String visitor = json.path("visitor").asString();
        List<Chapter> chapters = new ArrayList<>();
        String at = scenario.begins().toString();
        for (JsonNode chapter : json.path("chapters")) {
            List<Beat> beats = new ArrayList<>();
            for (JsonNode beat : chapter.path("beats")) {
                at = beat.path("at").asString(at);
                beats.add(beat(((ObjectNode) beat).put("at", at), scenario, visitor));
            }
            chapters.add(new Chapter(
                    chapters.size() + 1,
                    chapter.path("title").asString(),
                    chapter.path("text").asString(),
                    Scenario.texts(chapter.path("look")),
                    List.copyOf(beats)));
        }
        return new Story(scenario, visitor, List.copyOf(chapters));
    }

    private static Beat beat(JsonNode json, Scenario scenario, String visitor) {
        Map<String, List<String>> lines = scenario.lines();
        String first = lines.keySet().iterator().next();
        Step step = Step.read(json, first);
        Optional<JsonNode> tried = Scenario.at(json, "answers");
        if (json.has("deed")) {
            Beat.Deed deed = Beat.Deed.valueOf(json.path("deed").asString().toUpperCase(Locale.ROOT));
            return new Beat.Done(step.at(), deed, json.path("of").asString(""), step.text());
        } else if (tried.isPresent()) {
            return new Beat.Tries(step, tried.get());
        } else if (json.has("say")) {
            boolean scripted = json.path("scripted").asBoolean(!step.by().equals(visitor));
            return new Beat.Says(step, !scripted);
        }
        return new Beat.Shows(Expected.read(json, first, lines));
    }
}
