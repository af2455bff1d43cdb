package org.parley.cli.check.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.cli.check.read.EnteredSite;
import org.parley.space.ActivityId;
import org.parley.space.Limits;
import org.parley.space.index.Near;
import org.parley.space.index.Snapshot;

/** Finds the activities that come within the buffer of a site. */
public final class SiteSearch {
    private SiteSearch() {}

    /**
     * The activities of any party, nearest first.
     *
     * @param buffer metres, for a site that states none
     */
    public static List<Match> matches(Snapshot snapshot, EnteredSite site, double buffer) {
        double within = site.buffer().orElse(buffer) + Limits.ERROR_BAND;
        Map<ActivityId, Match> nearest = new LinkedHashMap<>();
        for (Near near : snapshot.nearest(site.footprint(), within, Integer.MAX_VALUE)) {
            ActivityId id = near.activity().id();
            nearest.putIfAbsent(id, new Match(site, id, Math.round(near.metres() * 100)));
        }
        return List.copyOf(nearest.values());
    }
}
