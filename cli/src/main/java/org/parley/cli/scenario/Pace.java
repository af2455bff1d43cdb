package org.parley.cli.scenario;

import java.time.Duration;
import java.util.Optional;
import org.parley.cli.BadInput;

/**
 * How fast a script is played.
 *
 * @param times how many of its seconds go by in one; empty for as fast as the nodes can
 */
public record Pace(Optional<Double> times) {
    /** Nobody waits longer for the next step. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** So that a visitor can follow. */
    public static final Pace USUAL = new Pace(Optional.of(120.0));

    /** As fast as the nodes can. */
    public static final Pace MOST = new Pace(Optional.empty());

    /** From {@code 60} or {@code max}; anything else is {@link BadInput}. */
    public static Pace of(String text) {
        if (text.equals("max")) {
            return MOST;
        }
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") || Double.parseDouble(text) == 0) {
            throw new BadInput("--speed " + text + " is no speed", "a number above 0, or max");
        }
        return new Pace(Optional.of(Double.parseDouble(text)));
    }

    /** How long to wait where so much time goes by in the script. */
    Duration pause(Duration inScript) {
        Duration pause = times.map(speed -> Duration.ofMillis((long) (inScript.toMillis() / speed)))
                .orElse(Duration.ZERO);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
