package org.parley.node.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is told. */
final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void goOn(Duration by) {
        now = now.plus(by);
    }
}
