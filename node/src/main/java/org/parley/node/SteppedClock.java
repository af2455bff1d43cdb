package org.parley.node;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.ledger.Refused;
import org.parley.ledger.envelope.Instants;

/** A clock that stands still until it is moved on: for demonstrations and exercises, in which all nodes have the same. */
public final class SteppedClock implements InstantSource {
    private final AtomicLong millis;

    /** It stands at this instant, in milliseconds since 1970. */
    public SteppedClock(long millis) {
        this.millis = new AtomicLong(millis);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public long millis() {
        return millis.get();
    }

    /** Moves it on; {@link Refused} where that would be back. */
    public void to(long later) {
        long now = millis.getAndAccumulate(later, Math::max);
        if (later < now) {
            throw new Refused(
                    Refused.Reason.STALE, "the clock stands at " + Instants.print(now) + " and goes forward only");
        }
    }
}
