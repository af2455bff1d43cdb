package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the launcher runs once after a build, so that the JVM keeps the classes loaded here in its AOT cache. */
final class Training {
    /** Short command lines that load what is used most; their output is thrown away. */
    private static final List<List<String>> RUNS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("check", "--help"),
            List.of("activities", "--help"),
            List.of("demo", "--help"),
            List.of("verify", "--help"),
            List.of("serve", "--help"),
            List.of("activity", "--help"),
            List.of("status", "--help"),
            List.of("doctor"),
            List.of("--unknown"));

    private Training() {}

    static void main() throws IOException {
        RUNS.forEach(Training::run);
        Path folder = Files.createTempDirectory("parley-training");
        try {
            String node = folder.resolve("node").toString();
            run(List.of("init", node, "--party", "TRAINING"));
            run(List.of("lines", node));
            run(List.of("log", node));
        } finally {
            delete(folder);
        }
    }

    private static void run(List<String> line) {
        Main.run(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                line.toArray(String[]::new));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
