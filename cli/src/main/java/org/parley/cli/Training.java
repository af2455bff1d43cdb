package org.parley.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

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
            List.of("--unknown"));

    private Training() {}

    static void main() {
        for (List<String> run : RUNS) {
            Main.run(
                    new PrintWriter(Writer.nullWriter()),
                    new PrintWriter(Writer.nullWriter()),
                    run.toArray(String[]::new));
        }
    }
}
