package org.parley.space.oracle;

import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.GeodesicData;

/** Pairs of entered shapes that are hard to judge; the same seed and index give the same pair, on its own. */
public final class HardPairs {
    /** Two shapes and how they were laid. */
    public record Pair(Entered a, Entered b, Where where, How how) {}

    /** Where on Earth. */
    public enum Where {
        MIDDLE,
        EQUATOR,
        ANTIMERIDIAN,
        NORTH_POLE,
        SOUTH_POLE
    }

    /** How the second lies to the first. */
    public enum How {
        NEAR,
        FAR,
        ANYWHERE,
        NESTED,
        IN_HOLE,
        CROSSING,
        SHARED_VERTEX,
        TOUCHING_EDGE,
        SHARED_EDGE,
        BY_SLIVER,
        ALONGSIDE,
        POLAR_CAP
    }

    private static final double LARGEST = 250_000;

    private final Draw draw;
    private final double size;

    private HardPairs(SplittableRandom random) {
        draw = new Draw(random);
        size = draw.size(1, LARGEST);
    }

    public static SplittableRandom random(long seed, long index) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ (index * 0x9E3779B97F4A7C15L));
    }

    public static Pair of(long seed, long index) {
        HardPairs pairs = new HardPairs(random(seed, index));
        Where where = Where.values()[pairs.draw.upTo(0, Where.values().length - 1)];
        // Polar caps cost a hundred times the others, so they are rarer by ten.
        int kinds = How.values().length - (pairs.draw.oneIn(10) ? 1 : 2);
        How how = How.values()[pairs.draw.upTo(0, kinds)];
        return pairs.lay(where, how);
    }

    private Pair lay(Where where, How how) {
        double[] c = centre(where);
        return switch (how) {
            case NEAR -> pair(draw.any(c, size), near(c, draw.between(0.3, 3) * size), where, how);
            case FAR -> pair(draw.any(c, size), near(c, draw.between(100_000, 1_000_000)), where, how);
            case ANYWHERE -> pair(draw.any(c, size), near(c, draw.between(0, 15_000_000)), where, how);
            case NESTED -> pair(Entered.polygon(List.of(draw.star(c, big(), 0.5, 8))), inside(c, 0.15), where, how);
            case IN_HOLE -> pair(draw.holed(c, big()), inside(c, 0.04), where, how);
            case CROSSING -> pair(draw.corridor(c, size), near(c, draw.between(0, 0.7) * size), where, how);
            case SHARED_VERTEX, TOUCHING_EDGE, SHARED_EDGE -> touching(c, where, how);
            case BY_SLIVER -> bySliver(c, where);
            case ALONGSIDE -> alongside(c, where);
            case POLAR_CAP -> polarCap(c, where);
        };
    }

    private static Pair pair(Entered a, Entered b, Where where, How how) {
        return new Pair(a, b, where, how);
    }

    private double[] centre(Where where) {
        double lon = draw.between(-180, 180);
        double off = draw.oneIn(6) ? 0 : draw.between(0, 1.5) * size;
        return switch (where) {
            case MIDDLE -> new double[] {lon, (draw.oneIn(2) ? 1 : -1) * draw.between(15, 75)};
            case EQUATOR -> Draw.go(new double[] {lon, 0}, draw.oneIn(2) ? 0 : 180, off);
            case ANTIMERIDIAN -> Draw.go(new double[] {180, draw.between(-80, 80)}, draw.oneIn(2) ? 90 : -90, off);
            case NORTH_POLE -> Draw.go(new double[] {lon, 90}, 180, off);
            case SOUTH_POLE -> Draw.go(new double[] {lon, -90}, 0, off);
        };
    }

    /** Holes and nested shapes below a few metres would be lost in the rounding. */
    private double big() {
        return Math.max(size, 10);
    }

    private Entered near(double[] c, double away) {
        double other = draw.oneIn(2) ? size * draw.between(0.1, 1) : Math.min(draw.size(1, LARGEST), 5 * size);
        return draw.any(Draw.go(c, draw.between(0, 360), away), other);
    }

    private Entered inside(double[] c, double share) {
        double[] at = Draw.go(c, draw.between(0, 360), draw.between(0, share) / 2 * big());
        double small = draw.between(0.1, 0.5) * share * big();
        return draw.oneIn(3)
                ? Entered.circle(at[0], at[1], small)
                : Entered.polygon(List.of(draw.star(at, small, 0.5)));
    }

    private Pair touching(double[] c, Where where, How how) {
        double[] ring = draw.star(c, big(), 0.5);
        int i = draw.upTo(0, ring.length / 2 - 2);
        double[] p = Draw.vertex(ring, i);
        double[] q = Draw.vertex(ring, i + 1);
        GeodesicData edge = Draw.between(p, q);
        double[] on = Draw.go(p, edge.azi1, edge.s12 * draw.between(0.05, 0.95));
        double[] root = how == How.SHARED_VERTEX ? p : on;
        double out = Draw.between(c, root).azi2;
        double[] apex = Draw.go(root, out + draw.between(-20, 20), draw.between(0.1, 1) * big());
        double[] wing = Draw.go(root, out + 35, draw.between(0.1, 1) * big());
        Entered b = how == How.SHARED_EDGE ? Draw.triangle(q, p, apex) : Draw.triangle(root, apex, wing);
        return pair(Entered.polygon(List.of(ring)), b, where, how);
    }

    private Pair bySliver(double[] c, Where where) {
        double length = draw.oneIn(4) ? draw.size(6_000, 40_000) : draw.size(500, 6_000);
        Entered sliver = draw.sliver(c, length, draw.size(0.01, 1));
        double[] a = Draw.vertex(sliver.chains().getFirst(), 0);
        GeodesicData edge = Draw.between(a, Draw.vertex(sliver.chains().getFirst(), 1));
        double[] on = Draw.go(a, edge.azi1, edge.s12 * draw.between(-0.05, 1.05));
        double[] at = Draw.go(on, edge.azi1 + (draw.oneIn(2) ? 90 : -90), draw.size(0.01, length));
        Entered other = draw.oneIn(2) ? draw.sliver(at, length / 2, draw.size(0.01, 1)) : draw.any(at, length / 3);
        return pair(sliver, other, where, How.BY_SLIVER);
    }

    /** Two chains that keep nearly the same distance all along, so that every edge is a candidate. */
    private Pair alongside(double[] c, Where where) {
        double[] chain = draw.corridor(c, size).chains().getFirst();
        double azimuth = draw.between(0, 360);
        double away = draw.size(0.05, Math.max(0.1, size));
        double[] shifted = new double[chain.length];
        for (int i = 0; i < chain.length / 2; i++) {
            double[] p = Draw.go(Draw.vertex(chain, i), azimuth, away);
            shifted[2 * i] = p[0];
            shifted[2 * i + 1] = p[1];
        }
        double widest = Math.min(away, 20_000);
        return pair(
                Entered.corridor(chain, draw.between(0, 0.7) * widest),
                Entered.corridor(shifted, draw.between(0, 0.7) * widest),
                where,
                How.ALONGSIDE);
    }

    private Pair polarCap(double[] c, Where where) {
        double[] pole = {0, c[1] < 0 ? -90 : 90};
        double radius = draw.between(300_000, 1_500_000);
        Entered cap = Entered.polygon(List.of(draw.star(pole, radius, 0.7, 24)));
        double[] at = Draw.go(pole, draw.between(0, 360), draw.between(0, 2) * radius);
        return pair(cap, draw.any(at, Math.min(size, 50_000)), where, How.POLAR_CAP);
    }
}
