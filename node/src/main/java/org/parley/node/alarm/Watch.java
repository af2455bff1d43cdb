package org.parley.node.alarm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.parley.node.config.Config;
import org.parley.node.pictures.Pictures;

/** Looks at the pictures twice a second, and tells what begins to sound and what is over. */
public final class Watch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Pictures pictures;
    private final InstantSource clock;
    private final Sounding sounding;
    private final List<Consumer<Told>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean ended;

    /** What is told of an alarm. */
    public record Told(Alarm alarm, boolean over) {}

    /**
     * What is heard at a moment.
     *
     * @param alarms what sounds
     * @param withinHour how many began, grew or called somebody else within the last hour
     */
    public record Heard(List<Alarm> alarms, int withinHour) {}

    private Watch(Pictures pictures, InstantSource clock, Config config) {
        this.sounding = new Sounding(config);
        this.pictures = pictures;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("watch").unstarted(this::run);
    }

    /** Begins to look, by the ladder and the times of the settings. */
    public static Watch begin(Pictures pictures, InstantSource clock, Config config, Consumer<Told> listener) {
        Watch watch = new Watch(pictures, clock, config);
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

    private Heard look() {
        lock.lock();
        try {
            long now = clock.millis();
            Sounding.Change change = sounding.look(pictures.all(), now);
            change.raised().forEach(alarm -> tell(new Told(alarm, false)));
            change.over().forEach(alarm -> tell(new Told(alarm, true)));
            return new Heard(sounding.now(), sounding.withinHour(now));
        } finally {
            lock.unlock();
        }
    }

    private void tell(Told told) {
        listeners.forEach(listener -> listener.accept(told));
    }

    /** What sounds at this moment. */
    public Heard sounding() {
        return look();
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
