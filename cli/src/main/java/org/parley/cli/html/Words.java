package org.parley.cli.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.parley.space.drawing.Sketch;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;

/** Figures as people read them: with units, UTC, and words for what a zero means. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String horizontal(Separation separation) {
        return separation.horizontal() == 0 ? "footprints meet" : metres(separation.horizontalMetres()) + " apart";
    }

    static String vertical(Separation separation) {
        if (!separation.vertical().meet()) {
            return metres(separation.vertical().metres()) + " apart";
        }
        return separation.verticalOverlap().isPresent()
                ? "share " + metres(separation.verticalOverlap().getAsDouble()) + " of height"
                : "share heights without bound";
    }

    static String time(Separation separation) {
        if (separation.timeOverlap() > 0) {
            return "share " + duration(separation.timeOverlap());
        }
        return separation.timeGap() == 0 ? "one ends as the other begins" : duration(separation.timeGap()) + " apart";
    }

    static String metres(double metres) {
        return metres >= 10_000
                ? String.format(Locale.ROOT, "%,.1f\u00a0km", metres / 1000)
                : metres >= 100
                        ? String.format(Locale.ROOT, "%,d\u00a0m", Math.round(metres))
                        : trimmed(metres) + "\u00a0m";
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    static String duration(long millis) {
        if (millis < 1_000) {
            return millis + "\u00a0ms";
        }
        if (millis < 60_000) {
            return trimmed(millis / 1000.0) + "\u00a0s";
        }
        Duration duration = Duration.ofMillis(millis);
        if (millis < 3_600_000) {
            return duration.toMinutes() + "\u00a0min " + duration.toSecondsPart() + "\u00a0s";
        }
        return millis < 172_800_000
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis));
    }

    static String clock(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis)) + "Z";
    }

    /** Ten metres are enough to find a place on a map; the figures that decide are in the other formats. */
    static String place(Sketch.Position at) {
        return String.format(
                Locale.ROOT,
                "%.4f° %s %.4f° %s",
                Math.abs(at.latitude()),
                at.latitude() < 0 ? "S" : "N",
                Math.abs(at.longitude()),
                at.longitude() < 0 ? "W" : "E");
    }

    static String minima(Minima minima) {
        OptionalLong levels = minima.levels();
        String between = metres(minima.horizontal() / 100.0) + " horizontally, " + metres(minima.vertical() / 100.0)
                + " vertically, " + duration(minima.time()) + " in time";
        return levels.isEmpty() ? between : between + ", " + levels.getAsLong() / 100.0 + " flight levels";
    }

    /** One conflict, two conflicts. */
    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
    }
}
