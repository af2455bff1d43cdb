package org.parley.node.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes with their units, as people write them: {@code 30 s}, {@code 1 MiB}. */
final class Amounts {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,8}) (s|min|h|d)");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8}) (KiB|MiB)");
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private Amounts() {}

    /** The time that a text says, if it says one. */
    static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "min" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** In the largest unit that leaves nothing over; whole seconds. */
    static String text(Duration span) {
        long seconds = span.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        } else if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        } else {
            return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
        }
    }

    /** The bytes that a text says, if it says some. */
    static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = matcher.group(2).equals("KiB") ? KIB : MIB;
        return Optional.of(Long.parseLong(matcher.group(1)) * unit);
    }

    /** Whole KiB. */
    static String text(long bytes) {
        return String.format(
                Locale.ROOT, bytes % MIB == 0 ? "%d MiB" : "%d KiB", bytes % MIB == 0 ? bytes / MIB : bytes / KIB);
    }
}
