package org.parley.space.ending;

import org.parley.space.Activity;

/** A change of one activity after which nothing in the index conflicts with it, found so by the exact test. */
public sealed interface Ending {
    /** The activity as it would be. */
    Activity then();

    /**
     * Begin and end later.
     *
     * @param milliseconds how much: the least there is within {@code Limits.LATEST}
     */
    record Later(long milliseconds, Activity then) implements Ending {}

    /**
     * Fly higher or lower, the band as thick as before.
     *
     * @param inLevels whether {@code by} is in feet of pressure altitude, whole levels; else in centimetres
     * @param by how much, upwards positive: the least there is either way
     */
    record OtherBand(boolean inLevels, long by, Activity then) implements Ending {}

    /**
     * Move every volume, each as a whole about its own middle.
     *
     * @param metres how far the middle moves: the least along this bearing, to a metre, and least of all bearings tried
     * @param bearing degrees clockwise from north, a multiple of ten
     */
    record Sideways(double metres, int bearing, Activity then) implements Ending {}
}
