package org.parley.cli.check.search;

import org.parley.space.Activity;
import org.parley.space.Volume;
import org.parley.space.separation.Separation;

/**
 * Two activities that conflict, and of their volumes the pair that is nearest.
 *
 * @param a number of the first activity in the order of ids
 * @param i the volume of the first
 * @param b number of the second activity
 * @param j the volume of the second
 */
public record Conflict(int a, Activity first, int i, int b, Activity second, int j, Separation separation) {
    /** The reported volume of the first activity. */
    public Volume volumeOfFirst() {
        return first.volumes().get(i);
    }

    /** The reported volume of the second activity. */
    public Volume volumeOfSecond() {
        return second.volumes().get(j);
    }
}
