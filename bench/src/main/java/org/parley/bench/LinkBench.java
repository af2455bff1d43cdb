package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.parley.bench.pair.Child;
import org.parley.bench.pair.Drafts;
import org.parley.bench.pair.Echo;
import org.parley.bench.pair.Pair;
import org.parley.bench.pair.Result;
import org.parley.bench.pair.Running;
import org.parley.bench.pair.SlowPath;
import org.parley.node.journal.JournalLines;

/**
 * Two nodes in two processes, TLS with both certificates between them on the loopback, every commit synced: from the moment a draft
 * is begun until the receipt of the other node is here and verified.
 */
final class LinkBench {
    private static final int SLOW_BYTES = 64_000 / 8;
    private static final int ASK_EVERY_MS = 100;
    private static final double MIB = 1 << 20;

    private final PrintStream out;
    private final int seconds;
    private final int warmUp;
    private final int rounds;

    private LinkBench(PrintStream out, int seconds, int warmUp, int rounds) {
        this.out = out;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    static int run(PrintStream out, Options options) throws Exception {
        LinkBench bench = new LinkBench(
                out, options.number("--seconds", 60), options.number("--warm-up", 20), options.number("--rounds", 3));
        int inFlight = options.number("--in-flight", 256);
        int imported = options.number("--import", 1_000_000);
        int backlog = options.number("--backlog", 100_000);
        int asked = options.number("--safety", 200);
        List<String> chosen = new ArrayList<>();
        for (String part : List.of("--one", "--many", "--bulk", "--idle", "--slow")) {
            if (options.flag(part)) {
                chosen.add(part);
            }
        }
        options.noOthers();
        JournalLines.toStandardError(Level.WARNING);
        Machine.print(out, options);
        String folders = "(?<==)/\\S*/"; // of one machine: they say nothing to a reader of figures
        out.println("nodes     java " + String.join(" ", Child.options()).replaceAll(folders, ""));
        out.printf("load      records with a body of eight fields, %d bytes%n", Drafts.BYTES);
        Path folder = Files.createTempDirectory("parley-bench-");
        try {
            DiskSpeed.print(out, folder);
            echo(out);
            for (String part : chosen.isEmpty() ? List.of("--one", "--many", "--bulk", "--idle", "--slow") : chosen) {
                Pair pair = Pair.make(Files.createTempDirectory(folder, "pair-"));
                out.println();
                switch (part) {
                    case "--one" -> bench.inFlight(pair, 1);
                    case "--many" -> bench.inFlight(pair, inFlight);
                    case "--bulk" -> bench.bulk(pair, imported);
                    case "--idle" -> bench.idle(pair);
                    default -> bench.slow(pair, backlog, asked);
                }
            }
            DiskSpeed.print(out, folder);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void echo(PrintStream out) throws Exception {
        Histogram micros = Echo.micros(20_000);
        out.printf(
                "link      a frame of 1 KiB there and back within one process, %,d times: mean %.0f µs, p50 %d, p99 %d, max %d%n",
                micros.getTotalCount(),
                micros.getMean(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getMaxValue());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void inFlight(Pair pair, int window) throws Exception {
        out.printf(
                "%d in flight, each until its receipt is here; %d s after %d s of warm-up, rounds one after the other; times in ms%n%n",
                window, seconds, warmUp);
        out.println("| round | records/s | CPU of both, µs a record | records a head | " + Result.HEADS + " |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        long records = 0;
        List<Result> results = new ArrayList<>();
        try (Running running = Running.start(pair)) {
            records += Long.parseLong(many(running, window, warmUp)[0]);
            for (int round = 1; round <= rounds; round++) {
                double before = running.processors();
                String[] answer = many(running, window, seconds);
                double cpu = running.processors() - before;
                Result result = Result.of(answer[2]);
                results.add(result);
                long all = Long.parseLong(answer[0]);
                records += all;
                out.printf(
                        "| %d | %,.0f | %.0f | %.0f | %s |%n",
                        round, result.rate(), cpu / all * 1e6, Double.parseDouble(answer[1]), result.columns());
            }
            memory(running, "after it");
            running.stop();
        }
        out.printf("%nmedian: %,.0f records/s%n", Result.median(results, Result::rate));
        disk(pair, records);
    }

    /** How many, how many a head on average, and the result. */
    private static String[] many(Running running, int window, int seconds) throws IOException {
        return running.sender().ask("many " + window + " " + seconds).split(" ", 3);
    }

    /** What lies on the disk when all is in the database, for each record, at both. */
    private void disk(Pair pair, long records) throws IOException {
        for (Path folder : List.of(pair.azure(), pair.birch())) {
            long bytes = Files.size(folder.resolve("parley.db"));
            out.printf(
                    "disk      %s: %.0f MiB, %.0f bytes a record, all receipts kept%n",
                    folder.getFileName(), bytes / MIB, (double) bytes / records);
        }
    }

    private void memory(Running running, String when) throws IOException {
        out.printf(
                "memory    %s: speaking node %.0f MiB, serving node %.0f MiB%n",
                when, running.sender().memory(), running.receiver().memory());
    }

    private void bulk(Pair pair, int count) throws Exception {
        out.printf(
                "bulk import of %,d records as fast as they become durable here, a safety record every %d ms; ms to its receipt%n%n",
                count, ASK_EVERY_MS);
        out.println("| import, s | records/s with receipts | safety records | " + Result.HEADS + " |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        try (Running running = Running.start(pair)) {
            String[] answer =
                    running.sender().ask("import " + count + " " + ASK_EVERY_MS).split(" ", 2);
            double took = Double.parseDouble(answer[0]);
            Result result = Result.of(answer[1]);
            out.printf("| %.1f | %,.0f | %d | %s |%n%n", took, count / took, result.timed(), result.columns());
            memory(running, "after it");
            running.sender().kill();
            running.receiver().kill();
        }
        restarts(pair);
        disk(pair, count);
    }

    private void restarts(Pair pair) throws Exception {
        out.printf(
                "%n| restart | after a clean stop, s | after a kill, s, the first at the end of the import |%n|---|---:|---:|%n");
        for (Path folder : List.of(pair.azure(), pair.birch())) {
            List<Double> clean = new ArrayList<>();
            List<Double> killed = new ArrayList<>();
            killed.add(start(folder, false));
            for (int round = 0; round < rounds; round++) {
                clean.add(start(folder, true));
                killed.add(start(folder, false));
            }
            out.printf("| %s | %s | %s |%n", folder.getFileName(), words(clean), words(killed));
        }
        try (Running running = Running.start(pair)) {
            Thread.sleep(seconds * 1_000L);
            memory(running, "linked and idle for " + seconds + " s after a restart");
            running.stop();
        }
    }

    private static String words(List<Double> seconds) {
        return String.join(", ", seconds.stream().map("%.2f"::formatted).toList());
    }

    /** From the start of the process to its word that it is ready; afterwards it is stopped, or killed. */
    private static double start(Path folder, boolean kill) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (Child child = Running.serve(folder)) {
            child.line();
            double took = (System.nanoTime() - begin) / 1e9;
            if (kill) {
                child.kill();
            } else {
                child.stop();
            }
            return took;
        }
    }

    private void idle(Pair pair) throws Exception {
        try (Running running = Running.start(pair)) {
            Thread.sleep(seconds * 1_000L);
            memory(running, "linked and idle for " + seconds + " s");
        }
    }

    private void slow(Pair pair, int backlog, int asked) throws Exception {
        out.printf(
                "a path of 64 kbit/s each way, a backlog of %,d records, a safety record every second; ms to its receipt%n%n",
                backlog);
        out.println("| backlog before | safety records | " + Result.HEADS + " |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
        try (Child receiver = Running.serve(pair.birch());
                Child path = Child.start(
                        pair.birch().resolveSibling("path.journal"),
                        SlowPath.class.getName(),
                        String.valueOf(Running.port(receiver.line())),
                        String.valueOf(SLOW_BYTES));
                Child sender = Running.sender(pair, Integer.parseInt(path.line()))) {
            String waiting = sender.ask("backlog " + backlog);
            Result result = Result.of(sender.ask("safety " + asked + " 1000"));
            out.printf("| %s | %d | %s |%n", waiting, result.timed(), result.columns());
        }
    }
}
