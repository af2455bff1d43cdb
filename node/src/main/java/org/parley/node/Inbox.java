package org.parley.node;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Event;

/** What many threads bring and the committer takes: an {@link Agenda} under a lock, until it is closed. */
final class Inbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Agenda agenda = new Agenda();
    private boolean closed;

    /** Takes a say, or refuses it where too many wait or the node stops. */
    void say(Event.Say say) {
        lock.lock();
        try {
            if (closed) {
                throw new Refused(Refused.Reason.FENCED, "the node stops");
            }
            agenda.say(say);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an event of a link or a request. False when the node has stopped: it will not be dealt with. */
    boolean put(Agenda.Item item) {
        lock.lock();
        try {
            if (!closed) {
                agenda.put(item);
                more.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** What waits now. */
    Agenda.Waiting waiting() {
        lock.lock();
        try {
            return agenda.waiting();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is taken in; what waits is still dealt with. */
    void close() {
        lock.lock();
        try {
            closed = true;
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What is dealt with together; nothing when the time was over first. {@code last} when the inbox is closed and empty after it. */
    record Taken(Agenda.Taken all, boolean last) {}

    /** Waits until something is there, at most so long; takes what is there then, and waits for no more. */
    Taken take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed && agenda.isEmpty()) {
                left = more.awaitNanos(left);
            }
            Agenda.Taken taken = agenda.take();
            return new Taken(taken, closed && agenda.isEmpty());
        } finally {
            lock.unlock();
        }
    }
}
