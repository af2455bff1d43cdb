package org.parley.cli.check.report;

import static org.parley.cli.check.report.Figures.count;

import java.util.List;
import org.parley.cli.check.read.EnteredSite;

/** What must be said beside every look at notified sites, whatever was found. */
final class SiteWords {
    private SiteWords() {}

    /** @param buffer metres around a site that states none */
    static String text(List<EnteredSite> sites, double buffer, long matches) {
        boolean own = sites.stream().anyMatch(site -> site.buffer().isPresent());
        String within = own ? "its buffer" : Figures.metres(Math.round(buffer * 100)) + " m";
        String near = own ? "the buffer" : within;
        String found = matches == 0
                ? "No notified site of the " + count(sites.size(), "site", "sites") + " given within " + within + "."
                : count(matches, "activity comes", "activities come") + " within " + near + " of a notified site.";
        return found + " Hospitals, schools and others that were never notified are protected all the same.";
    }
}
