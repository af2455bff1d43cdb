package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.List;

/** Reads a file of sites. */
public final class SitesReader {
    private SitesReader() {}

    /** The sites in a source, in their order. */
    public static List<EnteredSite> read(Source source, Complaints complaints) {
        List<EnteredSite> sites = new ArrayList<>();
        new Intake<EnteredSite>(source, SiteEntry::enter, false, complaints, (origin, site, text) -> sites.add(site))
                .run();
        return sites;
    }
}
