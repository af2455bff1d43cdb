package org.parley.space.index;

import org.parley.space.Limits;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.separation.Minima;

/**
 * A volume that asks others, by their strips, whether they conflict with it. Nearly all are told at once; the rest is for
 * the exact test, and what is told here is never other than what that test says.
 *
 * <p>Strips are seen from above the middle of the probe, each point p of the unit sphere as (e·p, f·p) on the plane that
 * touches it there. Seen so, no way is longer than it is, and within an angle θ of the middle none is shorter than by cos θ
 * (what is straight on the plane is the longer way on the sphere). So with ρ the least distance on the plane, σ that on the
 * sphere and d that on the ellipsoid ({@link Ellipsoid}):
 *
 * <pre>
 *   ρ − s ≤ σ ≤ (ρ + s) / cos θ        LEAST_RADIUS · σ ≤ d ≤ GREATEST_RADIUS · σ
 * </pre>
 *
 * <p>where s is what edges and vertices are off: an edge of length l leaves its chord by l²/8 towards the sky, and of that
 * sin θ is seen; a number of a strip is off by half.
 */
final class Probe {
    /** What is known of a pair. */
    enum Verdict {
        CONFLICT,
        NO_CONFLICT,
        ASK
    }

    private static final double CENTIMETRE = 0.01;

    /** The exact test may call what is up to half of this beyond its limit a conflict, and miss none before it. In metres. */
    private static final double IN_DOUBT = 0.01;

    private static final double LONGEST = (Limits.EDGE + 10) / Ellipsoid.LEAST_RADIUS;

    /** How far an edge leaves its chord. */
    private static final double BULGE = LONGEST * LONGEST / 7 * Strip.UNIT;

    /** Two vertices that are rounded, on each of three axes, and the arithmetic. */
    private static final double ROUNDED = 4;

    private static final double MOST_A_METRE = Strip.UNIT / Ellipsoid.LEAST_RADIUS;
    private static final double LEAST_A_METRE = Strip.UNIT / Ellipsoid.GREATEST_RADIUS;
    private static final double TURN_A_UNIT = 1 / Strip.UNIT;

    /** Farther from the middle nothing is looked at: well before the plane shows two sides of the earth at one place. */
    private static final double FARTHEST = Strip.UNIT / 2;

    /** So many edges of ours have a box around them. */
    private static final int BOXED = 4;

    private static final int BOX = 4;

    /** Vertices of most, and the first again. */
    private static final int FEW = BOXED + 1;

    private double[] u = new double[FEW];
    private double[] v = new double[FEW];

    /** Around each few edges: least u, greatest u, least v, greatest v. */
    private double[] boxes = new double[BOX];

    private int[] own = {};
    private int at;
    private long from;
    private long until;
    private int shape;
    private int edges;
    private double reach;
    private double ex;
    private double ey;
    private double ez;
    private double fx;
    private double fy;
    private double fz;
    private double near2;
    private double far2;
    private boolean doubtful;

    /** Makes the volume of a strip the one that asks. */
    void take(int[] strips, int begin) {
        own = strips;
        at = begin;
        from = Strip.number(strips, at + Strip.FROM);
        until = Strip.number(strips, at + Strip.UNTIL);
        shape = strips[at + Strip.SHAPE];
        reach = strips[at + Strip.REACH];
        lookDown(strips[at + Strip.MIDDLE], strips[at + Strip.MIDDLE + 1], strips[at + Strip.MIDDLE + 2]);
        int vertices = Math.abs(shape);
        if (u.length <= vertices) {
            u = new double[Strip.MOST + 1];
            v = new double[Strip.MOST + 1];
            boxes = new double[Strip.MOST / BOXED * BOX];
        }
        for (int i = 0, vertex = at + Strip.HEAD; i < vertices; i++, vertex += 3) {
            u[i] = east(strips, vertex);
            v[i] = north(strips, vertex);
        }
        // A point is an edge to itself.
        u[vertices] = u[0];
        v[vertices] = v[0];
        edges = vertices == 1 ? 1 : Math.max(0, vertices - 1);
        for (int first = 0; first < edges; first += BOXED) {
            box(first, Math.min(first + BOXED, edges));
        }
    }

    private void box(int first, int last) {
        double west = u[first];
        double east = u[first];
        double south = v[first];
        double north = v[first];
        for (int i = first + 1; i <= last; i++) {
            west = Math.min(west, u[i]);
            east = Math.max(east, u[i]);
            south = Math.min(south, v[i]);
            north = Math.max(north, v[i]);
        }
        int box = first / BOXED * BOX;
        boxes[box] = west;
        boxes[box + 1] = east;
        boxes[box + 2] = south;
        boxes[box + 3] = north;
    }

    /** Two directions across each other and across the one to the middle, wherever that is. */
    private void lookDown(double x, double y, double z) {
        boolean steep = Math.abs(z) > Strip.UNIT / 2;
        double length = Math.sqrt(x * x + (steep ? z * z : y * y));
        ex = (steep ? z : -y) / length;
        ey = steep ? 0 : x / length;
        ez = steep ? -x / length : 0;
        double whole = Math.sqrt(x * x + y * y + z * z);
        fx = (y * ez - z * ey) / whole;
        fy = (z * ex - x * ez) / whole;
        fz = (x * ey - y * ex) / whole;
    }

    private double east(int[] strips, int vertex) {
        return strips[vertex] * ex + strips[vertex + 1] * ey + strips[vertex + 2] * ez;
    }

    private double north(int[] strips, int vertex) {
        return strips[vertex] * fx + strips[vertex + 1] * fy + strips[vertex + 2] * fz;
    }

    int party() {
        return own[at + Strip.PARTY];
    }

    int kind() {
        return own[at + Strip.KIND];
    }

    /** Whether the window and the band of a strip come near enough to ours under minima; where bands are to be asked, they do. */
    boolean near(int[] strips, int other, Minima minima) {
        long apart = Math.max(from, Strip.number(strips, other + Strip.FROM))
                - Math.min(until, Strip.number(strips, other + Strip.UNTIL));
        long gap = (long) Math.max(own[at + Strip.LOWER], strips[other + Strip.LOWER])
                - Math.min(own[at + Strip.UPPER], strips[other + Strip.UPPER]);
        boolean near = gap <= 0 || gap < minima.vertical();
        return apart < minima.time() && (near || mayBeInLevels(strips[other + Strip.SHAPE], minima));
    }

    /** Only of what is untold both can be in levels, which are compared with each other where the minima say so. */
    private boolean mayBeInLevels(int theirShape, Minima minima) {
        return shape == Strip.UNTOLD
                && theirShape == Strip.UNTOLD
                && minima.levels().isPresent();
    }

    /** Whether the footprint of a strip meets ours or comes nearer than minima; where bands are to be asked too, that is told. */
    Verdict judge(int[] strips, int other, Minima minima) {
        int theirs = strips[other + Strip.REACH];
        if (reach == Strip.EVERYWHERE || theirs == Strip.EVERYWHERE) {
            return Verdict.ASK;
        }
        long buffers = (long) own[at + Strip.BUFFER] + strips[other + Strip.BUFFER];
        double limit = (minima.horizontal() + buffers) * CENTIMETRE + Limits.ERROR_BAND;
        double far = (limit + IN_DOUBT) * MOST_A_METRE;
        double dx = (double) strips[other + Strip.MIDDLE] - own[at + Strip.MIDDLE];
        double dy = (double) strips[other + Strip.MIDDLE + 1] - own[at + Strip.MIDDLE + 1];
        double dz = (double) strips[other + Strip.MIDDLE + 2] - own[at + Strip.MIDDLE + 2];
        double most = reach + theirs + far;
        if (dx * dx + dy * dy + dz * dz > most * most) {
            return Verdict.NO_CONFLICT;
        }
        if (edges == 0 || strips[other + Strip.SHAPE] == Strip.UNTOLD || most + theirs > FARTHEST) {
            return Verdict.ASK;
        }
        double turn = (reach + far) * TURN_A_UNIT;
        double off = 2 * BULGE * (turn + LONGEST) + ROUNDED;
        double near = (limit - IN_DOUBT) * LEAST_A_METRE * (1 - turn * turn / 2) - off;
        near2 = near > 0 ? near * near : -1;
        far2 = (far + off) * (far + off);
        if (comesNear(strips, other, far + off)) {
            return Verdict.CONFLICT;
        }
        return doubtful ? Verdict.ASK : encloses(strips, other) ? Verdict.CONFLICT : Verdict.NO_CONFLICT;
    }

    /** Whether an edge of theirs comes near one of ours, each against those of ours whose box it comes to. */
    private boolean comesNear(int[] strips, int other, double far) {
        doubtful = false;
        int vertex = other + Strip.HEAD;
        int end = other + Strip.length(strips, other);
        double bu = east(strips, vertex);
        double bv = north(strips, vertex);
        for (int next = Math.min(vertex + 3, end - 3); next < end; next += 3) {
            double nu = east(strips, next);
            double nv = north(strips, next);
            double west = Math.min(bu, nu) - far;
            double east = Math.max(bu, nu) + far;
            double south = Math.min(bv, nv) - far;
            double north = Math.max(bv, nv) + far;
            for (int first = 0, box = 0; first < edges; first += BOXED, box += BOX) {
                if (boxes[box] <= east
                        && boxes[box + 1] >= west
                        && boxes[box + 2] <= north
                        && boxes[box + 3] >= south
                        && comesNear(first, Math.min(first + BOXED, edges), bu, bv, nu - bu, nv - bv)) {
                    return true;
                }
            }
            bu = nu;
            bv = nv;
        }
        return false;
    }

    /** Whether an edge that begins at b and leads along d comes near one of some edges of ours. */
    private boolean comesNear(int first, int end, double bu, double bv, double du, double dv) {
        double d2 = du * du + dv * dv;
        for (int i = first; i < end; i++) {
            double cu = u[i + 1] - u[i];
            double cv = v[i + 1] - v[i];
            double wu = bu - u[i];
            double wv = bv - v[i];
            double c2 = cu * cu + cv * cv;
            double begins = cu * wv - cv * wu;
            double turn = cu * dv - cv * du;
            double ends = begins + turn;
            double weBegin = dv * wu - du * wv;
            double weEnd = weBegin - turn;
            if (isNear(wu, wv, cu, cv, c2, begins)
                    || isNear(wu + du, wv + dv, cu, cv, c2, ends)
                    || isNear(-wu, -wv, du, dv, d2, weBegin)
                    || isNear(cu - wu, cv - wv, du, dv, d2, weEnd)) {
                return true;
            }
            if (begins * ends < 0 && weBegin * weEnd < 0) {
                doubtful = true;
                return near2 > 0;
            }
        }
        return false;
    }

    /** Whether a point at w from the beginning of an edge c comes near it; {@code aside} is c × w. */
    private boolean isNear(double wu, double wv, double cu, double cv, double c2, double aside) {
        double along = wu * cu + wv * cv;
        double square;
        double of;
        if (along > 0 && along < c2) {
            square = aside * aside;
            of = c2;
        } else {
            double w2 = wu * wu + wv * wv;
            square = along > 0 ? w2 - 2 * along + c2 : w2;
            of = 1;
        }
        doubtful |= square <= far2 * of;
        return square <= near2 * of;
    }

    /** Whether one of both holds the other, no edge of which comes near an edge of it. */
    private boolean encloses(int[] strips, int other) {
        boolean theirs = strips[other + Strip.SHAPE] < 0;
        return (shape < 0 && around(east(strips, other + Strip.HEAD), north(strips, other + Strip.HEAD)))
                || (theirs && isWithin(strips, other));
    }

    /** Whether our ring turns around a place. */
    private boolean around(double pu, double pv) {
        int turns = 0;
        for (int i = 1; i < -shape; i++) {
            turns += turn(u[i - 1] - pu, v[i - 1] - pv, u[i] - pu, v[i] - pv);
        }
        return turns != 0;
    }

    /** Whether their ring turns around where we begin. */
    private boolean isWithin(int[] strips, int other) {
        int turns = 0;
        double bu = east(strips, other + Strip.HEAD) - u[0];
        double bv = north(strips, other + Strip.HEAD) - v[0];
        int end = other + Strip.length(strips, other);
        for (int next = other + Strip.HEAD + 3; next < end; next += 3) {
            double nu = east(strips, next) - u[0];
            double nv = north(strips, next) - v[0];
            turns += turn(bu, bv, nu, nv);
            bu = nu;
            bv = nv;
        }
        return turns != 0;
    }

    /** Which way an edge crosses the half-axis to the east: 1 to the left, −1 to the right, 0 not at all. */
    private static int turn(double bu, double bv, double nu, double nv) {
        boolean upward = nv > bv;
        boolean crosses = (bv > 0) != (nv > 0) && (bu * nv - nu * bv > 0) == upward;
        return crosses ? (upward ? 1 : -1) : 0;
    }
}
