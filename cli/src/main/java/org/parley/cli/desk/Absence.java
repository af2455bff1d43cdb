package org.parley.cli.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What may be said where no conflict was found: of what, told by whom, through which record, how old. */
final class Absence {
    /** The counterpart's machine proves what it holds, or we hear it. */
    private static final Set<String> FRESH = Set.of("answered", "one-way");

    private final Api api;
    private final OurLine line;

    private Absence(Api api, OurLine line) {
        this.api = api;
        this.line = line;
    }

    static List<String> words(Api api, OurLine line) throws IOException, InterruptedException {
        return new Absence(api, line).words();
    }

    /** The same of the ground and the windows of a notice, of which the node has said what is known there. */
    static List<String> words(JsonNode known, OurLine line) {
        List<String> told = new ArrayList<>();
        for (JsonNode member : line.others()) {
            String party = member.path("party").asString();
            Optional<String> last = lastHeard(member.path("state"));
            told.add(isFresh(member, last) ? there(party, known, line) : old(party, last, line));
        }
        return told;
    }

    private static String there(String party, JsonNode known, OurLine line) {
        JsonNode of = known.path("parties").path(party);
        String when = " here for " + Words.clock(known.path("from").asString(), line.at()) + " to "
                + Words.clock(known.path("until").asString(), line.at());
        int activities = of.path("activities").size();
        if (of.has("complete")) {
            JsonNode complete = of.path("complete");
            return "No conflict found among what has been notified. " + party + " through "
                    + of.path("through").asString("nothing") + ", "
                    + Words.duration(Duration.ofSeconds(of.path("age").asLong(0))) + " old; " + party
                    + (complete.path("heard").asBoolean(false) ? " was HEARD to declare" : " declared")
                    + " this area complete until "
                    + Words.clock(complete.path("until").asString(), line.at()) + " ("
                    + complete.path("record").asString() + "). This is not a clearance.";
        }
        return activities == 0
                ? "UNKNOWN. " + party + " has notified nothing" + when + " and has not said that this is complete."
                : "UNKNOWN. No conflict found with the " + activities + " that " + party + " has notified" + when
                        + "; it has not said that this is complete.";
    }

    private static boolean isFresh(JsonNode member, Optional<String> last) {
        return last.isPresent()
                && FRESH.contains(member.path("state").path("machine").asString(""));
    }

    private List<String> words() throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        StringBuilder known = new StringBuilder("No conflict found among what has been notified.");
        for (JsonNode member : line.others()) {
            String party = member.path("party").asString();
            Optional<String> last = lastHeard(member.path("state"));
            if (isFresh(member, last)) {
                known.append(' ')
                        .append(line.through(party)
                                .map(record -> party + " through " + record)
                                .orElse(party + ": nothing"))
                        .append(", ")
                        .append(Words.age(last.get(), line.at()))
                        .append(" old.");
                told.addAll(completeness(party));
            } else {
                told.add(old(party, last, line));
            }
        }
        told.addFirst(known.append(" This is not a clearance.").toString());
        return told;
    }

    private static Optional<String> lastHeard(JsonNode state) {
        return List.of("heard", "answered").stream()
                .flatMap(name -> state.path(name).stringValueOpt().stream())
                .max(String::compareTo);
    }

    /** What a party has declared complete: whether that is the area that was asked about, a person sees. */
    private List<String> completeness(String party) throws IOException, InterruptedException {
        List<String> declared = new ArrayList<>();
        JsonNode subjects = line.all(api, "subjects?kind=completeness&owner=" + OurLine.encoded(party));
        OurLine.items(subjects).forEach(subject -> {
            JsonNode of = subject.path("properties");
            JsonNode body = of.path("body");
            if (of.path("statuses").isEmpty()) {
                declared.add(party + " declared an area complete from "
                        + Words.time(body, "from").orElse("?") + " until "
                        + Words.time(body, "until").orElse("?") + " ("
                        + of.path("current").asString()
                        + "): look whether it is this one.");
            }
        });
        return declared.isEmpty()
                ? List.of("UNKNOWN what " + party + " has not notified: it has not said that this is complete.")
                : declared;
    }

    private static String old(String party, Optional<String> last, OurLine line) {
        String heard = last.map(at -> "Last heard from " + party + " " + Words.clock(at, line.at()) + ", "
                        + Words.age(at, line.at()) + " ago. What it notified since is missing.")
                .orElse("Nothing was ever heard from " + party + ".");
        return "OLD PICTURE. " + heard + " A missing conflict means nothing.";
    }
}
