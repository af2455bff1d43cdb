package org.parley.record.entry;

import java.util.Optional;

/** Units of length, with their exact sizes. */
public enum LengthUnit {
    METRE("m", 1, 1),
    KILOMETRE("km", 1000, 1),
    /** The international foot of 1959. */
    FOOT("ft", 3048, 10_000),
    /** The international nautical mile of 1929. */
    NAUTICAL_MILE("NM", 1852, 1);

    private final String symbol;
    private final int metres;
    private final int inUnits;

    LengthUnit(String symbol, int metres, int inUnits) {
        this.symbol = symbol;
        this.metres = metres;
        this.inUnits = inUnits;
    }

    public String symbol() {
        return symbol;
    }

    /** So many of it in metres, by the exact ratio: 0.3048 itself is no double. */
    public double toMetres(double value) {
        return value * metres / inUnits;
    }

    /** The unit of a word in capitals; a mile alone is none, since it may be one of land or of sea. */
    static Optional<LengthUnit> named(String word) {
        return switch (word) {
            case "M", "METRE", "METRES", "METER", "METERS", "М", "МЕТР", "МЕТРА", "МЕТРОВ", "م", "متر" ->
                Optional.of(METRE);
            case "KM", "KMS", "KILOMETRE", "KILOMETRES", "KILOMETER", "KILOMETERS", "КМ", "كم" ->
                Optional.of(KILOMETRE);
            case "FT", "FEET", "FOOT", "ФТ", "ФУТ", "ФУТА", "ФУТОВ", "قدم", "'" -> Optional.of(FOOT);
            case "NM", "NMI" -> Optional.of(NAUTICAL_MILE);
            default -> Optional.empty();
        };
    }
}
