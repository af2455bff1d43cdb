package org.parley.record.entry;

import java.util.Optional;

/** What a height counts from. */
public enum HeightReference {
    /** Above the WGS 84 ellipsoid. */
    HAE("HAE"),
    /** Above mean sea level. */
    AMSL("AMSL"),
    /** Above the ground. */
    AGL("AGL"),
    /** Pressure altitude in hundreds of feet. */
    FLIGHT_LEVEL("FL"),
    /** The surface itself. */
    SURFACE("SFC"),
    /** No bound. */
    UNBOUNDED("UNL");

    private final String symbol;

    HeightReference(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The reference of a word in capitals. */
    static Optional<HeightReference> named(String word) {
        return switch (word) {
            case "HAE" -> Optional.of(HAE);
            case "AMSL", "MSL", "ASL", "QNH" -> Optional.of(AMSL);
            case "AGL", "ASFC" -> Optional.of(AGL);
            case "FL", "F", "STD", "QNE", "ЭШЕЛОН" -> Optional.of(FLIGHT_LEVEL);
            case "SFC", "GND", "SURFACE", "GROUND" -> Optional.of(SURFACE);
            case "UNL", "UNLIMITED", "UNLTD", "UNBOUNDED" -> Optional.of(UNBOUNDED);
            default -> Optional.empty();
        };
    }
}
