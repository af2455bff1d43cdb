package org.parley.space.oracle;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;
import org.jspecify.annotations.Nullable;

/** One geodesic edge, at most about 6 km; a point is an edge of no length. Metres throughout. */
final class Edge {
    /** Cut edges are 6 km and what quantising adds; beyond, the bounds below would be wrong, so it is refused. */
    static final double LONGEST = 6_001;

    /** No normal section of WGS 84 is bent more sharply than the meridian at the equator (M(0) = 6,335,439 m). */
    private static final double LEAST_RADIUS = 6_335_000;

    private static final int SPOT = GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.AZIMUTH;
    private static final int GAUGE =
            GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH | GeodesicMask.REDUCEDLENGTH | GeodesicMask.GEODESICSCALE;
    private static final Gnomonic GNOMONIC = new Gnomonic(Geodesic.WGS84);

    final Place from;
    final Place to;
    /** The last edge of an open chain answers for its end, which no other edge starts from. */
    final boolean ownsEnd;

    final double chord;
    private final double bulge;
    private @Nullable GeodesicLine line;

    Edge(Place from, Place to, boolean ownsEnd) {
        this.from = from;
        this.to = to;
        this.ownsEnd = ownsEnd;
        chord = from.chordTo(to);
        if (chord > LONGEST) {
            throw new IllegalArgumentException("an edge of " + chord + " m was not cut: " + from + " to " + to);
        }
        bulge = 1.01 * chord * chord / (8 * LEAST_RADIUS) + 1e-6;
    }

    /** Centre of a ball of radius {@link #reach} that holds the edge: |x−A| + |x−B| is at most its length. */
    double midX() {
        return (from.x() + to.x()) / 2;
    }

    double midY() {
        return (from.y() + to.y()) / 2;
    }

    double midZ() {
        return (from.z() + to.z()) / 2;
    }

    double reach() {
        return chord / 2 * (1 + 1e-6) + 1e-6;
    }

    /** A bound that no point of the edge is nearer than: distance to the chord, less how far the edge rises from it. */
    double leastDistanceFrom(Place p) {
        double t = along(p);
        double gap = p.chordTo(
                from.x() + t * (to.x() - from.x()),
                from.y() + t * (to.y() - from.y()),
                from.z() + t * (to.z() - from.z()));
        return Place.leastGeodesic(Math.max(0, gap - bulge));
    }

    private double along(Place p) {
        if (chord == 0) {
            return 0;
        }
        double dot = (p.x() - from.x()) * (to.x() - from.x())
                + (p.y() - from.y()) * (to.y() - from.y())
                + (p.z() - from.z()) * (to.z() - from.z());
        return Math.clamp(dot / (chord * chord), 0, 1);
    }

    /**
     * Geodesic distance from a point, by Newton's method on half its square, which is convex along a geodesic up to about
     * 10,000 km: slope and curvature come exactly from the azimuths, the reduced length and the geodesic scale.
     */
    double distanceFrom(Place p) {
        GeodesicLine geodesic = line();
        double length = geodesic.Distance();
        double s = along(p) * length;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 40; i++) {
            GeodesicData spot = geodesic.Position(s, SPOT);
            GeodesicData gauge = Geodesic.WGS84.Inverse(p.lat(), p.lon(), spot.lat2, spot.lon2, GAUGE);
            least = Math.min(least, gauge.s12);
            if (gauge.m12 <= 0) {
                return least;
            }
            double cos = Math.cos(Math.toRadians(gauge.azi2 - spot.azi2));
            double bend = cos * cos + (1 - cos * cos) * gauge.s12 * gauge.M21 / gauge.m12;
            double next = Math.clamp(s - gauge.s12 * cos / Math.max(bend, 0.05), 0, length);
            if (Math.abs(next - s) < 1e-7) {
                return least;
            }
            s = next;
        }
        return least;
    }

    private GeodesicLine line() {
        if (line == null) {
            line = Geodesic.WGS84.InverseLine(from.lat(), from.lon(), to.lat(), to.lon());
        }
        return line;
    }

    /**
     * Whether two edges cross each other inside both; where they only touch, an end has distance 0. Decided in the
     * ellipsoidal gnomonic plane about an end: within 12 km a geodesic is straight there to 4e-8 m (Karney 2013, eq. 77).
     */
    boolean crosses(Edge other) {
        if (!mayCross(other) || !other.mayCross(this)) {
            return false;
        }
        double[] b = plane(to);
        double[] c = plane(other.from);
        double[] d = plane(other.to);
        double cSide = b[0] * c[1] - b[1] * c[0];
        double dSide = b[0] * d[1] - b[1] * d[0];
        double aSide = (d[0] - c[0]) * -c[1] - (d[1] - c[1]) * -c[0];
        double bSide = (d[0] - c[0]) * (b[1] - c[1]) - (d[1] - c[1]) * (b[0] - c[0]);
        return cSide * dSide < 0 && aSide * bSide < 0;
    }

    private double[] plane(Place p) {
        GnomonicData g = GNOMONIC.Forward(from.lat(), from.lon(), p.lat(), p.lon());
        return new double[] {g.x, g.y};
    }

    /** Cheap and safe: false when the other edge lies more than 2 m to one side of the plane through this one. */
    private boolean mayCross(Edge other) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double dz = to.z() - from.z();
        double ux = midX() / (Place.A * Place.A);
        double uy = midY() / (Place.A * Place.A);
        double uz = midZ() / (Place.B * Place.B);
        double nx = dy * uz - dz * uy;
        double ny = dz * ux - dx * uz;
        double nz = dx * uy - dy * ux;
        double norm = Math.sqrt(nx * nx + ny * ny + nz * nz);
        double f = off(other.from, nx, ny, nz);
        double t = off(other.to, nx, ny, nz);
        return (f > 0 ? t <= 0 : t >= 0) || Math.min(Math.abs(f), Math.abs(t)) <= 2 * norm;
    }

    private double off(Place p, double nx, double ny, double nz) {
        return (p.x() - from.x()) * nx + (p.y() - from.y()) * ny + (p.z() - from.z()) * nz;
    }
}
