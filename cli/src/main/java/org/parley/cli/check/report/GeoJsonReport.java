package org.parley.cli.check.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.cli.check.read.FeatureText;
import org.parley.cli.check.read.Given;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;
import org.parley.space.drawing.Outline;

/**
 * A FeatureCollection for a map: for each conflict its place, for each match its site, and the volumes concerned as they
 * were given, with all their properties. What this program adds has a name that begins with {@code parley}.
 */
public final class GeoJsonReport implements Report<GeoJsonReport.Prepared> {
    private final PrintWriter out;
    private final ConflictJson json;
    private final TreeSet<Long> concerned = new TreeSet<>();
    private Optional<Summary> summary = Optional.empty();
    private boolean some;

    /** A conflict's feature, and the two volumes. */
    record Prepared(String feature, long one, long other) {}

    public GeoJsonReport(PrintWriter out, Suggestions suggestions) {
        this.out = out;
        this.json = new ConflictJson(suggestions);
    }

    @Override
    public void begin(Summary of) {
        summary = Optional.of(of);
        out.print("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public Prepared prepare(Conflict conflict) {
        String feature = ConflictJson.line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeName("geometry");
            PlaceJson.meeting(json, conflict);
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("parley", "conflict");
            ConflictJson.members(json, conflict);
            this.json.ends(json, conflict);
            json.writeEndObject();
            json.writeEndObject();
        });
        return new Prepared(feature, key(conflict.a(), conflict.i()), key(conflict.b(), conflict.j()));
    }

    private static long key(int activity, int volume) {
        return (long) activity << 32 | volume;
    }

    @Override
    public void conflict(Prepared prepared) {
        concerned.add(prepared.one());
        concerned.add(prepared.other());
        feature(prepared.feature());
    }

    private void feature(String feature) {
        out.print(some ? ",\n" : "\n");
        out.print(feature);
        some = true;
    }

    @Override
    public void match(Match match) {
        feature(ConflictJson.line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeName("geometry");
            PlaceJson.write(json, Outline.of(match.site().footprint()));
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("parley", "match");
            ConflictJson.matchMembers(json, match);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    @Override
    public void end(long conflicts, long matches) {
        List<List<Given>> given = summary.map(all -> all.plans().given()).orElse(new ArrayList<>());
        for (long key : concerned) {
            int volume = (int) key;
            given.get((int) (key >>> 32))
                    .get(volume)
                    .text()
                    .ifPresent(text -> feature(ConflictJson.line(json -> FeatureText.write(text, volume, json))));
        }
        out.print("\n]}\n");
    }
}
