package org.parley.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.bench.load.Layout;
import org.parley.bench.load.Load;
import org.parley.space.Activity;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/**
 * The conflict search: exact queries, candidates, inserts while queried, bulk load, self-join, bytes; with
 * {@code --peers} the same questions to peers, whose answers must be the same sets.
 */
final class SpaceBench {
    /** As in the defaults of {@code parley check}: 500 m, 100 m, 300 s. */
    static final Minima MINIMA = Minima.of(500, 100, 300);

    static final long SEED = 1;
    static final long PROBE_SEED = 2;
    private static final int COMPARED = 2_000;

    private final PrintStream out;
    private final List<Activity> activities;
    private final List<Activity> probes;
    private final int rounds;

    private SpaceBench(PrintStream out, List<Activity> activities, List<Activity> probes, int rounds) {
        this.out = out;
        this.activities = activities;
        this.probes = probes;
        this.rounds = rounds;
    }

    static int run(PrintStream out, Options options) throws Exception {
        int volumes = options.number("--n", 1_000_000);
        int rounds = options.number("--rounds", 5);
        int asked = options.number("--probes", 200_000);
        boolean dense = options.flag("--dense");
        boolean peers = options.flag("--peers");
        boolean growth = options.flag("--growth");
        options.noOthers();
        Machine.print(out, options);
        MemorySpeed.print(out);
        if (growth) {
            GrowthRounds.run(out, volumes, dense, asked, rounds);
            return 0;
        }
        Layout layout = layout(volumes, dense);
        describe(out, volumes, dense, layout);
        long before = Machine.heap();
        long begin = System.nanoTime();
        List<Activity> activities = new Load(layout, SEED, "A-").activities(0, volumes);
        double seconds = since(begin);
        out.printf(
                "made in %.1f s; %,d bytes of heap for each activity, outside the index%n",
                seconds, (Machine.heap() - before) / volumes);
        List<Activity> probes = new Load(layout, PROBE_SEED, "Q-").activities(0, asked);
        return new SpaceBench(out, activities, probes, rounds).measure(peers) ? 0 : 1;
    }

    static Layout layout(int volumes, boolean dense) {
        return dense ? Layout.dense(volumes) : Layout.standard(volumes);
    }

    static void describe(PrintStream out, int volumes, boolean dense, Layout layout) {
        out.printf(
                "load      %s, seed %d: %,d volumes, %d theatres of %.0f km with %d cities; minima 500 m, 100 m, 300 s%n",
                dense ? "dense" : "standard", SEED, volumes, layout.theatres(), layout.side() / 1000, layout.cities());
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean measure(boolean withPeers) throws InterruptedException {
        long before = Machine.heap();
        LiveIndex index = new LiveIndex(MinimaTable.of(MINIMA));
        long begin = System.nanoTime();
        index.load(activities);
        double seconds = since(begin);
        bytes("parley", seconds, before);
        List<Engine> engines = new ArrayList<>(List.of(new SpaceEngine(index.snapshot())));
        if (withPeers) {
            engines.addAll(peers());
            if (!agree(engines)) {
                return false;
            }
        }
        QueryRounds queries = new QueryRounds(engines, probes, rounds);
        queries.conflicts(out);
        queries.candidates(out);
        new InsertRounds(MinimaTable.of(MINIMA), activities, probes).run(out, rounds);
        return selfJoins(
                index.snapshot(),
                engines.stream()
                        .filter(engine -> !(engine instanceof LuceneEngine)) // a million of its queries: many minutes
                        .toList());
    }

    /** Bytes by difference: the heap in use after a collection, less that before, the activities being there already. */
    private void bytes(String name, double seconds, long before) {
        out.printf(
                "%s: all loaded at once (first time, cold) in %.2f s; %d bytes a volume (difference of heaps)%n",
                name, seconds, (Machine.heap() - before) / activities.size());
    }

    private List<Engine> peers() {
        return List.of(
                made("JTS HPRtree", () -> JtsEngine.hpr(activities, MINIMA)),
                made("JTS STRtree", () -> JtsEngine.str(activities, MINIMA)),
                made("Lucene BKD", () -> new LuceneEngine(activities, MINIMA)));
    }

    private Engine made(String name, Supplier<Engine> peer) {
        long before = Machine.heap();
        long begin = System.nanoTime();
        Engine engine = peer.get();
        bytes(name, since(begin), before);
        return engine;
    }

    /** Whether all engines find the same sets; a benchmark that compares different answers is a defect. */
    private boolean agree(List<Engine> engines) {
        List<Activity> sample = probes.subList(0, Math.min(COMPARED, probes.size()));
        for (Activity probe : sample) {
            Found first = new Found();
            engines.getFirst().conflicts(probe, first);
            for (Engine engine : engines.subList(1, engines.size())) {
                Found other = new Found();
                engine.conflicts(probe, other);
                if (!first.sorted().equals(other.sorted())) {
                    out.printf(
                            "DIFFERENT ANSWERS for %s: %s, %s %s%n",
                            probe.id(), first.sorted(), engine.name(), other.sorted());
                    return false;
                }
            }
        }
        out.printf("the same sets from all engines for %,d probes%n", sample.size());
        return true;
    }

    /** Ours in every round, each peer once; false when the numbers of pairs differ. */
    private boolean selfJoins(Snapshot snapshot, List<Engine> engines) {
        out.printf("%nself-join: every conflicting pair of different parties once, one thread%n%n");
        out.println("| engine | round | s | pairs |");
        out.println("|---|---|---:|---:|");
        List<Double> times = new ArrayList<>();
        long pairs = 0;
        for (int round = 1; round <= rounds; round++) {
            long[] count = {0};
            long begin = System.nanoTime();
            snapshot.selfJoin(Parties.DIFFERENT, (a, i, b, j) -> count[0]++);
            times.add(since(begin));
            pairs = count[0];
            out.printf("| parley | %d | %.1f | %,d |%n", round, times.getLast(), pairs);
        }
        boolean same = true;
        for (Engine peer : engines.subList(1, engines.size())) {
            long begin = System.nanoTime();
            long found = pairs(peer);
            out.printf("| %s | 1 | %.1f | %,d |%n", peer.name(), since(begin), found);
            same &= found == pairs;
        }
        out.printf("| parley | median | %.1f | %,d |%n", QueryRounds.median(times, time -> time), pairs);
        out.println(same ? "" : "DIFFERENT NUMBERS OF PAIRS");
        return same;
    }

    /** A tree without a self-join is asked for each volume, and finds each pair twice. */
    private long pairs(Engine peer) {
        Found found = new Found();
        long twice = 0;
        for (Activity activity : activities) {
            found.clear();
            peer.conflicts(activity, found);
            twice += found.size();
        }
        return twice / 2;
    }
}
