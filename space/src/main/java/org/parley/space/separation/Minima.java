package org.parley.space.separation;

import java.util.OptionalLong;

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
        if (horizontal < 0 || vertical < 0 || time < 0 || levels.orElse(0) < 0) {
            throw new IllegalArgumentException("minima are not below 0");
        }
    }

    /** Minima in metres, metres and seconds, rounded up to centimetres and milliseconds; levels not stated. */
    public static Minima of(double metres, double metresOfHeight, double seconds) {
        return new Minima(
                (long) Math.ceil(metres * 100 - 1e-6),
                (long) Math.ceil(metresOfHeight * 100 - 1e-6),
                (long) Math.ceil(seconds * 1000 - 1e-6),
                OptionalLong.empty());
    }

    /** The same with a minimum for bands in flight levels. */
    public Minima withLevels(double flightLevels) {
        return new Minima(horizontal, vertical, time, OptionalLong.of((long) Math.ceil(flightLevels * 100 - 1e-6)));
    }

    /** The greater of both on every axis. */
    Minima widest(Minima other) {
        return new Minima(
                Math.max(horizontal, other.horizontal),
                Math.max(vertical, other.vertical),
                Math.max(time, other.time),
                levels.isEmpty() || other.levels.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.max(levels.getAsLong(), other.levels.getAsLong())));
    }
}
