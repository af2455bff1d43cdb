package org.parley.cli.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.cli.Exit;
import tools.jackson.databind.JsonNode;

/** What a node answers to what was said, or would be said, in words. */
final class Told {
    private static final List<String> COMPARED = List.of("conflicts", "breaches");

    private final JsonNode answer;

    Told(JsonNode answer) {
        this.answer = answer;
    }

    /** The record and its time, where there is one. */
    List<String> record() {
        return answer.has("record")
                ? List.of(answer.path("record").asString() + "  "
                        + Words.time(answer.path("at").asString()))
                : List.of();
    }

    /** What was read of what was written, and what is worth a warning. */
    List<String> understood() {
        List<String> told = new ArrayList<>();
        answer.path("understood")
                .forEach(read -> told.add("read " + read.path("field").asString() + " "
                        + read.path("given").asString() + ": " + String.join("; ", Words.texts(read.path("read")))));
        if (answer.has("seenBy")) {
            told.add("will be seen by " + String.join(", ", Words.texts(answer.path("seenBy"))));
        }
        answer.path("warnings").forEach(warning -> told.add("warning: " + DeskCommand.problem(warning)));
        return told;
    }

    /** What of the picture concerns it. */
    List<String> found() {
        List<String> told = new ArrayList<>();
        answer.path("conflicts").forEach(conflict -> told.add(Words.conflict(conflict)));
        answer.path("narrow").forEach(against -> told.add(Words.narrow(against)));
        answer.path("breaches").forEach(breach -> told.add(Words.breach(breach)));
        answer.path("matches").forEach(match -> told.add(Words.match(match)));
        return told;
    }

    /** The same of a subject, which names its conflicts alone. */
    List<String> marks() {
        List<String> told = new ArrayList<>();
        answer.path("conflicts")
                .forEach(id -> told.add("CONFLICT " + id.asString().substring(0, 12)));
        answer.path("narrow").forEach(against -> told.add(Words.narrow(against)));
        answer.path("marks")
                .forEach(mark ->
                        told.add(mark.asString().toUpperCase(Locale.ROOT).replace('-', ' ')));
        answer.path("calls").forEach(call -> told.add("asked about by " + call.asString()));
        answer.path("suggested")
                .forEach(draft -> told.add(
                        "may be asked: " + draft.path("body").path("question").asString()));
        answer.path("breaches").forEach(breach -> told.add(Words.breach(breach)));
        answer.path("matches").forEach(match -> told.add(Words.match(match)));
        return told;
    }

    boolean hasConflict() {
        return !answer.path("conflicts").isEmpty();
    }

    /** Of a preview: whether something was found that stands against it. */
    int code() {
        return COMPARED.stream().allMatch(name -> answer.path(name).isEmpty()) ? Exit.DONE : Exit.CONFLICTS;
    }
}
