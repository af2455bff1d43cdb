package org.parley.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What one connection did and when, written by its reader and its writer, judged by the {@link Watch}. */
final class Meter {
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();
    private volatile long lastByte;
    private volatile boolean unfinished;
    private volatile boolean handing;
    private volatile boolean writing;
    private volatile long writingSince;

    private long windowFrom;
    private long windowRead;
    private long windowFrames;
    private boolean windowUnfinished;

    Meter(long now) {
        lastByte = now;
        windowFrom = now;
    }

    void came(int bytes, long now) {
        read.addAndGet(bytes);
        lastByte = now;
        unfinished = true;
    }

    /** A whole frame is there and handed over; nothing is read until {@link #handed}; then there may be more already. */
    void handing() {
        frames.incrementAndGet();
        handing = true;
        unfinished = false;
    }

    void handed(boolean more, long now) {
        lastByte = now;
        unfinished = more;
        handing = false;
    }

    void writing(long now) {
        writingSince = now;
        writing = true;
    }

    void written() {
        writing = false;
    }

    /** Whether nothing came for so long, although it would have been read. */
    boolean silent(Duration idle, long now) {
        return !handing && now - lastByte > idle.toNanos();
    }

    /** Whether the peer has taken nothing of one write for so long. */
    boolean stalled(Duration stall, long now) {
        return writing && now - writingSince > stall.toNanos();
    }

    /** Whether one frame was unfinished all through the last window and brought less than this. Asked by one thread. */
    boolean slow(Duration window, int least, long now) {
        if (now - windowFrom < window.toNanos()) {
            return false;
        }
        boolean slow = windowUnfinished && frames.get() == windowFrames && read.get() - windowRead < least;
        windowFrom = now;
        windowRead = read.get();
        windowFrames = frames.get();
        windowUnfinished = unfinished;
        return slow;
    }
}
