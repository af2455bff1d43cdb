package org.parley.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by name: {@code ./parley bench NAME [OPTIONS]}. */
public final class Bench {
    private static final int USAGE = 64;

    /** One benchmark: gets what followed its name and prints load, machine, command and percentiles. */
    @FunctionalInterface
    interface Program {
        void run(PrintStream out, String... args) throws Exception;
    }

    /** One line for each benchmark: its name and the program. */
    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.of());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) throws Exception {
        Program program = args.length == 0 ? null : PROGRAMS.get(args[0]);
        if (program != null) {
            program.run(out, Arrays.copyOfRange(args, 1, args.length));
            return 0;
        }
        boolean help = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
        PrintStream to = help ? out : err;
        if (args.length > 0 && !help) {
            to.println("parley: no benchmark of that name: " + args[0]);
        }
        to.println("Usage: parley bench NAME [OPTIONS]");
        to.println(PROGRAMS.isEmpty() ? "There is no benchmark yet." : "NAME: " + String.join(", ", PROGRAMS.keySet()));
        return help ? 0 : USAGE;
    }
}
