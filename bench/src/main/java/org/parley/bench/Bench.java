package org.parley.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by name: {@code ./parley bench NAME [OPTIONS]}. */
public final class Bench {
    private static final int USAGE = 64;

    /** One benchmark: prints machine, command, load and percentiles; its exit status is 1 when answers differ. */
    @FunctionalInterface
    interface Program {
        int run(PrintStream out, Options options) throws Exception;
    }

    /** One line for each benchmark: its name and the program. */
    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.of(
            "chains", ChainsBench::run,
            "check", CheckBench::run,
            "fold", FoldBench::run,
            "ledger", LedgerBench::run,
            "link", LinkBench::run,
            "node", NodeBench::run,
            "space", SpaceBench::run,
            "verify", VerifyBench::run));

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) throws Exception {
        Program program = args.length == 0 ? null : PROGRAMS.get(args[0]);
        if (program != null) {
            try {
                return program.run(out, new Options(args[0], Arrays.copyOfRange(args, 1, args.length)));
            } catch (Options.Wrong wrong) {
                err.println("parley: " + wrong.getMessage());
                return USAGE;
            }
        }
        boolean help = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
        PrintStream to = help ? out : err;
        if (args.length > 0 && !help) {
            to.println("parley: no benchmark of that name: " + args[0]);
        }
        to.println("Usage: parley bench NAME [OPTIONS]");
        to.println("  space [--n N] [--rounds R] [--probes P] [--dense] [--peers]   the conflict search");
        to.println(
                "  chains [--rounds R]                                           the exact test where it is slowest");
        to.println("  check [--n N] [--rounds R] [--dense]                          parley check on a file");
        to.println(
                "  console                                                       the page, in a browser, at two nodes");
        to.println(
                "  fold [--n N] [--rounds R]                                     the picture of a line, as records come");
        to.println("  ledger [--commits N]                                          hashes, signatures, commits");
        to.println(
                "  link [--one] [--many] [--bulk] [--idle] [--slow]              two nodes in two processes; more options:");
        to.println(
                "       [--rounds R] [--seconds S] [--warm-up S] [--in-flight N] [--import N] [--backlog N] [--safety N]");
        to.println(
                "  node [--present N] [--seconds S] [--clients C] [--listeners N] [--soak MINUTES]   two served nodes, asked over HTTP");
        to.println("  verify [--n N] [--rounds R] [--folder DIR]                    parley verify on a node's folder");
        return help ? 0 : USAGE;
    }
}
