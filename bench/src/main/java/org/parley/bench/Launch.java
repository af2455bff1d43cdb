package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command as a process of its own.
 *
 * @param wall seconds by the clock
 * @param cpu seconds of the processors
 * @param memory the most of it that was resident, MiB
 * @param said on standard output
 */
record Launch(double wall, double cpu, double memory, int exit, String said) {
    void print(PrintStream out, String label, String answer) {
        out.printf("| %s | %.1f | %.1f | %.0f | %s |%n", label, wall, cpu, memory, answer);
    }

    static Launch of(List<String> command) throws IOException, InterruptedException {
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
            return new Launch(wall, childrenSeconds() - cpuBefore, most, process.exitValue(), said);
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
    static Path launcher() throws URISyntaxException, IOException {
        String home = System.getenv("PARLEY_HOME");
        Path at = home != null
                ? Path.of(home)
                : Path.of(Launch.class
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
