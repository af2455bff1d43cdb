package org.parley.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.parley.cli.Exit;
import org.parley.cli.check.Terms;
import org.parley.cli.check.read.Complaints;
import org.parley.cli.check.read.PlansReader;
import org.parley.cli.check.read.Source;
import org.parley.cli.check.report.HtmlReport;
import org.parley.cli.check.report.Report;
import org.parley.cli.check.report.Suggestions;
import org.parley.cli.check.report.Summary;
import org.parley.cli.check.report.TableReport;
import org.parley.cli.check.search.ConflictSearch;
import org.parley.cli.check.search.TooMany;
import org.parley.cli.tracks.Tracks;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.separation.Minima;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a bundled extract of real flights and shows what it found, as a table and as a page.
 *
 * @param file where the page is written
 */
record FlightsDemo(Path file) {
    private static final String FLIGHTS = "calfire.json.gz";
    private static final String OTHERS = "FIRE";

    /** A hot September day may be 300 m from the standard atmosphere at the heights of these flights. */
    private static final Terms TERMS = new Terms(
            Minima.of(500, 100, 300).withLevels(10),
            Map.of(),
            new HeightTerms(Geoid.egm96(), Optional.empty(), OptionalDouble.of(300)),
            OptionalDouble.of(10),
            Parties.DIFFERENT);

    private static final List<String> ABOUT = List.of(
            "Real positions of aircraft that fought fires in California on 8 and 9 September 2020, received by the volunteers"
                    + " of the OpenSky Network; sample data of the Python package traffic (MIT licence, Xavier Olive and"
                    + " contributors). Times and places are untouched.",
            "The two parties are ours: TANKER by a published list of callsigns, FIRE everybody else. In truth all worked"
                    + " together and were kept apart by their crews and by air attack; coming near each other is how they"
                    + " drop, and no fault of anybody.");

    int run(PrintWriter out, PrintWriter err) throws IOException, TooMany {
        ABOUT.forEach(paragraph -> out.println(paragraph + "\n"));
        StringWriter features = new StringWriter();
        Map<String, String> parties = parties();
        Tracks.Result tracks = Tracks.USUAL.write(
                resource(FLIGHTS), FLIGHTS, callsign -> parties.getOrDefault(callsign, OTHERS), false, features);
        Summary summary = read(features.toString(), err);
        ConflictSearch search = new ConflictSearch(summary.plans().activities(), TERMS.minima(), TERMS.parties());
        write(search, summary, new TableReport(out, Suggestions.none()));
        out.println("This is not a clearance.");
        StringBuilder page = new StringBuilder();
        long found = write(search, summary, new HtmlReport(page, Suggestions.none(), caption(tracks)));
        Files.writeString(file, page);
        out.printf("%nThe same %d conflicts on a map: %s%n", found, file.toAbsolutePath());
        return Exit.DONE;
    }

    /** As {@code parley check} does it. */
    private static <T> long write(ConflictSearch search, Summary summary, Report<T> report) throws TooMany {
        report.begin(summary);
        long conflicts = search.each(percent -> {}, report::prepare, report::conflict);
        report.end(conflicts, 0);
        return conflicts;
    }

    private static Summary read(String features, PrintWriter err) {
        Complaints complaints = new Complaints(err);
        PlansReader reader = new PlansReader(TERMS.heights(), false, complaints);
        byte[] bytes = features.getBytes(StandardCharsets.UTF_8);
        reader.read(new Source(FLIGHTS, () -> new ByteArrayInputStream(bytes)));
        complaints.finish();
        return new Summary(
                reader.plans(), TERMS, List.of(FLIGHTS), complaints.warnings(), complaints.refused(), List.of());
    }

    private static HtmlReport.Caption caption(Tracks.Result tracks) {
        List<String> notes = new ArrayList<>(ABOUT.subList(1, ABOUT.size()));
        notes.add("From " + tracks.counts().getFirst()
                + ". Each volume is the straight way between reported positions of at"
                + " most a minute or one leg, 250 m wide on either side and 50 m more than the reported heights; nothing"
                + " is drawn across gaps of more than two minutes.");
        return new HtmlReport.Caption("FIRE and TANKER over California, 8–9 September 2020", ABOUT.getFirst(), notes);
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
        return Objects.requireNonNull(FlightsDemo.class.getResourceAsStream(name));
    }
}
