package org.parley.cli.check.report;

import static org.parley.cli.check.report.Figures.count;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.cli.check.Terms;
import org.parley.cli.check.read.EnteredSite;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.geodesy.Place;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;

/** A table for people. */
public final class TableReport implements Report<List<List<String>>> {
    private final PrintWriter out;
    private final Suggestions suggestions;
    private final TextTable conflicts;
    private final TextTable matches;
    private final List<EnteredSite> sites = new ArrayList<>();
    private long volumes;
    private long refused;
    private double buffer;
    private boolean conflicted;
    private boolean matched;

    public TableReport(PrintWriter out, Suggestions suggestions) {
        this.out = out;
        this.suggestions = suggestions;
        this.conflicts = new TextTable(
                out,
                List.of("a", "b", "volumes", "horizontal", "vertical", "time", "from", "until", "near"),
                List.of(3, 4, 5));
        this.matches = new TextTable(out, List.of("site", "activity", "distance"), List.of(2));
    }

    @Override
    public void begin(Summary summary) {
        volumes = summary.plans().volumes();
        refused = summary.refused();
        buffer = summary.terms().buffer();
        sites.addAll(summary.sites());
        String read = count(volumes, "volume", "volumes") + " of "
                + count(summary.plans().activities().size(), "activity", "activities") + " of "
                + count(summary.plans().parties(), "party", "parties") + " read from "
                + count(summary.sources().size(), "file", "files")
                + (summary.warnings() > 0 ? ", " + count(summary.warnings(), "warning", "warnings") : "");
        out.print(read + '\n');
        minima(summary.terms()).forEach(line -> out.print(line + '\n'));
        out.print('\n');
    }

    private static List<String> minima(Terms terms) {
        List<String> lines = new ArrayList<>();
        lines.add("minima: " + text(terms.others()));
        Map<String, Minima> sorted = new TreeMap<>();
        terms.pairs().forEach((pair, minima) -> sorted.put(pair.one() + " and " + pair.other(), minima));
        sorted.forEach((pair, minima) -> lines.add("  " + pair + ": " + text(minima)));
        return lines;
    }

    private static String text(Minima minima) {
        String metres = Figures.metres(minima.horizontal()) + " m, " + Figures.metres(minima.vertical()) + " m high, "
                + Figures.seconds(minima.time()) + " s";
        return minima.levels().isPresent()
                ? metres + ", " + Figures.levels(minima.levels().getAsLong()) + " levels"
                : metres;
    }

    @Override
    public List<List<String>> prepare(Conflict conflict) {
        Separation found = conflict.separation();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                name(conflict.first().id()),
                name(conflict.second().id()),
                conflict.i() + ", " + conflict.j(),
                Figures.metres(found.horizontal()) + " m",
                Figures.metres(Math.round(found.vertical().metres() * 100)) + " m",
                Figures.seconds(found.timeGap()) + " s",
                Figures.instant(found.from()),
                Figures.instant(found.until()),
                degrees(found.onA())));
        for (Activity activity : List.of(conflict.first(), conflict.second())) {
            suggestions
                    .of(activity)
                    .forEach(ending -> rows.add(List.of(
                            "  would end all conflicts of " + name(activity.id()) + ": " + Suggestions.text(ending))));
        }
        return rows;
    }

    private static String name(ActivityId id) {
        return id.party() + " " + id.activity();
    }

    private static String degrees(Place place) {
        return String.format(Locale.ROOT, "%.5f %.5f", place.longitude(), place.latitude());
    }

    @Override
    public void conflict(List<List<String>> rows) {
        conflicted = true;
        conflicts.row(rows.getFirst());
        rows.stream().skip(1).forEach(row -> conflicts.note(row.getFirst()));
    }

    @Override
    public void match(Match match) {
        conflicts.finish();
        if (!matched && conflicted) {
            out.print('\n');
        }
        matched = true;
        matches.row(List.of(
                match.site().party() + " " + match.site().site(),
                name(match.activity()),
                Figures.metres(match.centimetres()) + " m"));
    }

    @Override
    public void end(long conflictCount, long matchCount) {
        conflicts.finish();
        matches.finish();
        lines(conflictCount, matchCount).forEach(line -> out.print(line + '\n'));
    }

    private Stream<String> lines(long conflictCount, long matchCount) {
        String given = "among the " + count(volumes, "volume", "volumes") + " given";
        return Stream.of(
                        Optional.of("").filter(line -> conflictCount + matchCount > 0),
                        siteLine(matchCount),
                        Optional.of(count(refused, "feature or file was", "features or files were")
                                        + " refused and not checked")
                                .filter(line -> refused > 0),
                        Optional.of(
                                conflictCount == 0
                                        ? "no conflict found " + given
                                        : count(conflictCount, "conflict ", "conflicts ")
                                                        .stripTrailing() + " " + given))
                .flatMap(Optional::stream);
    }

    private Optional<String> siteLine(long matchCount) {
        return sites.isEmpty() ? Optional.empty() : Optional.of(SiteWords.text(sites, buffer, matchCount));
    }
}
