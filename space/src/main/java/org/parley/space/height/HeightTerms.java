package org.parley.space.height;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What must be agreed before heights of different references can be compared.
 *
 * @param geoid turns heights above mean sea level into heights above the ellipsoid
 * @param terrain lowest and highest ground in the area, metres above the ellipsoid; needed for AGL and surface
 * @param levelMargin how far, in metres, the standard atmosphere may be from the day's; needed where a level meets metres
 */
public record HeightTerms(Geoid geoid, Optional<Terrain> terrain, OptionalDouble levelMargin) {
    public HeightTerms {
        double margin = levelMargin.orElse(0);
        if (!(margin >= 0 && Double.isFinite(margin))) {
            throw new IllegalArgumentException("a margin of " + margin + " m");
        }
    }

    /**
     * Lowest and highest ground, metres above the ellipsoid.
     *
     * @param low at most {@code high}
     */
    public record Terrain(double low, double high) {
        public Terrain {
            if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
                throw new IllegalArgumentException("terrain from " + low + " to " + high);
            }
        }
    }

    /** Nothing agreed but the geoid. */
    public static HeightTerms none() {
        return new HeightTerms(Geoid.egm96(), Optional.empty(), OptionalDouble.empty());
    }
}
