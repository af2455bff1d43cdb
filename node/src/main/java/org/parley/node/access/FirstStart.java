package org.parley.node.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.ledger.Hash;

/** The code that makes the first account: the last that was given out, for an hour, until it was used. In memory alone. */
final class FirstStart {
    static final Duration VALID = Duration.ofHours(1);

    private final SecureRandom random;
    private Optional<Given> given = Optional.empty();

    private record Given(Hash code, Instant until) {}

    FirstStart(SecureRandom random) {
        this.random = random;
    }

    /** A new code; the one before opens nothing any more. */
    synchronized FirstCode give(Instant now) {
        FirstCode code = new FirstCode(Secret.fresh(random), now.plus(VALID));
        given = Optional.of(new Given(Secret.hash(code.text()), code.until()));
        return code;
    }

    synchronized boolean isRight(String code, Instant now) {
        return given.filter(one -> now.isBefore(one.until) && one.code.equals(Secret.hash(code)))
                .isPresent();
    }

    synchronized void used() {
        given = Optional.empty();
    }
}
