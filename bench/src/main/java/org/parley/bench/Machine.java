package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a figure was measured on. */
final class Machine {
    private Machine() {}

    private static final double GIB = 1L << 30;

    static void print(PrintStream out, Options options) {
        out.println("command   " + options.command());
        out.println("date      " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        out.printf("machine   %s, %d cores, %s GiB, load average %s%n", cpu(), cores(), memory(), load());
        out.printf(
                "java      %s %s, heap at most %.1f GiB, %s%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                Runtime.getRuntime().maxMemory() / GIB,
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String cpu() {
        return field("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch", "?"));
    }

    private static String memory() {
        return field("/proc/meminfo", "MemTotal")
                .map(kib -> "%.0f".formatted(Long.parseLong(kib.replaceAll("\\D", "")) * 1024 / GIB))
                .orElse("?");
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** What follows the colon of the first line of that name, in one of Linux's files. */
    static Optional<String> field(String file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException notThisSystem) {
            return List.of();
        }
    }

    /** Bytes of the heap in use after a collection. */
    static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
