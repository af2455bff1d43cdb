package org.parley.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.check.search.TooMany;
import org.parley.cli.scenario.Pace;
import org.parley.cli.scenario.ScenarioDemo;
import org.parley.cli.scenario.StoryDemo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley demo}: scenarios that real nodes play, and what a check of real flights shows. */
@Command(
        name = "demo",
        description = {
            "Opens the first ten minutes: two desks side by side on one page of this machine, of which you have one.",
            "With --scenario or --headless plays a scenario: starts a real node for each party, has them say what the script says, and reads back from every"
                    + " node what must then be so.",
            "The nodes' clocks stand still and are moved on by the script; they move only when nothing is in flight."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  parley demo",
            "  parley demo --step 5",
            "  parley demo --headless",
            "  parley demo --speed 300 --keep river",
            "  parley demo --scenario check --out page.html"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that was expected is so, but for what is open; for check: done, whatever conflicts were found",
            "1:something that was expected is not so",
            "2:unknown option, or a file or folder that cannot be written"
        })
public final class DemoCommand implements Callable<Integer> {
    /** What can be shown. */
    enum Shown {
        STORY,
        RIVER,
        CEDAR,
        CHECK
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "story: the first ten minutes, what is shown if nothing is said; river: two air forces over one river; cedar: a wildfire with five who fly; check: two days of real flights over California's fires, split"
                            + " into two parties, their conflicts as a table and as one HTML file. With --headless river, if nothing is said.")
    private Optional<Shown> scenario = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "N",
            description =
                    "The story begins with this step; what is before it is played by script. If it is not said, that which"
                            + " was reached in the folder of --keep.")
    private Optional<Integer> step = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "So many seconds of the script in one, or max; 120 if it is not said, max with --headless. No pause is"
                            + " longer than three seconds.")
    private Optional<String> speed = Optional.empty();

    @Option(
            names = "--headless",
            description = "End when the script has ended; otherwise the nodes stay up until Ctrl-C.")
    private boolean headless;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Make the nodes' folders there, and leave them: they can be served, verified and looked into.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "parley-demo.html",
            description = "Where check writes its page (default: ${DEFAULT-VALUE}).")
    private Path file;

    /** Made by picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException, TooMany {
        PrintWriter out = spec.commandLine().getOut();
        Shown shown = scenario.orElse(headless ? Shown.RIVER : Shown.STORY);
        if (shown == Shown.STORY) {
            return new StoryDemo(headless, keep, step).run(out);
        }
        if (shown == Shown.CHECK) {
            return new FlightsDemo(file).run(out, spec.commandLine().getErr());
        }
        Pace pace = speed.map(Pace::of).orElse(headless ? Pace.MOST : Pace.USUAL);
        return new ScenarioDemo(shown.name().toLowerCase(Locale.ROOT), pace, !headless, keep).run(out);
    }
}
