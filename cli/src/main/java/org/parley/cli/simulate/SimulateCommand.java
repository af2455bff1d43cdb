package org.parley.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.Exit;
import org.parley.ledger.crypto.JcaSignatures;
import org.parley.sim.Outcome;
import org.parley.sim.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley simulate}: the deterministic simulator. */
@Command(
        name = "simulate",
        description =
                "Runs several nodes in one thread, on the ledger and the line protocol that serve runs, through faults that"
                        + " each seed chooses, and says what did not hold afterwards. A seed gives the same run everywhere.",
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  parley simulate --seeds 1000",
            "  parley simulate --seed 17 --trace",
            "  parley simulate --fault old-backup --nodes 3",
            "  parley simulate --scenario two-live-copies"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:in every seed all held", "1:some seed failed", "2:an option that cannot be used"})
public final class SimulateCommand implements Callable<Integer> {
    /** Who looks at a broken build reads one trace, not a thousand; the others are a command away. */
    private static final int TRACES = 10;

    private static final long NEWS_EVERY = Duration.ofSeconds(10).toNanos();

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed; alone, the only one (default: 0).")
    private Optional<String> seed = Optional.empty();

    @Option(names = "--seeds", paramLabel = "K", description = "How many seeds, one after the other (default: 100).")
    private Optional<String> seeds = Optional.empty();

    @Option(names = "--nodes", paramLabel = "2..5", description = "How many nodes; otherwise each seed says.")
    private Optional<String> nodes = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "Only this kind of fault: docs/reliability.md lists them.")
    private Optional<String> fault = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "One case with a name, instead of faults by chance: docs/reliability.md lists them.")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--trace", description = "Print what happened, moment by moment, where all held too.")
    private boolean trace;

    @Option(names = "--json", description = "Print JSON, one object a line; the last is the sum.")
    private boolean json;

    /** Made by picocli. */
    public SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        Asked asked = Asked.of(new Asked.Words(seed, seeds, nodes, fault, scenario));
        PrintWriter out = spec.commandLine().getOut();
        Telling telling = json ? new JsonTelling(out, asked) : new TextTelling(out, asked);
        Sum sum = new Sum();
        News news = new News(asked.seeds());
        simulator().run(asked.first(), asked.seeds(), asked.course(), outcome -> {
            sum.add(outcome);
            telling.seed(outcome, trace || isTraced(outcome, sum));
            out.flush();
            news.of(sum);
            return !out.checkError();
        });
        telling.sum(sum);
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output cannot be written");
        }
        return sum.failed().isEmpty() ? Exit.DONE : Exit.BROKEN;
    }

    private static boolean isTraced(Outcome outcome, Sum sum) {
        return !outcome.holds() && sum.failed().size() <= TRACES;
    }

    /** Nothing is signed but by a stub; public keys are made by whatever the platform has. */
    private static Simulator simulator() {
        Provider jdk = Optional.ofNullable(Security.getProvider("SunEC"))
                .orElseThrow(() -> new IllegalStateException("this JDK has no provider SunEC"));
        return new Simulator(new JcaSignatures(jdk));
    }

    /** How far long work has come, on standard error now and then. */
    private final class News {
        private final long seeds;
        private long told = System.nanoTime();

        News(long seeds) {
            this.seeds = seeds;
        }

        void of(Sum sum) {
            long now = System.nanoTime();
            if (now - told >= NEWS_EVERY && sum.seeds() < seeds) {
                told = now;
                PrintWriter err = spec.commandLine().getErr();
                err.println(
                        sum.seeds() + " of " + seeds + " seeds, " + sum.failed().size() + " failed");
                err.flush();
            }
        }
    }
}
