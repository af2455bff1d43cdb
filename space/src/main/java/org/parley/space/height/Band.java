package org.parley.space.height;

/**
 * A band of heights, both ends in it. Levels are compared with levels, everything else in centimetres above the WGS 84
 * ellipsoid; conversions are made once, at entry, and outwards.
 */
public sealed interface Band {
    /** No lower bound. */
    int BOTTOMLESS = Integer.MIN_VALUE;

    /** No upper bound. */
    int TOPLESS = Integer.MAX_VALUE;

    /** A band without bounds. */
    Metres UNBOUNDED = new Metres(BOTTOMLESS, TOPLESS);

    /** The band in centimetres above the ellipsoid. */
    Metres hae();

    /**
     * A band in centimetres above the WGS 84 ellipsoid.
     *
     * @param lower {@link #BOTTOMLESS} for no bound
     * @param upper {@link #TOPLESS} for no bound
     */
    record Metres(int lower, int upper) implements Band {
        public Metres {
            if (upper < lower) {
                throw new IllegalArgumentException("a band from " + lower + " cm up to " + upper + " cm");
            }
        }

        @Override
        public Metres hae() {
            return this;
        }
    }

    /**
     * A band between two flight levels.
     *
     * @param lower pressure altitude in feet, a hundredth of a level; {@link #BOTTOMLESS} for no bound
     * @param upper pressure altitude in feet; {@link #TOPLESS} for no bound
     * @param hae what the agreed margin says of it above the ellipsoid; unbounded where none was agreed; it holds the
     *     levels at 30.48 m each, to the 200 m that the geoid may lie off
     */
    record Levels(int lower, int upper, Metres hae) implements Band {
        private static final double CENTIMETRES_IN_FOOT = 30.48;

        /** The geoid lies nowhere farther from the ellipsoid than this, in centimetres. */
        private static final int GEOID_RANGE = 20_000;

        public Levels {
            if (upper < lower) {
                throw new IllegalArgumentException("a band from " + lower + " ft up to " + upper + " ft");
            }
            if ((lower != BOTTOMLESS && hae.lower > lower * CENTIMETRES_IN_FOOT + GEOID_RANGE)
                    || (upper != TOPLESS && hae.upper < upper * CENTIMETRES_IN_FOOT - GEOID_RANGE)) {
                throw new IllegalArgumentException(lower + " to " + upper + " ft is not within " + hae);
            }
        }
    }

    /**
     * How two bands lie to each other.
     *
     * @param inLevels whether the figures are feet of pressure altitude; else centimetres
     * @param gap what lies between them; 0 when they meet
     * @param overlap what they share, 0 when they only touch; {@link Long#MAX_VALUE} when it has no bound
     * @param meet whether they share at least one height
     */
    record Gap(boolean inLevels, long gap, long overlap, boolean meet) {
        /** The gap in metres; a level counts as 30.48 m. */
        public double metres() {
            return inLevels ? gap * 0.3048 : gap / 100.0;
        }

        /** The overlap in metres; a level counts as 30.48 m. */
        public double overlapMetres() {
            return inLevels ? overlap * 0.3048 : overlap / 100.0;
        }
    }

    /** Compares two bands: levels with levels where both are, else heights above the ellipsoid. */
    static Gap between(Band a, Band b) {
        if (a instanceof Levels la && b instanceof Levels lb) {
            return gap(true, Math.max(la.lower, lb.lower), Math.min(la.upper, lb.upper));
        }
        return gap(false, Math.max(a.hae().lower, b.hae().lower), Math.min(a.hae().upper, b.hae().upper));
    }

    private static Gap gap(boolean inLevels, int greatestLower, int leastUpper) {
        long shared = (long) leastUpper - greatestLower;
        boolean endless = shared >= 0 && (greatestLower == BOTTOMLESS || leastUpper == TOPLESS);
        return new Gap(inLevels, Math.max(0, -shared), endless ? Long.MAX_VALUE : Math.max(0, shared), shared >= 0);
    }
}
