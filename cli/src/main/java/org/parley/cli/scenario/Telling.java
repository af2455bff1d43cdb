package org.parley.cli.scenario;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Prints how a script is played and what became of what was expected, and counts. */
final class Telling {
    private final PrintWriter out;
    private final List<String> notMet = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int met;

    Telling(PrintWriter out) {
        this.out = out;
    }

    void begins(Scenario scenario, List<Player> players) {
        out.println(scenario.title());
        out.println();
        scenario.flights().forEach((name, flight) -> out.println(name + ": " + flight.told()));
        for (Player player : players) {
            out.println(player.party() + " answers at " + player.api() + ", its folder is " + player.folder());
        }
        out.println();
        out.flush();
    }

    /**
     * A record that was said.
     *
     * @param text what the script calls it
     * @param read the record, as other members read it from their own nodes
     */
    void said(String text, Map<String, JsonNode> read) {
        JsonNode record = read.values().iterator().next();
        out.println(record.path("at").asString() + "  " + record.path("writer").asString() + "  " + text + "  ["
                + record.path("record").asString() + ", " + record.path("kind").asString() + ", read from "
                + String.join(" and ", read.keySet()) + "]");
        out.flush();
    }

    void told(Instant at, String text, Verdict verdict) {
        switch (verdict) {
            case Verdict.Met(List<String> seen) -> {
                met++;
                row("met", text, seen);
            }
            case Verdict.NotMet(List<String> why) -> {
                notMet.add(at + "  " + text + ": " + String.join("; ", why));
                row("NOT MET", text, why);
            }
            case Verdict.Open(String why) -> {
                open.add(at + "  " + text + ": " + why);
                row("open", text, List.of(why));
            }
        }
        out.flush();
    }

    private void row(String word, String text, List<String> more) {
        out.println("    " + word + "  " + text);
        more.forEach(line -> out.println("         " + line));
    }

    /** What was not met, what is open, and the sum on a line of its own; whether all that could be was met. */
    boolean ends() {
        list("Not met:", notMet);
        list("Open, for no node can show it yet:", open);
        out.println();
        out.println(met + " met, " + notMet.size() + " not met, " + open.size() + " open");
        out.flush();
        return notMet.isEmpty();
    }

    private void list(String heading, List<String> rows) {
        if (!rows.isEmpty()) {
            out.println();
            out.println(heading);
            rows.forEach(row -> out.println("  " + row));
        }
    }
}
