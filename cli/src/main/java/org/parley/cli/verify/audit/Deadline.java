package org.parley.cli.verify.audit;

import java.time.Duration;
import org.parley.cli.BadInput;

/** The time until which all must be done. */
public final class Deadline {
    private final long end;
    private final Duration given;

    public Deadline(Duration given) {
        this.given = given;
        this.end = System.nanoTime() + given.toNanos();
    }

    /** What is left of it; ends the command where nothing is. */
    public Duration left() {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new BadInput(
                    "not done within " + given.toSeconds() + " seconds", "give it more time with --deadline, as 2h");
        }
        return Duration.ofNanos(left);
    }
}
