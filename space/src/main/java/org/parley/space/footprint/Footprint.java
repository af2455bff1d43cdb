package org.parley.space.footprint;

import org.parley.space.Limits;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/**
 * What a volume covers on the ground: every point within a buffer of a core. A circle is a point and its radius, a
 * corridor a line and its half-width, a polygon its area and, where its edges were entered as planar, a margin.
 *
 * <p>Made by {@link FootprintEntry}. Immutable and safe for use by several threads.
 */
public final class Footprint {
    private final Chain chain;
    private final long buffer;

    Footprint(Chain chain, long buffer) {
        this.chain = chain;
        this.buffer = buffer;
    }

    /** A single place, with no extent. */
    public static Footprint at(Place place) {
        int[] one = {0, 1};
        return new Footprint(
                new Chain(Chain.Kind.POINT, new int[] {place.lat()}, new int[] {place.lon()}, one, one), 0);
    }

    /** The core: the stored geometry, which is the truth. */
    public Chain chain() {
        return chain;
    }

    /** Centimetres around the core that belong to the footprint: radius or half-width, and the planar margin. */
    public long buffer() {
        return buffer;
    }

    /** Whether a place lies in the core or on it; the buffer is not asked. */
    public boolean coreContains(Place place) {
        Vec unit = place.unit();
        return chain.contains(unit.x(), unit.y(), unit.z());
    }

    /** Square metres of ground, its buffer included: to a thousandth of a polygon or circle, an upper estimate where an outline with a buffer turns inwards. */
    public double area() {
        return CoveredArea.of(this);
    }

    /** A direction in the middle of the core. */
    public Vec middle() {
        Vec sum = new Vec(0, 0, 0);
        for (int v = 0; v < chain.size(); v++) {
            sum = sum.plus(chain.unit(v));
        }
        return sum.unit();
    }

    /** The same with another buffer in centimetres. */
    public Footprint withBuffer(long centimetres) {
        return new Footprint(chain, centimetres);
    }

    /**
     * This footprint moved as a whole: turned about the middle of the earth so that its own middle travels
     * {@code metres} along an azimuth (radians from north). Distances within it change by less than 0.7 %; the result
     * is quantised anew and is what must be tested.
     */
    public Footprint shifted(double azimuth, double metres) {
        Vec from = middle();
        Vec east = new Vec(-StrictMath.sin(from.lambda()), StrictMath.cos(from.lambda()), 0);
        Vec north = from.cross(east);
        Vec ahead = north.times(StrictMath.cos(azimuth)).plus(east.times(StrictMath.sin(azimuth)));
        double scale = localRadius(from.z(), azimuth);
        double angle = metres / scale;
        Vec axis = from.cross(ahead);
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        int size = chain.size();
        int[] lats = new int[size];
        int[] lons = new int[size];
        for (int v = 0; v < size; v++) {
            Vec p = chain.unit(v);
            Vec turned = p.times(cos).plus(axis.cross(p).times(sin)).plus(axis.times(axis.dot(p) * (1 - cos)));
            Place place = turned.place();
            lats[v] = place.lat();
            lons[v] = place.lon();
        }
        return new Footprint(chain.at(lats, lons), buffer);
    }

    /**
     * This line with its first and its last edge going on straight so many metres beyond its ends, wherever that leads;
     * without a buffer.
     */
    public Footprint prolonged(double metres) {
        int last = chain.size() - 1;
        Place before = beyond(chain.place(1), chain.place(0), metres);
        Cutting cutting = new Cutting(Edges.GEODESIC);
        cutting.add(before, -1);
        cutting.edge(before, chain.place(0), 0);
        for (int v = 1; v <= last; v++) {
            cutting.add(chain.place(v), v);
        }
        cutting.edge(chain.place(last), beyond(chain.place(last - 1), chain.place(last), metres), last + 1);
        int[] parts = {0, cutting.size()};
        return new Footprint(new Chain(Chain.Kind.LINE, cutting.lats(), cutting.lons(), parts, new int[] {0, 1}), 0);
    }

    private static Place beyond(Place from, Place end, double metres) {
        double back = Geodesic.inverse(end.phi(), end.lambda(), from.phi(), from.lambda())
                .azimuth();
        double[] place = Geodesic.direct(end.phi(), end.lambda(), back + StrictMath.PI, metres);
        return Place.ofRadians(place[0], place[1]);
    }

    private static double localRadius(double sinLatitude, double azimuth) {
        double m = Ellipsoid.meridionalRadius(sinLatitude) * StrictMath.cos(azimuth);
        double n = Ellipsoid.normalRadius(sinLatitude) * StrictMath.sin(azimuth);
        return Math.sqrt(m * m + n * n);
    }

    /**
     * A box around the footprint on the unit sphere, grown by {@code metres}: least x, y, z and greatest x, y, z. An
     * area that holds one of the six axes reaches as far as the sphere does.
     */
    public double[] box(double metres) {
        double[] units = chain.units();
        double[] box = {units[0], units[1], units[2], units[0], units[1], units[2]};
        for (int v = 3; v < units.length; v += 3) {
            for (int axis = 0; axis < 3; axis++) {
                double along = units[v + axis];
                if (along < box[axis]) {
                    box[axis] = along;
                } else if (along > box[axis + 3]) {
                    box[axis + 3] = along;
                }
            }
        }
        if (chain.kind() == Chain.Kind.AREA) {
            for (int axis = 0; axis < 3; axis++) {
                reachAxis(box, axis, 1);
                reachAxis(box, axis, -1);
            }
        }
        double edge = (Limits.EDGE + 10) / Ellipsoid.LEAST_RADIUS;
        double bulge = chain.kind() == Chain.Kind.POINT ? 0 : edge * edge / 7;
        double grown = (buffer / 100.0 + metres) / Ellipsoid.LEAST_RADIUS + bulge + 1e-14;
        for (int axis = 0; axis < 3; axis++) {
            box[axis] -= grown;
            box[axis + 3] += grown;
        }
        return box;
    }

    private void reachAxis(double[] box, int axis, int sign) {
        if (chain.contains(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0)) {
            box[sign > 0 ? axis + 3 : axis] = sign;
        }
    }
}
