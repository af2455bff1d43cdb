package org.parley.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.parley.ledger.Hash;

/** Dials one peer as long as it is wanted; while its link is up, it waits for its loss. */
final class DialLoop implements Dial {
    /** Runs a link until it is lost. */
    interface Runner {
        void run(Connector.Pair pair);
    }

    private final Address address;
    private final Optional<Hash> pin;
    private final Connector connector;
    private final Carrier carrier;
    private final Bounds.Waits waits;
    private final Backoff backoff;
    private final LongSupplier nanos;
    private final Runner runner;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean linked;
    private boolean now;
    private boolean stopped;

    DialLoop(
            Address address,
            Optional<Hash> pin,
            Connector connector,
            Carrier carrier,
            Bounds.Waits waits,
            Backoff backoff,
            LongSupplier nanos,
            Runner runner) {
        this.address = address;
        this.pin = pin;
        this.connector = connector;
        this.carrier = carrier;
        this.waits = waits;
        this.backoff = backoff;
        this.nanos = nanos;
        this.runner = runner;
    }

    void run() {
        while (!isStopped()) {
            Duration again;
            try {
                Connector.Pair pair = connector.pair(address, pin);
                long since = nanos.getAsLong();
                runLink(pair);
                if (nanos.getAsLong() - since >= waits.steady().toNanos()) {
                    backoff.reset();
                }
                again = backoff.next();
            } catch (IOException e) {
                again = backoff.next();
                if (!isStopped()) {
                    carrier.notReached(this, String.valueOf(e.getMessage()), again);
                }
            }
            pause(again);
        }
    }

    /** On a thread of its own: what the carrier throws there does not end the dialling. */
    private void runLink(Connector.Pair pair) {
        linked(true);
        try {
            Thread.ofVirtual()
                    .name("link to " + address)
                    .start(() -> runner.run(pair))
                    .join();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            linked(false);
        }
    }

    private void linked(boolean is) {
        lock.lock();
        try {
            linked = is;
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!now && !stopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (now) {
                backoff.reset();
                now = false;
            }
        } catch (InterruptedException e) {
            stopped = true; // whoever interrupts wants the end
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Optional<Hash> pin() {
        return pin;
    }

    @Override
    public void now() {
        lock.lock();
        try {
            now = !linked;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "dial " + address;
    }
}
