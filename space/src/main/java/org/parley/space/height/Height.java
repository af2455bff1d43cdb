package org.parley.space.height;

/** A height as a person states it. The reference is part of the type: a bare number is no height. As text it reads so. */
public sealed interface Height {
    /** Metres above the WGS 84 ellipsoid. */
    record Hae(double metres) implements Height {
        @Override
        public String toString() {
            return metres + " m HAE";
        }
    }

    /** Metres above mean sea level, by the EGM96 geoid. */
    record Amsl(double metres) implements Height {
        @Override
        public String toString() {
            return metres + " m AMSL";
        }
    }

    /** Metres above the ground, wherever in the stated terrain range the ground may be. */
    record Agl(double metres) implements Height {
        @Override
        public String toString() {
            return metres + " m AGL";
        }
    }

    /** A flight level: pressure altitude in hundreds of feet, 350 for FL350. */
    record FlightLevel(double level) implements Height {
        @Override
        public String toString() {
            return "FL" + level;
        }
    }

    /** The surface of land or water. */
    record Surface() implements Height {
        @Override
        public String toString() {
            return "SFC";
        }
    }

    /** No bound this way. */
    record Unbounded() implements Height {
        @Override
        public String toString() {
            return "unbounded";
        }
    }
}
