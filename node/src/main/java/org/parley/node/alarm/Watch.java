package org.parley.node.alarm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.parley.node.pictures.Pictures;

/** Looks at the pictures twice a second, and tells what begins to sound and what is over. */
public final class Watch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Pictures pictures;
    private final InstantSource clock;
    private final Sounding sounding = new Sounding();
    private final List<Consumer<Told>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean ended;

    /** What is told of an alarm. */
    public record Told(Alarm alarm, boolean over) {}

    private Watch(Pictures pictures, InstantSource clock) {
        this.pictures = pictures;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("watch").unstarted(this::run);
    }

    /** Begins to look. */
    public static Watch begin(Pictures pictures, InstantSource clock, Consumer<Told> listener) {
        Watch watch = new Watch(pictures, clock);
        watch.listeners.add(listener);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (!ended) {
                look();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Alarm> look() {
        lock.lock();
        try {
            Sounding.Change change = sounding.look(pictures.all(), clock.millis());
            change.raised().forEach(alarm -> tell(new Told(alarm, false)));
            change.over().forEach(alarm -> tell(new Told(alarm, true)));
            return sounding.now();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Told told) {
        listeners.forEach(listener -> listener.accept(told));
    }

    /** What sounds at this moment. */
    public List<Alarm> sounding() {
        return look();
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
