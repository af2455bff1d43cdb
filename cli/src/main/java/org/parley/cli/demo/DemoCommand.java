package org.parley.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.parley.cli.Exit;
import org.parley.cli.check.read.Complaints;
import org.parley.cli.check.read.Plans;
import org.parley.cli.check.read.PlansReader;
import org.parley.cli.check.read.Source;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.ConflictSearch;
import org.parley.cli.check.search.TooMany;
import org.parley.cli.html.HtmlReport;
import org.parley.cli.html.Report;
import org.parley.cli.tracks.Tracks;
import org.parley.space.drawing.Meeting;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley demo}: checks a bundled extract of real flights and shows what it found, as a table and as a page. */
@Command(
        name = "demo",
        description = "Checks two days of real flights over California's fires, split into two parties, and shows the"
                + " conflicts as a table and as one HTML file.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, whatever conflicts were found", "2:unknown option, or a file that cannot be written"})
public final class DemoCommand implements Callable<Integer> {
    private static final Minima MINIMA = Minima.of(500, 100, 300).withLevels(10);

    /** How far a hot September day may be from the standard atmosphere at the heights of these flights, in metres. */
    private static final double LEVEL_MARGIN = 300;

    private static final List<String> ABOUT = List.of(
            "Real positions of aircraft that fought fires in California on 8 and 9 September 2020, received by the volunteers"
                    + " of the OpenSky Network; sample data of the Python package traffic (MIT licence, Xavier Olive and"
                    + " contributors). Times and places are untouched.",
            "The two parties are ours: TANKER by a published list of callsigns, FIRE everybody else. In truth all worked"
                    + " together and were kept apart by their crews and by air attack; coming near each other is how they"
                    + " drop, and no fault of anybody.");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "parley-demo.html",
            description = "Where to write the page (default: ${DEFAULT-VALUE}).")
    private Path file;

    /** Made by picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException, TooMany {
        PrintWriter out = spec.commandLine().getOut();
        StringWriter features = new StringWriter();
        Map<String, String> parties = parties();
        Tracks.Result tracks = Tracks.USUAL.write(
                resource("calfire.json.gz"),
                "calfire.json.gz",
                callsign -> parties.getOrDefault(callsign, "FIRE"),
                false,
                features);
        HeightTerms terms = new HeightTerms(Geoid.egm96(), Optional.empty(), OptionalDouble.of(LEVEL_MARGIN));
        Plans plans = read(features.toString(), terms);
        List<Conflict> conflicts = new ArrayList<>();
        new ConflictSearch(plans.activities(), MinimaTable.of(MINIMA), Parties.DIFFERENT)
                .each(done -> {}, conflict -> conflict, conflicts::add);
        ABOUT.forEach(paragraph -> out.println(paragraph + "\n"));
        out.printf("%s%n%n", tracks.counts().getFirst());
        DemoTable.write(out, conflicts, plans);
        try (Writer page = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            HtmlReport.write(page, report(plans, conflicts, tracks));
        }
        out.printf("%nThe same on a map: %s%n", file.toAbsolutePath());
        return Exit.DONE;
    }

    private Plans read(String features, HeightTerms terms) {
        PrintWriter quiet = new PrintWriter(Writer.nullWriter());
        PlansReader reader = new PlansReader(terms, false, new Complaints(quiet));
        byte[] bytes = features.getBytes(StandardCharsets.UTF_8);
        reader.read(new Source("the flights of the demo", () -> new ByteArrayInputStream(bytes)));
        return reader.plans();
    }

    private static Report report(Plans plans, List<Conflict> conflicts, Tracks.Result tracks) {
        List<String> notes = new ArrayList<>(ABOUT.subList(1, ABOUT.size()));
        notes.add(
                "Each volume is the straight way between reported positions of at most a minute or one leg, 250 m wide on"
                        + " either side and 50 m more than the reported heights; nothing is drawn across gaps of more than two"
                        + " minutes. Flight levels, where no other height was reported, are compared with metres with a margin of"
                        + " 300 m.");
        return new Report(
                "FIRE and TANKER over California, 8–9 September 2020",
                ABOUT.getFirst(),
                plans.activities(),
                conflicts.stream().map(DemoCommand::shown).toList(),
                List.of(new Report.Between(Optional.empty(), MINIMA)),
                List.of(new Report.Input("calfire.json.gz", tracks.counts().getFirst())),
                List.of(),
                List.of(),
                notes);
    }

    private static Report.Conflict shown(Conflict conflict) {
        return new Report.Conflict(
                conflict.first().id(),
                conflict.second().id(),
                conflict.volumeOfFirst(),
                conflict.volumeOfSecond(),
                conflict.separation(),
                Meeting.of(conflict.volumeOfFirst(), conflict.volumeOfSecond(), conflict.separation()),
                List.of());
    }

    private static Map<String, String> parties() throws IOException {
        Map<String, String> parties = new HashMap<>();
        try (InputStream in = resource("parties.json")) {
            JsonNode read = new JsonMapper().readTree(in);
            for (var party : read.properties()) {
                party.getValue().forEach(callsign -> parties.put(callsign.asString(), party.getKey()));
            }
        }
        return parties;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DemoCommand.class.getResourceAsStream(name));
    }
}
