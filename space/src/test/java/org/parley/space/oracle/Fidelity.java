package org.parley.space.oracle;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;

/**
 * How far what is stored strays from what was entered. A comparison takes the stored geometry as the truth, so an entry that
 * lost a vertex would pass it; this is the check that it would not pass.
 */
public final class Fidelity {
    /** Rounding twice (a vertex, then a cut between rounded vertices) by half of 1e-7 degree each way, in metres, and a bit. */
    public static final double ROUNDING = 0.017;

    private static final double PIECE = 5_900;

    private Fidelity() {}

    /** In metres: the greatest distance of a vertex of either outline from the other, or the difference of the buffers. */
    public static double stray(Entered shape, OracleFootprint stored) {
        List<Edge> wanted = new ArrayList<>();
        shape.chains().forEach(chain -> pieces(chain, wanted));
        List<Edge> found = new Core(stored).edges.edges;
        double buffers = Math.abs(stored.bufferCm() / 100.0 - shape.sizeM());
        return Math.max(buffers, Math.max(farthest(wanted, found), farthest(found, wanted)));
    }

    private static void pieces(double[] chain, List<Edge> out) {
        Place before = Place.of(chain[1], chain[0]);
        if (chain.length == 2) {
            out.add(new Edge(before, before, true));
        }
        for (int i = 2; i < chain.length; i += 2) {
            GeodesicLine line = Geodesic.WGS84.InverseLine(chain[i - 1], chain[i - 2], chain[i + 1], chain[i]);
            int n = Math.max(1, (int) Math.ceil(line.Distance() / PIECE));
            for (int k = 1; k <= n; k++) {
                GeodesicData g = line.Position(line.Distance() * k / n);
                Place now = Place.of(g.lat2, g.lon2);
                out.add(new Edge(before, now, true));
                before = now;
            }
        }
    }

    private static double farthest(List<Edge> vertices, List<Edge> edges) {
        double farthest = nearest(vertices.getLast().to, edges);
        for (Edge v : vertices) {
            farthest = Math.max(farthest, nearest(v.from, edges));
        }
        return farthest;
    }

    private static double nearest(Place p, List<Edge> edges) {
        double least = Double.POSITIVE_INFINITY;
        for (Edge e : edges) {
            if (e.leastDistanceFrom(p) < least) {
                least = Math.min(least, e.distanceFrom(p));
            }
        }
        return least;
    }
}
