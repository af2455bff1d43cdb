package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    /** Figures of one run: seconds by the clock and of the processors, the most memory in MiB, and what it said. */
    private record Run(double wall, double cpu, double memory, int exit, String said) {
        void print(PrintStream out, String label) {
            out.printf("| %s | %.1f | %.1f | %.0f | %s |%n", label, wall, cpu, memory, said);
        }
    }

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
            return measure(out, List.of(launcher().toString(), "check", "--format", "count", file.toString()), rounds);
        } finally {
            Files.delete(file);
        }
    }

    private static int measure(PrintStream out, List<String> command, int rounds) throws Exception {
        out.printf("runs      ./parley check --format count FILE, JVM options as in the launcher%n%n");
        out.println("| round | wall, s | CPU, s | peak RSS, MiB | pairs |");
        out.println("|---|---:|---:|---:|---:|");
        List<Run> runs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Run run = once(command);
            run.print(out, String.valueOf(round));
            if (run.exit > CONFLICTS) {
                out.printf("FAILED: exit status %d%n", run.exit);
                return 1;
            }
            runs.add(run);
        }
        out.printf(
                "| median | %.1f | %.1f | %.0f | |%n",
                QueryRounds.median(runs, Run::wall),
                QueryRounds.median(runs, Run::cpu),
                QueryRounds.median(runs, Run::memory));
        boolean same = runs.stream().map(Run::said).distinct().count() == 1;
        out.println(same ? "" : "DIFFERENT ANSWERS");
        return same ? 0 : 1;
    }

    private static Run once(List<String> command) throws IOException, InterruptedException {
        double cpuBefore = childrenSeconds();
        File answer = File.createTempFile("parley-bench-", ".txt");
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            double most = 0;
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, peakMemory(process.pid()));
            }
            double wall = (System.nanoTime() - begin) / 1e9;
            String said = Files.readString(answer.toPath()).strip();
            return new Run(wall, childrenSeconds() - cpuBefore, most, process.exitValue(), said);
        } finally {
            Files.delete(answer.toPath());
        }
    }

    /** MiB; what Linux says of a process, of the last moments before it ends nothing. 0 on other systems. */
    private static double peakMemory(long pid) {
        return Machine.field("/proc/" + pid + "/status", "VmHWM")
                .map(kib -> Long.parseLong(kib.replaceAll("\\D", "")) / 1024.0)
                .orElse(0.0);
    }

    /** Seconds of processors that children took who have ended, by fields 16 and 17 of Linux's stat, in 10 ms. */
    private static double childrenSeconds() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return Double.NaN;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    /** The launcher: in the folder PARLEY_HOME, or above the jar that this class came from. */
    private static Path launcher() throws URISyntaxException, IOException {
        String home = System.getenv("PARLEY_HOME");
        Path at = home != null
                ? Path.of(home)
                : Path.of(CheckBench.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        for (Path folder = at; folder != null; folder = folder.getParent()) {
            Path launcher = folder.resolve("parley");
            if (Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
                return launcher;
            }
        }
        throw new IOException("no launcher 'parley' in or above " + at + "; set PARLEY_HOME to its folder");
    }
}
