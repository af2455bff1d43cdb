package org.parley.cli.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.cli.Exit;
import org.parley.cli.check.read.Complaints;
import org.parley.cli.check.read.EnteredSite;
import org.parley.cli.check.read.Plans;
import org.parley.cli.check.read.PlansReader;
import org.parley.cli.check.read.SitesReader;
import org.parley.cli.check.read.Source;
import org.parley.cli.check.report.GeoJsonReport;
import org.parley.cli.check.report.HtmlReport;
import org.parley.cli.check.report.NdjsonReport;
import org.parley.cli.check.report.Report;
import org.parley.cli.check.report.Suggestions;
import org.parley.cli.check.report.Summary;
import org.parley.cli.check.report.TableReport;
import org.parley.cli.check.search.ConflictSearch;
import org.parley.cli.check.search.Match;
import org.parley.cli.check.search.SiteSearch;
import org.parley.cli.check.search.TooMany;
import org.parley.space.index.Parties;

/** One check from files to result. */
final class Check {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Complaints complaints;
    private final Terms terms;

    /** What is asked for. */
    record Request(List<Source> sources, Optional<Source> sites, Format format, boolean suggest, boolean keepGoing) {}

    Check(PrintWriter out, PrintWriter err, Complaints complaints, Terms terms) {
        this.out = out;
        this.err = err;
        this.complaints = complaints;
        this.terms = terms;
    }

    /** Returns the exit code. */
    int run(Request request) {
        boolean badTerms = complaints.anyError();
        Plans plans = read(request);
        List<EnteredSite> sites =
                request.sites().map(file -> SitesReader.read(file, complaints)).orElse(List.of());
        complaints.finish();
        if (complaints.anyError() && (badTerms || !request.keepGoing())) {
            String wayOut = badTerms ? "" : "; --keep-going checks the others";
            return nothingChecked("bad input was refused, nothing was checked" + wayOut);
        }
        if (plans.parties() == 1 && terms.parties() == Parties.DIFFERENT && sites.isEmpty()) {
            complaints.warning("all volumes are of one party, and nothing was held against anything;"
                    + " give the other parties' files too, or --same-party");
        }
        List<String> missing = new LevelRules(plans, terms).missing();
        if (!missing.isEmpty()) {
            missing.forEach(complaints::error);
            return nothingChecked("nothing was checked");
        }
        try {
            boolean found = search(request, plans, sites);
            if (out.checkError()) {
                return nothingChecked("the result could not be written whole");
            }
            return complaints.anyError() ? Exit.BAD_INPUT : found ? Exit.CONFLICTS : Exit.DONE;
        } catch (TooMany e) {
            complaints.error(e.getMessage() + "; check fewer activities at once, or with smaller minima");
            return nothingChecked("the result is not complete");
        }
    }

    private int nothingChecked(String text) {
        err.println("parley: " + text);
        err.flush();
        return Exit.BAD_INPUT;
    }

    private Plans read(Request request) {
        boolean keepText = request.format() == Format.geojson;
        PlansReader reader = new PlansReader(terms.heights(), keepText, complaints);
        return Progress.during(err, () -> reader.volumes() + " volumes read", () -> {
            request.sources().forEach(reader::read);
            return reader.plans();
        });
    }

    private boolean search(Request request, Plans plans, List<EnteredSite> sites) throws TooMany {
        AtomicInteger percent = new AtomicInteger();
        try {
            return Progress.during(err, () -> percent + " % searched", () -> search(request, plans, sites, percent));
        } finally {
            out.flush();
        }
    }

    private boolean search(Request request, Plans plans, List<EnteredSite> sites, AtomicInteger percent)
            throws TooMany {
        ConflictSearch search = new ConflictSearch(plans.activities(), terms.minima(), terms.parties());
        if (request.format() == Format.count) {
            return count(search, percent, sites);
        }
        Suggestions suggestions = request.suggest()
                ? Suggestions.among(search.snapshot(), terms.parties(), terms.heights())
                : Suggestions.none();
        Summary summary = new Summary(
                plans,
                terms,
                request.sources().stream().map(Source::name).toList(),
                complaints.warnings(),
                complaints.refused(),
                sites);
        return write(report(request.format(), suggestions), summary, search, percent);
    }

    private boolean count(ConflictSearch search, AtomicInteger percent, List<EnteredSite> sites) throws TooMany {
        long count = search.count(percent::set);
        out.print(count + "\n");
        boolean nearSite = sites.stream()
                .anyMatch(site -> !SiteSearch.matches(search.snapshot(), site, terms.buffer())
                        .isEmpty());
        return count > 0 || nearSite;
    }

    private Report<?> report(Format format, Suggestions suggestions) {
        return switch (format) {
            case ndjson -> new NdjsonReport(out, suggestions);
            case geojson -> new GeoJsonReport(out, suggestions);
            case html -> new HtmlReport(out, suggestions);
            case table, count -> new TableReport(out, suggestions);
        };
    }

    private <T> boolean write(Report<T> report, Summary summary, ConflictSearch search, AtomicInteger percent)
            throws TooMany {
        report.begin(summary);
        long conflicts = search.each(percent::set, report::prepare, report::conflict);
        long matches = 0;
        for (EnteredSite site : summary.sites()) {
            List<Match> near = SiteSearch.matches(search.snapshot(), site, terms.buffer());
            near.forEach(report::match);
            matches += near.size();
        }
        report.end(conflicts, matches);
        return conflicts + matches > 0;
    }
}
