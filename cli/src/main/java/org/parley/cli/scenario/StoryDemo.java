package org.parley.cli.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.node.journal.JournalLines;

/**
 * The first ten minutes: two desks side by side, of which the visitor has one.
 *
 * @param headless whether it is played by script alone, and printed
 * @param keep where the folders of the nodes stay, and the step that was reached; without it they are taken away at the end
 * @param step with which step it begins; the steps before it are played by script
 */
public record StoryDemo(boolean headless, Optional<Path> keep, Optional<Integer> step) {
    /** Plays it; {@link Exit#NOT_MET} where something that was expected was not so. */
    public int run(PrintWriter out) throws IOException, InterruptedException {
        return run(Story.shipped(), out);
    }

    int run(Story story, PrintWriter out) throws IOException, InterruptedException {
        JournalLines.toStandardError(Level.SEVERE);
        try (Ending ending = Ending.begin(keep)) {
            return headless ? print(story, ending, out) : show(story, ending, out);
        }
    }

    private static int print(Story story, Ending ending, PrintWriter out) throws IOException, InterruptedException {
        Printed printed = new Printed(out);
        out.println(story.scenario().title());
        new Narrator(story, () -> gathered(story, Optional.empty(), ending), printed)
                .tell(story.chapters().size() + 1);
        return printed.ends() ? Exit.DONE : Exit.NOT_MET;
    }

    /** Each company has folders of its own, for a story that goes back begins with other nodes. */
    private static Company gathered(Story story, Optional<String> framedBy, Ending ending)
            throws IOException, InterruptedException {
        Path under = ending.under();
        int run = 1;
        while (Files.exists(under.resolve("run-" + run))) {
            run++;
        }
        Path folder = Files.createDirectory(under.resolve("run-" + run));
        Company company = Company.gather(story, folder, framedBy);
        ending.of(company.stage());
        return company;
    }

    private int show(Story story, Ending ending, PrintWriter out) throws IOException, InterruptedException {
        Path reached = ending.under().resolve("step");
        Strip strip = new Strip(story, reached);
        int first = first(story, reached);
        try (StoryPage page = StoryPage.of(strip)) {
            Optional<String> origin = Optional.of(page.origin());
            Narrator narrator = new Narrator(story, () -> gathered(story, origin, ending), strip);
            page.open(narrator::wish);
            out.println(story.scenario().title());
            out.println("Open " + page.origin() + " in a browser: it signs you in at both desks. Ctrl-C ends it.");
            out.flush();
            narrator.tell(first);
        }
        return Exit.DONE;
    }

    private int first(Story story, Path reached) throws IOException {
        int noted = Files.exists(reached)
                ? Integer.parseInt(
                        Files.readString(reached, StandardCharsets.UTF_8).strip())
                : 1;
        int first = step.orElse(noted);
        if (first < 1 || first > story.chapters().size()) {
            throw new BadInput(
                    "--step " + first + " is no step",
                    "from 1 to " + story.chapters().size());
        }
        return first;
    }
}
