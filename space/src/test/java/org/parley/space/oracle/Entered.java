package org.parley.space.oracle;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A shape as someone enters it, before any rounding or cutting, with geodesic edges of any length.
 *
 * @param chains longitude and latitude in degrees, alternating: the centre of a circle, the centre line of a corridor, or
 *     shell and holes of a polygon, each ring closed
 * @param sizeM radius of a circle or half-width of a corridor in metres; 0 for a polygon
 */
public record Entered(Kind kind, List<double[]> chains, double sizeM) {
    /** What was entered. */
    public enum Kind {
        CIRCLE,
        CORRIDOR,
        POLYGON
    }

    public Entered {
        chains = List.copyOf(chains);
    }

    public static Entered circle(double lon, double lat, double radiusM) {
        return new Entered(Kind.CIRCLE, List.of(new double[] {lon, lat}), radiusM);
    }

    public static Entered corridor(double[] lonLat, double halfWidthM) {
        return new Entered(Kind.CORRIDOR, List.of(lonLat), halfWidthM);
    }

    public static Entered polygon(List<double[]> rings) {
        return new Entered(Kind.POLYGON, rings, 0);
    }

    /** Every digit, so that a reported case can be typed in again. */
    @Override
    public String toString() {
        return kind + " " + sizeM + " m "
                + chains.stream().map(java.util.Arrays::toString).collect(Collectors.joining(" "));
    }
}
