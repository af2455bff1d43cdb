package org.parley.link.relay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets bytes pass at a rate, in the order in which connections came to it. */
final class Turnstile {
    static final long UNLIMITED = Long.MAX_VALUE;

    private static final int LARGEST = 16 << 10;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long rate = UNLIMITED;

    void rate(long bytesPerSecond) {
        lock.lock();
        try {
            rate = bytesPerSecond;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that one connection may pass in one turn: a sixteenth of a second. */
    int portion() {
        lock.lock();
        try {
            return Math.clamp(rate / 16, 1, LARGEST);
        } finally {
            lock.unlock();
        }
    }

    void pass(int bytes) throws InterruptedException {
        turn.lock();
        try {
            await(bytes);
        } finally {
            turn.unlock();
        }
    }

    private void await(int bytes) throws InterruptedException {
        lock.lock();
        try {
            long since = System.nanoTime();
            while (rate != UNLIMITED) {
                long left = rate == 0
                        ? Long.MAX_VALUE
                        : bytes * TimeUnit.SECONDS.toNanos(1) / rate - (System.nanoTime() - since);
                if (left <= 0) {
                    return;
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
