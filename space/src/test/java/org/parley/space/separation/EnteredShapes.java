package org.parley.space.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.oracle.Entered;
import org.parley.space.oracle.Entry;
import org.parley.space.oracle.OracleFootprint;

/** What {@code space} makes of a shape of the oracle's, and that again as the oracle reads it. */
public final class EnteredShapes {
    private EnteredShapes() {}

    public static Footprint enter(Entered shape) {
        double[] first = shape.chains().getFirst();
        var entered = switch (shape.kind()) {
            case CIRCLE -> FootprintEntry.circle(first[0], first[1], shape.sizeM());
            case CORRIDOR -> corridor(first, shape.sizeM());
            case POLYGON -> FootprintEntry.area(List.of(shape.chains()), Edges.GEODESIC);
        };
        return switch (entered) {
            case org.parley.space.Entered.Accepted<Footprint> accepted -> accepted.value();
            case org.parley.space.Entered.Refused<Footprint> refused ->
                throw new Entry.Refused(refused.problems().toString());
        };
    }

    /** A line without width is no corridor that anyone may enter, but a hard case all the same. */
    private static org.parley.space.Entered<Footprint> corridor(double[] line, double halfWidth) {
        var entered = FootprintEntry.corridor(line, halfWidth == 0 ? 1 : halfWidth, Edges.GEODESIC);
        return halfWidth == 0 && entered instanceof org.parley.space.Entered.Accepted<Footprint> accepted
                ? org.parley.space.Entered.accepted(accepted.value().withBuffer(0))
                : entered;
    }

    public static OracleFootprint stored(Entered shape) {
        Footprint footprint = enter(shape);
        Chain chain = footprint.chain();
        List<int[]> parts = new ArrayList<>();
        for (int part = 0; part < chain.parts(); part++) {
            int[] lonLat = new int[2 * (chain.partStart(part + 1) - chain.partStart(part))];
            for (int i = 0; i < lonLat.length / 2; i++) {
                Place place = chain.place(chain.partStart(part) + i);
                lonLat[2 * i] = place.lon();
                lonLat[2 * i + 1] = place.lat();
            }
            parts.add(lonLat);
        }
        return switch (chain.kind()) {
            case POINT -> OracleFootprint.point(parts.getFirst()[0], parts.getFirst()[1], footprint.buffer());
            case LINE -> OracleFootprint.line(parts.getFirst(), footprint.buffer());
            case AREA ->
                OracleFootprint.area(List.copyOf(Arrays.asList(parts.toArray(int[][]::new))), footprint.buffer());
        };
    }
}
