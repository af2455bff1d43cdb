package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code parley verify} of a node's folder with one long log, as a process of its own, once a round. The folder is written by
 * the store: batches of 256 records with bodies of about 300 bytes in eight fields, each with a signed head and a receipt.
 */
final class VerifyBench {
    private static final double MIB = 1 << 20;

    private VerifyBench() {}

    static int run(PrintStream out, Options options) throws Exception {
        int records = options.number("--n", 1_000_000);
        int rounds = options.number("--rounds", 3);
        Optional<String> kept = options.text("--folder");
        options.noOthers();
        Machine.print(out, options);
        Path folder = kept.isPresent() ? Path.of(kept.get()) : Files.createTempDirectory("parley-bench-");
        try {
            Path database = folder.resolve("parley.db");
            if (!Files.exists(database)) {
                long begin = System.nanoTime();
                WrittenLog.write(folder, records);
                out.printf("written   in %.1f s%n", (System.nanoTime() - begin) / 1e9);
            }
            out.printf("folder    %,d records, %.0f MiB%n", records, Files.size(database) / MIB);
            return measure(out, List.of(Launch.launcher().toString(), "verify", folder.toString()), rounds);
        } finally {
            if (kept.isEmpty()) {
                delete(folder);
            }
        }
    }

    private static int measure(PrintStream out, List<String> command, int rounds) throws Exception {
        out.printf("runs      ./parley verify DIR, JVM options as in the launcher%n%n");
        out.println("| round | wall, s | CPU, s | peak RSS, MiB | |");
        out.println("|---|---:|---:|---:|---|");
        List<Launch> runs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Launch run = Launch.of(command);
            String last = run.said().lines().reduce("", (_, line) -> line);
            run.print(out, String.valueOf(round), last);
            if (run.exit() != 0) {
                out.printf("FAILED: exit status %d%n%s%n", run.exit(), run.said());
                return 1;
            }
            runs.add(run);
        }
        out.printf(
                "| median | %.1f | %.1f | %.0f | |%n%n",
                QueryRounds.median(runs, Launch::wall),
                QueryRounds.median(runs, Launch::cpu),
                QueryRounds.median(runs, Launch::memory));
        out.println(runs.getLast().said());
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
