package org.parley.space.separation;

import java.util.OptionalLong;
import org.parley.space.Limits;

/**
 * The least separations allowed for a pair of kinds. Equality of a height or time gap is separation enough.
 *
 * @param horizontal centimetres, geodesic
 * @param vertical centimetres of height
 * @param time milliseconds
 * @param levels feet of pressure altitude between bands that are both in flight levels; where it is not stated such
 *     bands are compared by their heights above the ellipsoid
 */
public record Minima(long horizontal, long vertical, long time, OptionalLong levels) {
    public Minima {
        within("horizontal", horizontal, 100 * (long) Limits.HORIZONTAL_MINIMUM);
        within("vertical", vertical, 100 * (long) Limits.VERTICAL_MINIMUM);
        within("time", time, 1000 * Limits.TIME_MINIMUM);
        within("levels", levels.orElse(0), 100 * (long) Limits.HIGHEST_LEVEL);
    }

    private static void within(String axis, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("a minimum " + axis + " of " + value + ", not 0 to " + most);
        }
    }

    /**
     * Minima in metres, metres and seconds, rounded up to centimetres and milliseconds; levels not stated.
     *
     * @throws IllegalArgumentException when one is no number, below 0 or above its limit in {@link Limits}
     */
    public static Minima of(double metres, double metresOfHeight, double seconds) {
        return new Minima(
                roundedUp(metres, 100), roundedUp(metresOfHeight, 100), roundedUp(seconds, 1000), OptionalLong.empty());
    }

    private static long roundedUp(double value, int parts) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a minimum that is no number");
        }
        return (long) Math.ceil(value * parts - 1e-6);
    }

    /** The same with a minimum for bands in flight levels. */
    public Minima withLevels(double flightLevels) {
        return new Minima(horizontal, vertical, time, OptionalLong.of(roundedUp(flightLevels, 100)));
    }

    /** The greater of both on every axis; a minimum in levels where either states one. */
    Minima widest(Minima other) {
        return new Minima(
                Math.max(horizontal, other.horizontal),
                Math.max(vertical, other.vertical),
                Math.max(time, other.time),
                levels.isEmpty() && other.levels.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.max(levels.orElse(0), other.levels.orElse(0))));
    }
}
