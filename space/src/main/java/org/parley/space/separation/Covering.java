package org.parley.space.separation;

import java.util.Optional;
import org.parley.space.Limits;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

/**
 * Whether a footprint lies inside another, where that is plain: the same core no wider, anything in a circle, anything in an
 * area, a circle in a corridor. It never says so where it is not; within the error of a distance, and for a line or an area in
 * a corridor, it says no.
 */
public final class Covering {
    /** Metres that are asked for besides: more than both cores are known by. */
    private static final double PLAIN = 0.02;

    /** What the edges of a planar corridor may differ by, to both sides. */
    private static final double PLANAR = 2 * Limits.PLANAR_TOLERANCE + 0.1;

    /** The cosine of an angle that is wider than any circle, and at which distances can still be measured. */
    private static final double FAR = 0.5;

    private Covering() {}

    /** Whether all of {@code inner}, its buffer included, plainly lies inside {@code outer}. */
    public static boolean covers(Footprint outer, Footprint inner) {
        if (same(outer.chain(), inner.chain())) {
            return inner.buffer() <= outer.buffer();
        }
        return switch (outer.chain().kind()) {
            case POINT -> inCircle(outer, inner.chain(), metres(inner));
            case AREA -> inArea(outer, inner);
            case LINE -> inCorridor(outer, inner);
        };
    }

    private static double metres(Footprint footprint) {
        return footprint.buffer() / 100.0;
    }

    /** A circle is convex, whatever its radius up to {@link Limits#RADIUS}: where all vertices lie in it, all lies in it. */
    private static boolean inCircle(Footprint circle, Chain inner, double buffer) {
        Place centre = circle.chain().place(0);
        for (int v = 0; v < inner.size(); v++) {
            boolean near = circle.chain().unit(0).dot(inner.unit(v)) > FAR;
            if (!near || Geodesic.distance(centre, inner.place(v)) + buffer + PLAIN > metres(circle)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Every part of the inner begins in the area, no part of the area begins in the inner, and their edges stay apart by the
     * buffer: so no edge of the area is in what the inner covers. The margin of a planar area may be outside of what was drawn.
     */
    private static boolean inArea(Footprint outer, Footprint inner) {
        return allBeginIn(outer.chain(), inner.chain())
                && noneBeginsIn(inner.chain(), outer.chain())
                && !ChainDistance.below(
                        outer.chain(), inner.chain(), metres(inner) + metres(outer) + Limits.ERROR_BAND + PLAIN);
    }

    private static boolean allBeginIn(Chain area, Chain parts) {
        for (int part = 0; part < parts.parts(); part++) {
            if (!beginsIn(area, parts, part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean noneBeginsIn(Chain area, Chain parts) {
        for (int part = 0; part < parts.parts(); part++) {
            if (beginsIn(area, parts, part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsIn(Chain area, Chain parts, int part) {
        var unit = parts.unit(parts.partStart(part));
        return area.contains(unit.x(), unit.y(), unit.z());
    }

    private static boolean inCorridor(Footprint corridor, Footprint inner) {
        Optional<ExactTest.Horizontal> apart = inner.chain().kind() == Chain.Kind.POINT
                ? ExactTest.measure(corridor.withBuffer(0), inner.withBuffer(0))
                : Optional.empty();
        return apart.filter(between -> between.metres() + metres(inner) + PLAIN + PLANAR <= metres(corridor))
                .isPresent();
    }

    private static boolean same(Chain chain, Chain other) {
        if (chain.kind() != other.kind() || chain.size() != other.size() || chain.parts() != other.parts()) {
            return false;
        }
        for (int v = 0; v < chain.size(); v++) {
            if (!chain.place(v).equals(other.place(v))) {
                return false;
            }
        }
        for (int part = 0; part < chain.parts(); part++) {
            if (chain.partStart(part) != other.partStart(part)) {
                return false;
            }
        }
        return chain.polygons() == other.polygons();
    }
}
