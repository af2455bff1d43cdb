package org.parley.cli.simulate;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.parley.sim.Outcome;

/** For people: a line for each seed, and more for one that failed. */
final class TextTelling implements Telling {
    private final PrintWriter out;
    private final Asked asked;

    TextTelling(PrintWriter out, Asked asked) {
        this.out = out;
        this.asked = asked;
    }

    @Override
    public void seed(Outcome outcome, boolean traced) {
        String faults = outcome.faults().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        out.println("seed " + outcome.seed() + ": " + outcome.nodes() + " nodes, " + outcome.events() + " events, "
                + outcome.faultCount() + " faults (" + faults + "): " + (outcome.holds() ? "all holds" : "FAILED"));
        outcome.broken().forEach(broken -> out.println("  " + plain(broken)));
        if (traced) {
            outcome.trace().forEach(line -> out.println("  | " + plain(line)));
        }
        if (!outcome.holds()) {
            out.println("  replay: " + asked.replay(outcome.seed()) + (traced ? "" : " --trace"));
        }
    }

    /** Reasons of a peer may hold whatever a damaged frame held. */
    static String plain(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    @Override
    public void sum(Sum sum) {
        out.println(sum.seeds() + " seeds from " + asked.first() + ": " + sum.events() + " events (at least "
                + sum.fewestEvents() + " a seed), " + sum.faultCount() + " faults (at least " + sum.fewestFaults()
                + " a seed), " + sum.failed().size() + " failed");
        sum.faults().forEach((fault, count) -> out.println("  %-22s %d".formatted(fault, count)));
        if (!sum.failed().isEmpty()) {
            out.println("failed: " + sum.failed().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
