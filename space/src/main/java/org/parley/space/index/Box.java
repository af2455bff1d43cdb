package org.parley.space.index;

import org.parley.space.Volume;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.height.Band;
import org.parley.space.separation.Minima;

/**
 * Boxes of whole numbers in five dimensions, rounded outwards: x, y, z on the unit sphere (2⁻³⁰, about 6 mm), height
 * above the ellipsoid (cm) and time (4.096 s). On the sphere itself neither pole nor antimeridian is special. Ten
 * numbers a box: five least, then five greatest.
 */
final class Box {
    private Box() {}

    static final int DIMENSIONS = 5;
    static final int SIZE = 2 * DIMENSIONS;

    /** No number is greater, nor less than its opposite: so that differences are numbers too. */
    static final int MOST = (1 << 30) - 1;

    private static final double UNIT = MOST;
    private static final int TIME_SHIFT = 12;

    /** What computing a box may be wrong by, and far more, in metres. */
    private static final double ROUNDING = 0.05;

    /** Twice what a band in levels may differ from its metres ({@code Band.Levels}), in centimetres. */
    private static final long LEVEL_SLACK = 40_000;

    private static final long FOOT = 31;

    /** What most volumes take: half of a thousand metres, of fifty in height, of half an hour. */
    private static final double SOME_METRES = 500;

    private static final long SOME_HEIGHT = 2_500;
    private static final long SOME_TIME = 900_000;

    /** Writes the box of a volume at an offset. */
    static void write(Volume volume, int[] boxes, int at) {
        double[] box = volume.footprint().box(ROUNDING);
        for (int axis = 0; axis < 3; axis++) {
            boxes[at + axis] = (int) Math.max(-UNIT, Math.floor(box[axis] * UNIT));
            boxes[at + DIMENSIONS + axis] = (int) Math.min(UNIT, Math.ceil(box[axis + 3] * UNIT));
        }
        Band.Metres hae = volume.band().hae();
        boxes[at + 3] = clamp(hae.lower());
        boxes[at + DIMENSIONS + 3] = clamp(hae.upper());
        boxes[at + 4] = clamp(volume.window().from() >> TIME_SHIFT);
        boxes[at + DIMENSIONS + 4] = clamp(volume.window().until() >> TIME_SHIFT);
    }

    /**
     * Grows a box by minima.
     *
     * @param mayBeInLevels whether the band of what it is of may be one of levels
     */
    static void grow(int[] boxes, int at, Minima minima, boolean mayBeInLevels) {
        long across = (long) Math.ceil(minima.horizontal() / 100.0 / Ellipsoid.LEAST_RADIUS * UNIT) + 1;
        long levels = mayBeInLevels ? minima.levels().orElse(0) * FOOT + LEVEL_SLACK : 0;
        long lasting = -(-minima.time() >> TIME_SHIFT);
        for (int axis = 0; axis < 3; axis++) {
            widen(boxes, at + axis, across);
        }
        widen(boxes, at + 3, Math.max(minima.vertical(), levels));
        widen(boxes, at + 4, lasting);
    }

    private static void widen(int[] boxes, int at, long by) {
        boxes[at] = clamp(boxes[at] - by);
        boxes[at + DIMENSIONS] = clamp(boxes[at + DIMENSIONS] + by);
    }

    private static int clamp(long value) {
        return (int) Math.max(-MOST, Math.min(MOST, value));
    }

    static boolean meet(int[] a, int i, int[] b, int j) {
        return a[i] <= b[j + 5]
                && a[i + 5] >= b[j]
                && a[i + 1] <= b[j + 6]
                && a[i + 6] >= b[j + 1]
                && a[i + 2] <= b[j + 7]
                && a[i + 7] >= b[j + 2]
                && a[i + 4] <= b[j + 9]
                && a[i + 9] >= b[j + 4]
                && a[i + 3] <= b[j + 8]
                && a[i + 8] >= b[j + 3];
    }

    /** Makes a box that meets nothing, to be grown. */
    static void empty(int[] boxes, int at) {
        for (int d = 0; d < DIMENSIONS; d++) {
            boxes[at + d] = Integer.MAX_VALUE;
            boxes[at + DIMENSIONS + d] = Integer.MIN_VALUE;
        }
    }

    static void include(int[] boxes, int at, int[] other, int from) {
        for (int d = 0; d < DIMENSIONS; d++) {
            boxes[at + d] = Math.min(boxes[at + d], other[from + d]);
            boxes[at + DIMENSIONS + d] = Math.max(boxes[at + DIMENSIONS + d], other[from + DIMENSIONS + d]);
        }
    }

    /** How far a query of some hundred metres and some minutes reaches on each axis under some minima. */
    static double[] reach(Minima minima) {
        double metres = 2 * (minima.horizontal() / 100.0 + SOME_METRES) / Ellipsoid.A * UNIT;
        double high = 2.0 * (minima.vertical() + SOME_HEIGHT);
        double lasting = 2.0 * (minima.time() + SOME_TIME) / (1 << TIME_SHIFT);
        return new double[] {metres, metres, metres, high, lasting};
    }
}
