package org.parley.cli.check.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Writes figures without digits that say nothing. */
final class Figures {
    private Figures() {}

    /** Centimetres as metres: {@code 12.3}. */
    static BigDecimal metres(long centimetres) {
        return plain(BigDecimal.valueOf(centimetres, 2));
    }

    /** Milliseconds as seconds: {@code 60}. */
    static BigDecimal seconds(long milliseconds) {
        return plain(BigDecimal.valueOf(milliseconds, 3));
    }

    /** An angle in 1e-7 degree as degrees. */
    static BigDecimal degrees(int units) {
        return plain(BigDecimal.valueOf(units, 7));
    }

    /** Feet of pressure altitude as flight levels. */
    static BigDecimal levels(long feet) {
        return plain(BigDecimal.valueOf(feet, 2));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** RFC 3339 in UTC. */
    static String instant(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).toString();
    }

    /** {@code 1,234 volumes}, {@code 1 volume}. */
    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
