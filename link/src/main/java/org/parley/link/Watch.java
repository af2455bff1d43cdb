package org.parley.link;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Looks at everything that must not last too long, some times in the shortest of its bounds. One thread for all, and no time-outs
 * on sockets: those start again with each byte, which is what a slow attacker wants.
 */
final class Watch implements AutoCloseable {
    private static final Duration LONGEST_TICK = Duration.ofMillis(500);

    /** What is looked at; must not block. */
    interface Watched {
        void check(long now);
    }

    private final LongSupplier nanos;
    private final Duration tick;
    private final Set<Watched> all = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    Watch(Bounds.Times times, LongSupplier nanos) {
        this.nanos = nanos;
        Duration shortest = times.handshake();
        for (Duration other : new Duration[] {times.idle(), times.stall(), times.farewell()}) {
            shortest = other.compareTo(shortest) < 0 ? other : shortest;
        }
        Duration eighth = shortest.dividedBy(8);
        tick = eighth.compareTo(LONGEST_TICK) < 0 ? eighth : LONGEST_TICK;
        thread = Thread.ofVirtual().name("link watch").start(this::run);
    }

    long now() {
        return nanos.getAsLong();
    }

    void add(Watched watched) {
        all.add(watched);
    }

    void remove(Watched watched) {
        all.remove(watched);
    }

    /** Does something after a while, unless it is called off. */
    Alarm after(Duration time, Runnable action) {
        Alarm alarm = new Alarm(now() + time.toNanos(), action);
        add(alarm);
        return alarm;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(tick);
                long now = now();
                all.forEach(watched -> watched.check(now));
            }
        } catch (InterruptedException e) {
            all.clear(); // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Rings once, on a thread of its own, or is called off once, never both. */
    final class Alarm implements Watched {
        private final long at;
        private final Runnable action;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile boolean rang;

        private Alarm(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }

        /** False when it was called off or has rung before. */
        boolean callOff() {
            remove(this);
            return over.compareAndSet(false, true);
        }

        boolean rang() {
            return rang;
        }

        @Override
        public void check(long now) {
            if (now - at >= 0 && callOff()) {
                rang = true;
                Thread.ofVirtual().name("link alarm").start(action);
            }
        }
    }
}
