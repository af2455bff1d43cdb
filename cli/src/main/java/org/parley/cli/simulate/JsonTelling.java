package org.parley.cli.simulate;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.sim.Fault;
import org.parley.sim.Outcome;

/** For programs: one object a line, the last is the sum. */
final class JsonTelling implements Telling {
    private final PrintWriter out;
    private final Asked asked;

    JsonTelling(PrintWriter out, Asked asked) {
        this.out = out;
        this.asked = asked;
    }

    private void print(Json.Builder object) {
        out.println(new String(Canonical.bytes(object.build()), StandardCharsets.UTF_8));
    }

    private static Json texts(List<String> all) {
        return Json.of(all.stream().map(TextTelling::plain).<Json>map(Json::of).toList());
    }

    private static Json faults(Map<Fault, ? extends Number> counts) {
        Json.Builder faults = Json.Obj.builder();
        counts.forEach((fault, count) -> faults.put(fault.toString(), count.longValue()));
        return faults.build();
    }

    @Override
    public void seed(Outcome outcome, boolean traced) {
        Json.Builder told = Json.Obj.builder()
                .put("seed", outcome.seed())
                .put("nodes", outcome.nodes())
                .put("events", outcome.events())
                .put("faults", faults(outcome.faults()))
                .put("holds", outcome.holds());
        if (!outcome.holds()) {
            told.put("broken", texts(outcome.broken())).put("replay", asked.replay(outcome.seed()));
        }
        if (traced) {
            told.put("trace", texts(outcome.trace()));
        }
        print(told);
    }

    @Override
    public void sum(Sum sum) {
        print(Json.Obj.builder()
                .put("first", asked.first())
                .put("seeds", sum.seeds())
                .put("events", sum.events())
                .put("fewest-events", sum.fewestEvents())
                .put("fewest-faults", sum.fewestFaults())
                .put("faults", faults(sum.faults()))
                .put("failed", Json.of(sum.failed().stream().<Json>map(Json::of).toList())));
    }
}
