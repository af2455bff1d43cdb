package org.parley.cli.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.parley.cli.Exit;
import org.parley.node.journal.JournalLines;

/**
 * A scenario, played by real nodes.
 *
 * @param scenario which: the name of one that is part of this program
 * @param stays whether the nodes stay up after the script, until the process is ended
 * @param keep where the folders of the nodes stay; without it they are taken away at the end
 */
public record ScenarioDemo(String scenario, Pace pace, boolean stays, Optional<Path> keep) {
    /** Plays it; {@link Exit#NOT_MET} where something that was expected was not so. */
    public int run(PrintWriter out) throws IOException, InterruptedException {
        return run(Scenario.shipped(scenario), out);
    }

    int run(Scenario script, PrintWriter out) throws IOException, InterruptedException {
        JournalLines.toStandardError(Level.WARNING);
        try (Ending ending = Ending.begin(keep)) {
            Stage stage = Stage.set(script, ending.under());
            ending.of(stage);
            Telling telling = new Telling(out);
            telling.begins(script, stage.players());
            new Play(script, stage, pace, telling).run();
            boolean all = telling.ends();
            if (stays) {
                stay(stage.players(), out);
            }
            return all ? Exit.DONE : Exit.NOT_MET;
        }
    }

    private static void stay(List<Player> players, PrintWriter out) throws InterruptedException {
        out.println();
        out.println("The nodes stay up until Ctrl-C. Each answers to whoever shows its token:");
        for (Player player : players) {
            out.println("  curl -H 'authorization: Bearer " + player.token() + "' " + player.api() + "/api/v1/lines");
        }
        out.flush();
        new CountDownLatch(1).await();
    }
}
