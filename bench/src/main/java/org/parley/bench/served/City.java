package org.parley.bench.served;

import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Activities over a city, as the API takes them: corridors of 100 m by 300 to 2,000 m, bands of 20 m between 30 and 430 m, windows
 * of 10 to 30 minutes, on 30 by 30 km in one day; all drawn evenly, the same for the same number.
 */
public final class City {
    /** Its minima: 50 m, 15 m, 60 s. */
    public static final String AGREEMENT = """
            {"title":"City","rules":"1","parties":[{"party":"AZURE","as":"member"},{"party":"BIRCH","as":"member"}],
             "purpose":"That flights over the city do not come too near to each other.","exclusions":["no targets"],
             "separation":[{"horizontal":50,"vertical":15,"time":60}],"effectiveFrom":"2026-11-01T00:00:00Z"}""";

    /** A day that no run reaches. */
    private static final Instant DAY = Instant.parse("2037-11-20T00:00:00Z");

    private static final double LATITUDE = 35.0;
    private static final double LONGITUDE = 40.0;
    private static final double METRES = 30_000;
    private static final double A_DEGREE_NORTH = 110_946;
    private static final double A_DEGREE_EAST = 91_287;
    private static final int DAY_SECONDS = 86_400;

    private City() {}

    /** A notice. */
    public static String notice(long number) {
        return "{\"kind\":\"activity\",\"precedence\":\"ROUTINE\",\"body\":{\"activity\":\"uas\",\"name\":\"C-" + number
                + "\",\"volumes\":[" + volume(number) + "]}}";
    }

    /** What a notice takes of space and time. */
    public static String volume(long number) {
        SplittableRandom random = new SplittableRandom(number);
        double south = random.nextDouble(METRES);
        double west = random.nextDouble(METRES);
        double length = random.nextDouble(300, 2_000);
        double course = random.nextDouble(2 * Math.PI);
        int lower = random.nextInt(30, 410);
        int from = random.nextInt(DAY_SECONDS);
        int lasts = random.nextInt(600, 1_800);
        return String.format(
                Locale.ROOT,
                "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[%.6f,%.6f],[%.6f,%.6f]]},\"halfWidth\":50,"
                        + "\"lower\":\"%d m HAE\",\"upper\":\"%d m HAE\",\"from\":\"%s\",\"until\":\"%s\"}",
                east(west),
                north(south),
                east(west + length * Math.sin(course)),
                north(south + length * Math.cos(course)),
                lower,
                lower + 20,
                DAY.plusSeconds(from),
                DAY.plusSeconds(from + lasts));
    }

    /** A box of 5 by 5 km for an hour, at any height. */
    public static String box(long number) {
        SplittableRandom random = new SplittableRandom(number);
        double south = random.nextDouble(METRES - 5_000);
        double west = random.nextDouble(METRES - 5_000);
        int from = random.nextInt(DAY_SECONDS - 3_600);
        return String.format(
                Locale.ROOT,
                "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$.6f,%2$.6f],[%3$.6f,%2$.6f],[%3$.6f,%4$.6f],"
                        + "[%1$.6f,%4$.6f],[%1$.6f,%2$.6f]]]},\"lower\":\"0 m HAE\",\"upper\":\"10000 m HAE\","
                        + "\"from\":\"%5$s\",\"until\":\"%6$s\"}",
                east(west),
                north(south),
                east(west + 5_000),
                north(south + 5_000),
                DAY.plusSeconds(from),
                DAY.plusSeconds(from + 3_600));
    }

    private static double east(double metres) {
        return LONGITUDE + metres / A_DEGREE_EAST;
    }

    private static double north(double metres) {
        return LATITUDE + metres / A_DEGREE_NORTH;
    }
}
