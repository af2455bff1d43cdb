package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.footprint.Footprint;

/** Turns a feature into a site, or into every reason why not. */
final class SiteEntry {
    private SiteEntry() {}

    static Entered<EnteredSite> enter(RawFeature feature) {
        List<Problem> problems = new ArrayList<>(feature.problems());
        List<Problem> warnings = new ArrayList<>(0);
        Properties properties = new Properties(feature.properties(), problems);
        String site = properties.name(Property.SITE);
        String party = properties.name(Property.PARTY);
        OptionalDouble buffer = properties.number(Property.BUFFER);
        if (buffer.isPresent() && !(buffer.getAsDouble() >= 0 && buffer.getAsDouble() <= Limits.HORIZONTAL_MINIMUM)) {
            String range = "outside 0 to " + (long) Limits.HORIZONTAL_MINIMUM + " m";
            problems.add(new Problem("buffer", String.valueOf(buffer.getAsDouble()), range, "give metres"));
        }
        Optional<Footprint> footprint = GeometryEntry.site(feature, properties, warnings);
        if (!problems.isEmpty() || footprint.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        return new Entered.Accepted<>(new EnteredSite(site, party, footprint.get(), buffer), warnings);
    }
}
