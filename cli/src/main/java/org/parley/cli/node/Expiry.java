package org.parley.cli.node;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.cli.BadInput;
import org.parley.node.pairing.Pairings;

/** How long an invitation is open, as people write it. */
final class Expiry {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smh])");

    private Expiry() {}

    /** {@code 90s}, {@code 15m} or {@code 2h}. */
    static Duration of(String text) {
        Matcher form = FORM.matcher(text);
        Duration open = form.matches() ? duration(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
        if (open.isZero() || open.compareTo(Pairings.LONGEST) > 0) {
            throw new BadInput(
                    "--expires " + text + " is not a time up to " + Pairings.LONGEST.toHours() + "h",
                    "write it like 90s, 15m or 2h");
        }
        return open;
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
