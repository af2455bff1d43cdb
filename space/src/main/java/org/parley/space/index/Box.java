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

    private static final double UNIT = 1 << 30;
    private static final int TIME_SHIFT = 12;

    /** Twice what a band in levels may differ from its metres ({@code Band.Levels}), in centimetres. */
    private static final long LEVEL_SLACK = 40_000;

    private static final long FOOT = 31;

    /** Writes the box of a volume, grown by minima, at an offset. */
    static void write(Volume volume, Minima grown, int[] boxes, int at) {
        double[] box = volume.footprint().box(grown.horizontal() / 100.0 + 0.05);
        for (int axis = 0; axis < 3; axis++) {
            boxes[at + axis] = (int) Math.max(-UNIT, Math.floor(box[axis] * UNIT));
            boxes[at + DIMENSIONS + axis] = (int) Math.min(UNIT, Math.ceil(box[axis + 3] * UNIT));
        }
        Band.Metres hae = volume.band().hae();
        long vertical = volume.band() instanceof Band.Levels
                ? Math.max(grown.vertical(), grown.levels().orElse(0) * FOOT + LEVEL_SLACK)
                : grown.vertical();
        boxes[at + 3] = hae.lower() == Band.BOTTOMLESS ? Band.BOTTOMLESS : clamp(hae.lower() - vertical);
        boxes[at + DIMENSIONS + 3] = hae.upper() == Band.TOPLESS ? Band.TOPLESS : clamp(hae.upper() + vertical);
        boxes[at + 4] = clamp((volume.window().from() - grown.time()) >> TIME_SHIFT);
        boxes[at + DIMENSIONS + 4] = clamp((volume.window().until() + grown.time()) >> TIME_SHIFT);
    }

    private static int clamp(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
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

    /** The greatest extent on the sphere, in metres, roughly. */
    static double metres(int[] boxes, int at) {
        long most = 0;
        for (int axis = 0; axis < 3; axis++) {
            most = Math.max(most, (long) boxes[at + DIMENSIONS + axis] - boxes[at + axis]);
        }
        return most / UNIT * Ellipsoid.A;
    }

    /** How long the window is, in seconds, roughly. */
    static double seconds(int[] boxes, int at) {
        return ((long) boxes[at + 9] - boxes[at + 4]) * 4.096;
    }
}
