package org.parley.sim;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.crypto.Signatures;

/** Runs seeds and tells what came of them: {@code parley simulate}. */
public final class Simulate {
    private final PrintWriter out;
    private final Signatures stub;

    /**
     * A simulator that prints here.
     *
     * @param real makes public keys; nothing is signed with it
     */
    public Simulate(PrintWriter out, Signatures real) {
        this.out = out;
        this.stub = new StubSignatures(real);
    }

    /**
     * Runs so many seeds from the first on.
     *
     * @param nodes 2 to 5, or 0 for as many as each seed says
     * @param each whether a line is printed for every seed, or only for those that fail
     * @return how many failed
     */
    public int run(long seed, long seeds, int nodes, Optional<Fault> only, boolean each) {
        long begin = System.nanoTime();
        long events = 0;
        int failed = 0;
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        for (long next = seed; next < seed + seeds; next++) {
            Outcome outcome = new Simulation(next, nodes, only, Bug.NONE).run(stub);
            events += outcome.events();
            outcome.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
            if (each || !outcome.broken().isEmpty()) {
                print(outcome);
            }
            if (!outcome.broken().isEmpty()) {
                failed++;
            }
        }
        out.printf(
                "%,d seeds from %d: %,d events, %,d faults, %d failed, %.1f s%n",
                seeds,
                seed,
                events,
                faults.values().stream().mapToInt(Integer::intValue).sum(),
                failed,
                (System.nanoTime() - begin) / 1e9);
        faults.forEach((fault, count) -> out.printf("  %-22s %,d%n", fault, count));
        return failed;
    }

    private void print(Outcome outcome) {
        out.printf(
                "seed %d: %d nodes, %,d events, %d faults %s: %s%n",
                outcome.seed(),
                outcome.nodes(),
                outcome.events(),
                outcome.faultCount(),
                outcome.faults(),
                outcome.broken().isEmpty() ? "all holds" : "BROKEN");
        outcome.broken().forEach(broken -> out.println("  " + broken));
        if (!outcome.broken().isEmpty()) {
            out.println("  replay: ./parley simulate --seed " + outcome.seed());
        }
    }

    /** Prints what happened in one seed, moment by moment. */
    public int replay(long seed, int nodes, Optional<Fault> only) {
        Outcome outcome = new Simulation(seed, nodes, only, Bug.NONE).run(stub);
        outcome.trace().forEach(out::println);
        print(outcome);
        return outcome.broken().isEmpty() ? 0 : 1;
    }
}
