package org.parley.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.parley.ledger.Lane;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Event;

/** What waits for the next step. Says of the safety log go first, and no more than a batch of says goes into one step. */
final class Inbox {
    /** Says in a step: with the entries that the ledger adds, a batch of 256 is not passed. */
    static final int SAYS_IN_STEP = 250;

    /** Other events in a step: enough to make a commit worth its fsync, few enough that says do not wait long. */
    static final int OTHERS_IN_STEP = 512;

    /** Bytes of bulk frames in a step, but at least one: what stands behind them, a safety record say, waits so much less. */
    static final long BULK_IN_STEP = 512 << 10;

    /** Says that may wait in a lane: sixteen full steps. Who says more is refused, so nothing that is logged is ever dropped. */
    static final int SAYS_WAITING = 16 * SAYS_IN_STEP;

    /**
     * Something that happened.
     *
     * @param event made when its step begins
     * @param alone it is made from what is durable: nothing else but says goes into its step
     * @param bulk its bytes, where it is a bulk frame, which waits until nothing else does; otherwise 0
     * @param after is run when what the step told has been carried out
     */
    record Item(Supplier<? extends Event> event, boolean alone, int bulk, Runnable after) {
        /** Something that may share its step. */
        static Item of(Event event, Runnable after) {
            return new Item(() -> event, false, 0, after);
        }

        /** A frame of so many bytes that came on a bulk connection. */
        static Item bulk(Event event, int bytes, Runnable after) {
            return new Item(() -> event, false, bytes, after);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Event.Say> safety = new ArrayDeque<>();
    private final Deque<Event.Say> main = new ArrayDeque<>();
    private final Deque<Item> others = new ArrayDeque<>();
    private final Deque<Item> bulk = new ArrayDeque<>();
    private boolean closed;

    /** Takes a say, or refuses it where too many wait or the node stops. */
    void say(Event.Say say) {
        lock.lock();
        try {
            Deque<Event.Say> lane = say.draft().lane() == Lane.SAFETY ? safety : main;
            if (closed) {
                throw new Refused(Refused.Reason.FENCED, "the node stops");
            }
            if (lane.size() >= SAYS_WAITING) {
                throw new Refused(
                        Refused.Reason.FULL, SAYS_WAITING + " records wait to become durable: say it again in a while");
            }
            lane.add(say);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an event of a link or a request. False when the node has stopped: it will not be dealt with. */
    boolean put(Item item) {
        lock.lock();
        try {
            if (!closed) {
                (item.bulk > 0 ? bulk : others).add(item);
                more.signal();
            }
            return !closed;
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

    /** What is dealt with together; empty when the time was over first. {@code last} when the inbox is closed and empty after it. */
    record Taken(List<Event.Say> says, List<Item> others, boolean last) {}

    /** Waits until something is there, at most so long; takes what is there then, and waits for no more. */
    Taken take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed && isEmpty()) {
                left = more.awaitNanos(left);
            }
            List<Event.Say> says = new ArrayList<>();
            move(safety, says, SAYS_IN_STEP);
            move(main, says, SAYS_IN_STEP - says.size());
            List<Item> rest = new ArrayList<>();
            moveOthers(rest);
            return new Taken(says, rest, closed && isEmpty());
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return safety.isEmpty() && main.isEmpty() && others.isEmpty() && bulk.isEmpty();
    }

    private void moveOthers(List<Item> to) {
        while (!others.isEmpty() && to.size() < OTHERS_IN_STEP) {
            if (others.element().alone()) {
                if (to.isEmpty()) {
                    to.add(others.remove());
                }
                return;
            }
            to.add(others.remove());
        }
        for (long bytes = 0; !bulk.isEmpty() && bytes < BULK_IN_STEP && to.size() < OTHERS_IN_STEP; ) {
            Item next = bulk.remove();
            bytes += next.bulk;
            to.add(next);
        }
    }

    private static <T> void move(Deque<T> from, List<T> to, int atMost) {
        for (int i = 0; i < atMost && !from.isEmpty(); i++) {
            to.add(from.remove());
        }
    }
}
