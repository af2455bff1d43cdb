package org.parley.cli.check.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.cli.check.Terms;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;
import org.parley.cli.html.Report.Between;
import org.parley.cli.html.Report.Input;
import org.parley.cli.html.Report.Near;
import org.parley.space.Activity;
import org.parley.space.drawing.Meeting;
import org.parley.space.height.HeightTerms;

/** One page for people who were not there. What it looks like is {@code org.parley.cli.html}'s affair. */
public final class HtmlReport implements Report<Conflict> {
    private final Appendable out;
    private final Suggestions suggestions;
    private final Caption caption;
    private final List<org.parley.cli.html.Report.Conflict> conflicts = new ArrayList<>();
    private final List<Near> near = new ArrayList<>();
    private Optional<Summary> made = Optional.empty();

    /**
     * What a page says about itself.
     *
     * @param title a few words; empty for one made of the parties
     * @param lead where the data are from; may be empty
     * @param notes a paragraph each
     */
    public record Caption(String title, String lead, List<String> notes) {
        /** No words of its own. */
        public static final Caption NONE = new Caption("", "", List.of());

        public Caption {
            notes = List.copyOf(notes);
        }
    }

    public HtmlReport(Appendable out, Suggestions suggestions) {
        this(out, suggestions, Caption.NONE);
    }

    public HtmlReport(Appendable out, Suggestions suggestions, Caption caption) {
        this.out = out;
        this.suggestions = suggestions;
        this.caption = caption;
    }

    @Override
    public void begin(Summary summary) {
        made = Optional.of(summary);
    }

    @Override
    public Conflict prepare(Conflict conflict) {
        return conflict;
    }

    /** Only what the page shows is drawn. */
    @Override
    public void conflict(Conflict conflict) {
        if (conflicts.size() < org.parley.cli.html.Report.MOST_CONFLICTS) {
            conflicts.add(shown(conflict));
        }
    }

    private org.parley.cli.html.Report.Conflict shown(Conflict conflict) {
        return new org.parley.cli.html.Report.Conflict(
                conflict.first().id(),
                conflict.second().id(),
                conflict.volumeOfFirst(),
                conflict.volumeOfSecond(),
                conflict.separation(),
                Meeting.of(conflict.volumeOfFirst(), conflict.volumeOfSecond(), conflict.separation()),
                Stream.of(conflict.first(), conflict.second())
                        .flatMap(this::endings)
                        .toList());
    }

    private Stream<String> endings(Activity activity) {
        return suggestions.of(activity).stream()
                .map(ending ->
                        activity.id().party() + " " + activity.id().activity() + ": " + Suggestions.text(ending));
    }

    @Override
    public void match(Match match) {
        near.add(new Near(
                match.site().party() + " " + match.site().site(), match.activity(), match.centimetres() / 100.0));
    }

    @Override
    public void end(long conflictCount, long matchCount) {
        Summary summary = made.orElseThrow();
        try {
            org.parley.cli.html.HtmlReport.write(
                    out,
                    new org.parley.cli.html.Report(
                            caption.title().isEmpty() ? title(summary) : caption.title(),
                            caption.lead(),
                            summary.plans().activities(),
                            conflicts,
                            conflictCount,
                            minima(summary.terms()),
                            inputs(summary),
                            near,
                            cautions(summary, matchCount),
                            notes(summary.terms().heights())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Summary summary) {
        List<String> parties = summary.plans().activities().stream()
                .map(activity -> activity.id().party())
                .distinct()
                .limit(4)
                .toList();
        return switch (parties.size()) {
            case 0 -> "Nothing to check";
            case 1 -> parties.getFirst();
            case 2, 3 ->
                parties.stream().limit(parties.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + parties.getLast();
            default -> summary.plans().parties() + " parties";
        };
    }

    /** The files by name, with how many volumes each gave. */
    private static List<Input> inputs(Summary summary) {
        Map<String, Long> volumes = summary.plans().given().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(given -> given.origin().file(), Collectors.counting()));
        return summary.sources().stream()
                .map(name -> new Input(name, Figures.count(volumes.getOrDefault(name, 0L), "volume", "volumes")))
                .toList();
    }

    private static List<Between> minima(Terms terms) {
        List<Between> minima = new ArrayList<>();
        minima.add(new Between(Optional.empty(), terms.others()));
        TreeMap<String, Between> sorted = new TreeMap<>();
        terms.pairs().forEach((pair, least) -> {
            String kinds = pair.one() + " and " + pair.other();
            sorted.put(kinds, new Between(Optional.of(kinds), least));
        });
        minima.addAll(sorted.values());
        return minima;
    }

    private static List<String> cautions(Summary summary, long matches) {
        List<String> cautions = new ArrayList<>();
        if (summary.refused() > 0) {
            cautions.add(Figures.count(summary.refused(), "feature or file was", "features or files were")
                    + " refused and not checked.");
        }
        if (summary.warnings() > 0) {
            cautions.add(Figures.count(summary.warnings(), "warning was", "warnings were")
                    + " told when the input was read.");
        }
        if (!summary.sites().isEmpty()) {
            cautions.add(SiteWords.text(summary.sites(), summary.terms().buffer(), matches));
        }
        return cautions;
    }

    private List<String> notes(HeightTerms heights) {
        List<String> notes = new ArrayList<>(caption.notes());
        notes.add("Heights above mean sea level by EGM96."
                + heights.levelMargin().stream()
                        .mapToObj(margin -> " Flight levels meet metres with a margin of " + Math.round(margin) + " m.")
                        .collect(Collectors.joining())
                + heights.terrain().stream()
                        .map(ground -> " Ground between " + Math.round(ground.low()) + " m and "
                                + Math.round(ground.high()) + " m above the ellipsoid.")
                        .collect(Collectors.joining()));
        return notes;
    }
}
