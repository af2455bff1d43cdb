package org.parley.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.bench.load.Layout;
import org.parley.bench.load.Load;

/**
 * {@code parley check --format count} of the load as a file of newline-delimited GeoJSON, as a process of its own, once a
 * round; the number is that of the pairs in the self-join of {@code parley bench space}.
 */
final class CheckBench {
    private static final int CONFLICTS = 1;
    private static final double MIB = 1 << 20;

    private CheckBench() {}

    static int run(PrintStream out, Options options) throws Exception {
        int volumes = options.number("--n", 1_000_000);
        int rounds = options.number("--rounds", 3);
        boolean dense = options.flag("--dense");
        options.noOthers();
        Machine.print(out, options);
        Layout layout = SpaceBench.layout(volumes, dense);
        SpaceBench.describe(out, volumes, dense, layout);
        Path file = Files.createTempFile("parley-bench-", ".ndjson");
        try {
            new Load(layout, SpaceBench.SEED, "A-").write(file, volumes);
            out.printf("file      %,d features, %.0f MiB%n", volumes, Files.size(file) / MIB);
            return measure(
                    out, List.of(Launch.launcher().toString(), "check", "--format", "count", file.toString()), rounds);
        } finally {
            Files.delete(file);
        }
    }

    private static int measure(PrintStream out, List<String> command, int rounds) throws Exception {
        out.printf("runs      ./parley check --format count FILE, JVM options as in the launcher%n%n");
        out.println("| round | wall, s | CPU, s | peak RSS, MiB | pairs |");
        out.println("|---|---:|---:|---:|---:|");
        List<Launch> runs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Launch run = Launch.of(command);
            run.print(out, String.valueOf(round), run.said());
            if (run.exit() > CONFLICTS) {
                out.printf("FAILED: exit status %d%n", run.exit());
                return 1;
            }
            runs.add(run);
        }
        out.printf(
                "| median | %.1f | %.1f | %.0f | |%n",
                QueryRounds.median(runs, Launch::wall),
                QueryRounds.median(runs, Launch::cpu),
                QueryRounds.median(runs, Launch::memory));
        boolean same = runs.stream().map(Launch::said).distinct().count() == 1;
        out.println(same ? "" : "DIFFERENT ANSWERS");
        return same ? 0 : 1;
    }
}
