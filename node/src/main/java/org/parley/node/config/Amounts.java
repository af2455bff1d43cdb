package org.parley.node.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times with their units, as people write them: {@code 30 s}. */
final class Amounts {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,8}) (s|min|h|d)");

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
}
