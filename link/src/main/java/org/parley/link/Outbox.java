package org.parley.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Frames that wait for one connection, bounded in bytes; many give, one takes. */
final class Outbox {
    /** What a waiting frame costs beside its bytes, so that a flood of the smallest is bounded too. */
    static final int OVERHEAD = 64;

    /** Bytes that are taken at once and leave in one flush: some records of TLS. */
    private static final int TOGETHER = 64 << 10;

    private enum State {
        OPEN,
        FINISHING,
        STOPPED
    }

    private final long bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long queued;
    private State state = State.OPEN;

    Outbox(long bound) {
        this.bound = bound;
    }

    /** False when the frame does not fit any more. After {@link #finish} frames vanish. */
    boolean offer(byte[] frame) {
        lock.lock();
        try {
            if (state != State.OPEN) {
                return true;
            }
            if (queued + frame.length + OVERHEAD > bound) {
                return false;
            }
            waiting.add(frame);
            queued += frame.length + OVERHEAD;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for frames; none means that no more will come. They count as queued until {@link #sent}. */
    List<byte[]> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && state == State.OPEN) {
                changed.await();
            }
            List<byte[]> taken = new ArrayList<>();
            long bytes = 0;
            while (state != State.STOPPED && !waiting.isEmpty() && bytes < TOGETHER) {
                byte[] frame = waiting.remove();
                taken.add(frame);
                bytes += frame.length;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void sent(byte[] frame) {
        lock.lock();
        try {
            queued -= frame.length + OVERHEAD;
        } finally {
            lock.unlock();
        }
    }

    long queued() {
        lock.lock();
        try {
            return queued;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits still leaves. */
    void finish() {
        become(State.FINISHING);
    }

    /** Drops what waits. */
    void stop() {
        become(State.STOPPED);
    }

    private void become(State next) {
        lock.lock();
        try {
            if (next.compareTo(state) > 0) {
                state = next;
            }
            if (state == State.STOPPED) {
                waiting.clear();
                queued = 0;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
