package org.parley.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: anything up to a limit that doubles, so that many who lost one peer do not return at once. */
final class Backoff {
    private final Bounds.Waits waits;
    private final RandomGenerator chance;
    private Duration limit;

    Backoff(Bounds.Waits waits, RandomGenerator chance) {
        this.waits = waits;
        this.chance = chance;
        limit = waits.least();
    }

    Duration next() {
        Duration wait = Duration.ofNanos(chance.nextLong(limit.toNanos() + 1));
        Duration doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(waits.greatest()) < 0 ? doubled : waits.greatest();
        return wait;
    }

    void reset() {
        limit = waits.least();
    }
}
