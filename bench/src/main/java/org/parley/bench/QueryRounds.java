package org.parley.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.parley.space.Activity;

/**
 * Asks every engine the same probes, round after round, in one thread. In each round the engines take turns, the one
 * that began last time coming last; the first rounds only warm up.
 */
final class QueryRounds {
    private static final int WARM_UP = 2;
    private static final double MICROSECOND = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<? extends Engine> engines;
    private final List<Activity> probes;
    private final int rounds;

    QueryRounds(List<? extends Engine> engines, List<Activity> probes, int rounds) {
        this.engines = engines;
        this.probes = probes;
        this.rounds = rounds;
    }

    /** What one engine did in one round; µs of processor time a query tell of a machine that was not quiet. */
    record Round(Histogram nanos, double cpu, double found) {
        double micros(double percentile) {
            return nanos.getValueAtPercentile(percentile) / MICROSECOND;
        }

        double mean() {
            return nanos.getMean() / MICROSECOND;
        }
    }

    /** Asks one probe and says how many were found. */
    private interface Question {
        int ask(Engine engine, Activity probe);
    }

    void conflicts(PrintStream out) {
        print(out, "exact query: the set of conflicting ids", run(exactly()));
    }

    void candidates(PrintStream out) {
        print(out, "candidates only: counted, after windows and bands", run(Engine::candidates));
    }

    /** All rounds of the only engine: exact queries. */
    List<Round> conflicts() {
        return run(exactly()).values().iterator().next();
    }

    /** All rounds of the only engine: candidates. */
    List<Round> candidates() {
        return run(Engine::candidates).values().iterator().next();
    }

    private static Question exactly() {
        Found found = new Found();
        return (engine, probe) -> {
            found.clear();
            engine.conflicts(probe, found);
            return found.size();
        };
    }

    private Map<Engine, List<Round>> run(Question question) {
        Map<Engine, List<Round>> measured = new LinkedHashMap<>();
        engines.forEach(engine -> measured.put(engine, new ArrayList<>()));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int turn = 0; turn < engines.size(); turn++) {
                Engine engine = engines.get(Math.floorMod(round + turn, engines.size()));
                Round result = measure(engine, question);
                if (round >= 0) {
                    measured.getOrDefault(engine, List.of()).add(result);
                }
            }
        }
        return measured;
    }

    private Round measure(Engine engine, Question question) {
        Histogram nanos = new Histogram(60_000_000_000L, 3);
        long found = 0;
        long cpuBegin = THREADS.getCurrentThreadCpuTime();
        for (Activity probe : probes) {
            long begin = System.nanoTime();
            found += question.ask(engine, probe);
            nanos.recordValue(System.nanoTime() - begin);
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - cpuBegin) / MICROSECOND / probes.size();
        return new Round(nanos, cpu, found / (double) probes.size());
    }

    private void print(PrintStream out, String title, Map<Engine, List<Round>> measured) {
        out.printf("%n%s; %,d probes a round after %d rounds of warm-up; µs%n%n", title, probes.size(), WARM_UP);
        out.println("| engine | round | found, mean | mean | p50 | p99 | p99.9 | mean of CPU |");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|");
        for (int i = 0; i < rounds; i++) {
            int round = i;
            measured.forEach(
                    (engine, of) -> line(out, engine, String.valueOf(round + 1), of.subList(round, round + 1)));
        }
        measured.forEach((engine, of) -> line(out, engine, "median", of));
    }

    private static void line(PrintStream out, Engine engine, String label, List<Round> of) {
        out.printf(
                "| %s | %s | %.2f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                engine.name(),
                label,
                median(of, Round::found),
                median(of, Round::mean),
                median(of, round -> round.micros(50)),
                median(of, round -> round.micros(99)),
                median(of, round -> round.micros(99.9)),
                median(of, Round::cpu));
    }

    /** The middle one; of an even number the lower of both. */
    static <T> double median(List<T> of, ToDoubleFunction<T> figure) {
        return of.stream()
                .mapToDouble(figure)
                .sorted()
                .skip((of.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
