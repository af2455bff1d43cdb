package org.parley.space.separation;

import java.util.OptionalDouble;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;

/**
 * How far two volumes are apart on each axis.
 *
 * @param horizontal centimetres between the footprints, geodesic, to the nearest; 0 when they meet
 * @param onA the point of the first footprint nearest to the second
 * @param onB the point of the second nearest to the first; the same as {@code onA} when they meet
 * @param vertical how the bands lie
 * @param timeGap milliseconds between the windows; 0 when they overlap or touch
 * @param timeOverlap milliseconds that the windows share
 * @param from where the windows overlap, or the gap between them, begins; milliseconds since 1970
 * @param until where it ends; the same as {@code from} when the windows touch
 */
public record Separation(
        long horizontal,
        Place onA,
        Place onB,
        Band.Gap vertical,
        long timeGap,
        long timeOverlap,
        long from,
        long until) {
    /** Metres between the footprints; 0 when they meet. */
    public double horizontalMetres() {
        return horizontal / 100.0;
    }

    /** Metres of height that the bands share; empty where that has no bound or they are apart. */
    public OptionalDouble verticalOverlap() {
        return vertical.meet() && vertical.overlap() != Long.MAX_VALUE
                ? OptionalDouble.of(vertical.overlapMetres())
                : OptionalDouble.empty();
    }
}
