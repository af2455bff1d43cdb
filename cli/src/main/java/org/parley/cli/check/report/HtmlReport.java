package org.parley.cli.check.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.cli.BadInput;
import org.parley.cli.check.Terms;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;
import org.parley.cli.html.Report.Between;
import org.parley.cli.html.Report.Input;
import org.parley.cli.html.Report.Near;
import org.parley.space.Activity;
import org.parley.space.drawing.Meeting;

/** One page that needs nothing else, with a map, for people who were not there. */
public final class HtmlReport implements Report<org.parley.cli.html.Report.Conflict> {
    /** A page with more could be neither opened nor read. */
    private static final int MOST_CONFLICTS = 5_000;

    private final PrintWriter out;
    private final Suggestions suggestions;
    private final List<org.parley.cli.html.Report.Conflict> conflicts = new ArrayList<>();
    private final List<Near> near = new ArrayList<>();
    private Optional<Summary> summary = Optional.empty();

    public HtmlReport(PrintWriter out, Suggestions suggestions) {
        this.out = out;
        this.suggestions = suggestions;
    }

    @Override
    public void begin(Summary of) {
        summary = Optional.of(of);
    }

    @Override
    public org.parley.cli.html.Report.Conflict prepare(Conflict conflict) {
        return new org.parley.cli.html.Report.Conflict(
                conflict.first().id(),
                conflict.second().id(),
                conflict.volumeOfFirst(),
                conflict.volumeOfSecond(),
                conflict.separation(),
                Meeting.of(conflict.volumeOfFirst(), conflict.volumeOfSecond(), conflict.separation()),
                Stream.of(conflict.first(), conflict.second())
                        .flatMap(this::ends)
                        .toList());
    }

    private Stream<String> ends(Activity activity) {
        return suggestions.of(activity).stream()
                .map(ending ->
                        activity.id().party() + " " + activity.id().activity() + ": " + Suggestions.text(ending));
    }

    @Override
    public void conflict(org.parley.cli.html.Report.Conflict prepared) {
        if (conflicts.size() == MOST_CONFLICTS) {
            throw new BadInput(
                    "more than " + MOST_CONFLICTS + " conflicts: too many for a page",
                    "check fewer activities, or use --format ndjson");
        }
        conflicts.add(prepared);
    }

    @Override
    public void match(Match match) {
        near.add(new Near(
                match.site().party() + " " + match.site().site(), match.activity(), match.centimetres() / 100.0));
    }

    @Override
    public void end(long conflictCount, long matchCount) {
        Summary all = summary.orElseThrow();
        try {
            org.parley.cli.html.HtmlReport.write(out, page(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private org.parley.cli.html.Report page(Summary all) {
        List<String> cautions = new ArrayList<>();
        if (all.refused() > 0) {
            cautions.add(Figures.count(all.refused(), "feature was", "features were") + " refused and not checked.");
        }
        if (all.warnings() > 0) {
            cautions.add(Figures.count(all.warnings(), "warning was", "warnings were") + " told on reading.");
        }
        if (!all.sites().isEmpty()) {
            cautions.add(SiteWords.text(all.sites(), all.terms().buffer(), near.size()));
        }
        return new org.parley.cli.html.Report(
                String.join(", ", all.sources()),
                "",
                all.plans().activities(),
                conflicts,
                minima(all.terms()),
                all.sources().stream().map(name -> new Input(name, "")).toList(),
                near,
                cautions,
                List.of());
    }

    private static List<Between> minima(Terms terms) {
        List<Between> minima = new ArrayList<>();
        minima.add(new Between(Optional.empty(), terms.others()));
        terms.pairs().entrySet().stream()
                .map(pair -> new Between(
                        Optional.of(
                                pair.getKey().one() + " and " + pair.getKey().other()),
                        pair.getValue()))
                .sorted((a, b) -> a.kinds().orElse("").compareTo(b.kinds().orElse("")))
                .forEach(minima::add);
        return minima;
    }
}
