package org.parley.node.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.parley.node.Node;
import org.parley.node.form.OutsideJson;
import tools.jackson.databind.JsonNode;

/**
 * What changes, as server-sent events, in one order for all who listen. An event is encoded once. The last ones are kept: who
 * comes back with the id of the last that it saw gets all since, or is told by an event {@code reset} that it must look anew.
 * While nobody has listened for some minutes events have numbers and nothing else.
 */
public final class Events {
    /** Enough for a listener that was away for minutes in the busiest hour. */
    private static final int KEPT = 20_000;

    /** So long after the last listener went what happens is kept for its return. */
    private static final long KEPT_FOR_NOBODY = TimeUnit.MINUTES.toMillis(10);

    /** So often a listener that hears nothing else hears that the line to the node is there: a console tells of a cut within 10 s. */
    private static final long HEARTBEAT_SECONDS = 5;

    /**
     * So long nothing more is written to a listener, for each that listens: one hears everything at once, and of a thousand each
     * gets more with fewer writes.
     */
    private static final long PAUSE_NANOS = 30_000;

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);

    private final String incarnation;
    private final InstantSource clock;

    /** Who tells something holds it, so that numbers and events have one order; whoever listens does not wait for that. */
    private final ReentrantLock telling = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Told> kept = new ArrayDeque<>();
    private long last;
    private int listeners;
    private long lastLeft = -KEPT_FOR_NOBODY;
    private boolean ended;

    /** An event as it is written: whole, and for those who may not see where sites are. */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    private record Told(long number, byte[] whole, byte[] withheld) {}

    /** Of a node; ids begin anew with each start. */
    public Events(Node node) {
        this(node.options().random(), node.options().clock());
    }

    Events(SecureRandom random, InstantSource clock) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        incarnation = HexFormat.of().formatHex(bytes);
        this.clock = clock;
    }

    /** Names this run of the node. */
    String incarnation() {
        return incarnation;
    }

    /** The id of the last event. */
    String lastId() {
        lock.lock();
        try {
            return incarnation + "-" + last;
        } finally {
            lock.unlock();
        }
    }

    /** Tells everybody; what it is need not be made while nobody is to hear it. */
    void tell(String type, Supplier<JsonNode> what) {
        telling.lock();
        try {
            Optional<Told> told = isHeard() ? Optional.of(told(last + 1, type, what.get())) : Optional.empty();
            keep(told);
        } finally {
            telling.unlock();
        }
    }

    private Told told(long number, String type, JsonNode data) {
        byte[] whole = encoded(number, type, data);
        return new Told(number, whole, Sites.count(data) == 0 ? whole : encoded(number, type, Sites.withheld(data)));
    }

    private void keep(Optional<Told> told) {
        lock.lock();
        try {
            last++;
            told.ifPresentOrElse(kept::add, kept::clear);
            if (kept.size() > KEPT) {
                kept.remove();
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isHeard() {
        lock.lock();
        try {
            return listeners > 0 || clock.millis() < lastLeft + KEPT_FOR_NOBODY;
        } finally {
            lock.unlock();
        }
    }

    private byte[] encoded(long number, String type, JsonNode data) {
        return encoded(number, type, new String(OutsideJson.bytes(data), StandardCharsets.UTF_8));
    }

    private byte[] encoded(long number, String type, String data) {
        return ("id: " + incarnation + "-" + number + "\nevent: " + type + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes what happens from now on, and before that what happened since the event with this id; until the other side is
     * gone or stays no more, or the node stops.
     *
     * @param whole whether it may see where sites are
     * @param stays whether it may still listen: asked as often as it is quiet for, at least
     */
    void listen(Optional<String> lastSeen, boolean whole, BooleanSupplier stays, OutputStream out)
            throws IOException, InterruptedException {
        comes();
        try {
            From from = from(lastSeen);
            out.write(from.gapless() ? HEARTBEAT : reset(from.number()));
            out.flush();
            write(from.number(), whole, stays, out);
        } finally {
            listeners(-1);
        }
    }

    /** What is told now was to be heard by nobody; what is told next is to be heard. */
    private void comes() {
        telling.lock();
        try {
            listeners(1);
        } finally {
            telling.unlock();
        }
    }

    private void listeners(int more) {
        lock.lock();
        try {
            listeners += more;
            lastLeft = clock.millis();
        } finally {
            lock.unlock();
        }
    }

    /** All after this one, as it comes. */
    private void write(long from, boolean whole, BooleanSupplier stays, OutputStream out)
            throws IOException, InterruptedException {
        long seen = from;
        long asked = clock.millis();
        while (true) {
            if (clock.millis() - asked >= TimeUnit.SECONDS.toMillis(HEARTBEAT_SECONDS)) {
                if (!stays.getAsBoolean()) {
                    return;
                }
                asked = clock.millis();
            }
            List<Told> next = after(seen);
            if (next.isEmpty() && isEnded()) {
                return;
            }
            if (next.isEmpty()) {
                out.write(HEARTBEAT);
            }
            for (Told event : next) {
                if (event.number() > seen + 1) {
                    out.write(reset(event.number() - 1)); // so slow that what it has not seen is not kept any more
                }
                out.write(whole ? event.whole() : event.withheld());
                seen = event.number();
            }
            out.flush();
            TimeUnit.NANOSECONDS.sleep(pause());
        }
    }

    private long pause() {
        lock.lock();
        try {
            return Math.min(listeners * PAUSE_NANOS, LONGEST_PAUSE_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /** Where a listener begins: after which event, and whether all between that and what it saw is kept. */
    private record From(long number, boolean gapless) {}

    private From from(Optional<String> lastSeen) {
        lock.lock();
        try {
            long seen = lastSeen.map(this::number).orElse(last);
            boolean gapless = seen >= last - kept.size() && seen <= last;
            return new From(gapless ? seen : last, gapless);
        } finally {
            lock.unlock();
        }
    }

    private byte[] reset(long number) {
        return encoded(number, "reset", "{\"why\":\"events before this one are not kept: look anew\"}");
    }

    private long number(String id) {
        return id.matches(incarnation + "-[0-9]{1,15}") ? Long.parseLong(id.substring(incarnation.length() + 1)) : -1;
    }

    /** The events after this one, once there are any; none when it was quiet for a while. */
    private List<Told> after(long seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (last == seen && !ended && left > 0) {
                left = more.awaitNanos(left);
            }
            List<Told> next = new ArrayList<>();
            Iterator<Told> newest = kept.descendingIterator();
            for (long number = last; number > seen && newest.hasNext(); number--) {
                next.add(newest.next());
            }
            return next.reversed();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will happen. */
    public void close() {
        lock.lock();
        try {
            ended = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
