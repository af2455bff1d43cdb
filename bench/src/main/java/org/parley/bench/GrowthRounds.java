package org.parley.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.parley.bench.load.Layout;
import org.parley.bench.load.Load;
import org.parley.space.Activity;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;

/** How a query grows with the number of volumes: the same probes of ten thousand, a hundred thousand and so on, at one density. */
final class GrowthRounds {
    private static final int FIRST = 10_000;
    private static final int STEP = 10;

    /** Microseconds of one mark of a bar. */
    private static final double MARK = 0.25;

    private GrowthRounds() {}

    static void run(PrintStream out, int most, boolean dense, int asked, int rounds) {
        out.printf(
                "%nmedians of %d rounds of %,d probes; a mark for each %.2f µs of the mean%n%n", rounds, asked, MARK);
        out.println("| volumes | | found, mean | mean | p50 | p99 | |");
        out.println("|---:|---|---:|---:|---:|---:|---|");
        for (int volumes = FIRST; volumes <= most; volumes *= STEP) {
            Layout layout = SpaceBench.layout(volumes, dense);
            LiveIndex index = new LiveIndex(MinimaTable.of(SpaceBench.MINIMA));
            index.load(new Load(layout, SpaceBench.SEED, "A-").activities(0, volumes));
            List<Activity> probes = new Load(layout, SpaceBench.PROBE_SEED, "Q-").activities(0, asked);
            Machine.heap();
            QueryRounds queries = new QueryRounds(List.of(new SpaceEngine(index.snapshot())), probes, rounds);
            line(out, volumes, "exact", queries.conflicts());
            line(out, volumes, "candidates", queries.candidates());
        }
    }

    private static void line(PrintStream out, int volumes, String what, List<QueryRounds.Round> rounds) {
        ToDoubleFunction<QueryRounds.Round> mean = QueryRounds.Round::mean;
        out.printf(
                "| %,d | %s | %.2f | %.1f | %.1f | %.1f | %s |%n",
                volumes,
                what,
                QueryRounds.median(rounds, QueryRounds.Round::found),
                QueryRounds.median(rounds, mean),
                QueryRounds.median(rounds, round -> round.micros(50)),
                QueryRounds.median(rounds, round -> round.micros(99)),
                "█".repeat((int) Math.round(QueryRounds.median(rounds, mean) / MARK)));
    }
}
