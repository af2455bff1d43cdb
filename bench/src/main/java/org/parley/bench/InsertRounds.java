package org.parley.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.parley.space.Activity;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;

/**
 * Fills an index that already holds one half of the activities with the other, one by one, while a second thread takes
 * a snapshot for each query and asks it. The packing of runs is the writer's own work and is in its figures.
 */
final class InsertRounds {
    private static final int WARM_UP = 1;

    private final MinimaTable minima;
    private final List<Activity> activities;
    private final List<Activity> probes;

    InsertRounds(MinimaTable minima, List<Activity> activities, List<Activity> probes) {
        this.minima = minima;
        this.activities = activities;
        this.probes = probes;
    }

    /** Figures of one round: volumes a second, the longest insert in ms, and the queries meanwhile in µs. */
    private record Round(double loadSeconds, double rate, double longest, Histogram queries) {
        double mean() {
            return queries.getMean() / 1e3;
        }

        double p99() {
            return queries.getValueAtPercentile(99) / 1e3;
        }

        void print(PrintStream out, String label) {
            out.printf(
                    "| %s | %.2f | %,.0f | %.1f | %,d | %.1f | %.1f |%n",
                    label, loadSeconds, rate, longest, queries.getTotalCount(), mean(), p99());
        }
    }

    void run(PrintStream out, int rounds) throws InterruptedException {
        int half = activities.size() / 2;
        out.printf(
                "%ninsert: %,d loaded at once, then %,d one by one; a second thread queries snapshots%n%n",
                half, activities.size() - half);
        out.println("| round | bulk load, s | inserts/s | longest insert, ms | queries | query mean, µs | p99, µs |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        List<Round> measured = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Round result = round();
            if (round >= 0) {
                measured.add(result);
                result.print(out, String.valueOf(round + 1));
            }
        }
        out.printf(
                "| median | %.2f | %,.0f | %.1f | | %.1f | %.1f |%n",
                QueryRounds.median(measured, Round::loadSeconds),
                QueryRounds.median(measured, Round::rate),
                QueryRounds.median(measured, Round::longest),
                QueryRounds.median(measured, Round::mean),
                QueryRounds.median(measured, Round::p99));
    }

    private Round round() throws InterruptedException {
        int half = activities.size() / 2;
        LiveIndex index = new LiveIndex(minima);
        long begin = System.nanoTime();
        index.load(activities.subList(0, half));
        double loadSeconds = (System.nanoTime() - begin) / 1e9;
        Reader reader = new Reader(index, probes);
        Thread thread = new Thread(reader, "reader");
        thread.start();
        long longest = 0;
        long first = System.nanoTime();
        long last = first;
        for (Activity activity : activities.subList(half, activities.size())) {
            index.insert(activity);
            long now = System.nanoTime();
            longest = Math.max(longest, now - last);
            last = now;
        }
        reader.stop();
        thread.join();
        double rate = (activities.size() - half) / ((last - first) / 1e9);
        return new Round(loadSeconds, rate, longest / 1e6, reader.nanos);
    }

    /** Asks one probe after another, each of the newest snapshot, until told to stop. */
    private static final class Reader implements Runnable {
        private final LiveIndex index;
        private final List<Activity> probes;
        private final Histogram nanos = new Histogram(60_000_000_000L, 3);
        private volatile boolean stopped;

        Reader(LiveIndex index, List<Activity> probes) {
            this.index = index;
            this.probes = probes;
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            Found found = new Found();
            for (int i = 0; !stopped; i = (i + 1) % probes.size()) {
                Activity probe = probes.get(i);
                long begin = System.nanoTime();
                found.clear();
                new SpaceEngine(index.snapshot()).conflicts(probe, found);
                nanos.recordValue(System.nanoTime() - begin);
            }
        }
    }
}
