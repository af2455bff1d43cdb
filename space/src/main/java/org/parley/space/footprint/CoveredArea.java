package org.parley.space.footprint;

import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/**
 * How much ground a footprint covers. A ring is measured on the authalic sphere (Snyder, Map Projections, USGS PP 1395,
 * formulas 3-11 and 3-12), its edges taken as great circles: they are at most 6 km long. What the buffer adds is taken as a
 * strip along the outline, so where an outline turns sharply inwards it is counted somewhat too large.
 */
final class CoveredArea {
    private static final double E = StrictMath.sqrt(Ellipsoid.E2);
    private static final double POLE = authalic(1);

    /** Radius of the sphere that has the ellipsoid's surface. */
    private static final double RADIUS = Ellipsoid.A * StrictMath.sqrt(POLE / 2);

    private static final double SPHERE = 4 * Math.PI;

    private CoveredArea() {}

    /** Square metres. */
    static double of(Footprint footprint) {
        Chain chain = footprint.chain();
        double buffer = footprint.buffer() / 100.0;
        double strip = switch (chain.kind()) {
            case POINT -> Math.PI * buffer * buffer;
            case LINE -> 2 * buffer * length(chain) + Math.PI * buffer * buffer;
            case AREA -> buffer * length(chain) + chain.polygons() * Math.PI * buffer * buffer;
        };
        return chain.kind() == Chain.Kind.AREA ? polygons(chain) + strip : strip;
    }

    private static double polygons(Chain chain) {
        double all = 0;
        for (int polygon = 0; polygon < chain.polygons(); polygon++) {
            int shell = chain.polygonStart(polygon);
            int next = polygon + 1 < chain.polygons() ? chain.polygonStart(polygon + 1) : chain.parts();
            all += ring(chain, shell);
            for (int hole = shell + 1; hole < next; hole++) {
                all -= ring(chain, hole);
            }
        }
        return all * RADIUS * RADIUS;
    }

    /** The solid angle of the smaller side of a ring: the triangles from its first vertex to each edge, with their signs. */
    private static double ring(Chain chain, int part) {
        int first = chain.partStart(part);
        Vec a = unit(chain.place(first));
        double angle = 0;
        Vec b = unit(chain.place(first + 1));
        for (int v = first + 2; v < chain.partStart(part + 1); v++) {
            Vec c = unit(chain.place(v));
            angle += 2 * StrictMath.atan2(a.dot(b.minus(a).cross(c.minus(a))), 1 + a.dot(b) + b.dot(c) + c.dot(a));
            b = c;
        }
        double one = Math.abs(angle) % SPHERE;
        return Math.min(one, SPHERE - one);
    }

    private static double length(Chain chain) {
        double metres = 0;
        for (int part = 0; part < chain.parts(); part++) {
            for (int v = chain.partStart(part) + 1; v < chain.partStart(part + 1); v++) {
                metres += Geodesic.distance(chain.place(v - 1), chain.place(v));
            }
        }
        return metres;
    }

    /** The direction of a place's authalic latitude. */
    private static Vec unit(Place place) {
        double longitude = StrictMath.toRadians(place.longitude());
        double sin = authalic(StrictMath.sin(StrictMath.toRadians(place.latitude()))) / POLE;
        double cos = Math.sqrt(Math.max(0, 1 - sin * sin));
        return new Vec(cos * StrictMath.cos(longitude), cos * StrictMath.sin(longitude), sin);
    }

    /** Snyder's q at the sine of a latitude. */
    private static double authalic(double sin) {
        return (1 - Ellipsoid.E2)
                * (sin / (1 - Ellipsoid.E2 * sin * sin) - StrictMath.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
    }
}
