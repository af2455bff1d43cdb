package org.parley.space.index;

import org.parley.space.Volume;
import org.parley.space.footprint.BallTree;
import org.parley.space.footprint.Chain;
import org.parley.space.geodesy.Vec;
import org.parley.space.height.Band;

/**
 * What a search asks of a volume, as whole numbers in a row: the strips of a run lie one after another in the order of its
 * boxes, so that what a query meets is read together, and not by a walk from object to object.
 *
 * <pre>
 *   party  kind  from  until  lower  upper  buffer  shape │ x y z reach            │ x y z   x y z …
 *                2     2      cm     cm     cm            │ a cap around the core  │ vertices, where shape says how many
 * </pre>
 *
 * <p>Places are unit vectors, a number for 2⁻³¹ (3 mm). The cap holds all edges and what they enclose. A shape is the number
 * of vertices of a point or a line, its opposite for a ring, and {@link #UNTOLD} for what has too many, or several parts, or a
 * band in levels: whatever such a strip does not rule out is asked of the volume.
 */
final class Strip {
    private Strip() {}

    static final int PARTY = 0;
    static final int KIND = 1;
    static final int FROM = 2;
    static final int UNTIL = 4;
    static final int LOWER = 6;
    static final int UPPER = 7;
    static final int BUFFER = 8;
    static final int SHAPE = 9;
    static final int MIDDLE = 10;
    static final int REACH = 13;
    static final int HEAD = 14;

    /** Longer chains have a tree of balls to look into. */
    static final int MOST = 64;

    static final int UNTOLD = 0;

    /** A reach that nothing is beyond. */
    static final int EVERYWHERE = -1;

    /** Of a unit vector, rounded to the nearest. */
    static final double UNIT = Integer.MAX_VALUE;

    /** A middle that is rounded lies within one of where it was, and so does a vertex. */
    private static final int ROUNDED = 2;

    /** The strip of a volume. */
    static int[] of(Volume volume, int party, int kind) {
        Chain chain = volume.footprint().chain();
        boolean told = chain.size() <= MOST && chain.parts() == 1 && volume.band() instanceof Band.Metres;
        int[] strip = new int[HEAD + (told ? 3 * chain.size() : 0)];
        strip[PARTY] = party;
        strip[KIND] = kind;
        write(volume.window().from(), strip, FROM);
        write(volume.window().until(), strip, UNTIL);
        strip[LOWER] = volume.band().hae().lower();
        strip[UPPER] = volume.band().hae().upper();
        strip[BUFFER] = Math.toIntExact(volume.footprint().buffer());
        cap(chain, strip);
        if (told) {
            strip[SHAPE] = chain.kind() == Chain.Kind.AREA ? -chain.size() : chain.size();
            double[] units = chain.units();
            for (int i = 0; i < units.length; i++) {
                strip[HEAD + i] = (int) Math.rint(units[i] * UNIT);
            }
        }
        return strip;
    }

    private static void cap(Chain chain, int[] strip) {
        BallTree balls = chain.balls();
        Vec middle = balls.middle(0);
        double length = middle.length();
        double reach = (balls.radius(0) + 1 - length) * UNIT + ROUNDED;
        if (reach < UNIT / 2) {
            strip[MIDDLE] = (int) Math.rint(middle.x() / length * UNIT);
            strip[MIDDLE + 1] = (int) Math.rint(middle.y() / length * UNIT);
            strip[MIDDLE + 2] = (int) Math.rint(middle.z() / length * UNIT);
            strip[REACH] = (int) Math.ceil(reach);
        } else {
            strip[REACH] = EVERYWHERE;
        }
    }

    private static void write(long number, int[] strip, int at) {
        strip[at] = (int) (number >> Integer.SIZE);
        strip[at + 1] = (int) number;
    }

    static long number(int[] strips, int at) {
        return (long) strips[at] << Integer.SIZE | Integer.toUnsignedLong(strips[at + 1]);
    }

    /** Numbers in the strip that begins here. */
    static int length(int[] strips, int at) {
        return HEAD + 3 * Math.abs(strips[at + SHAPE]);
    }
}
