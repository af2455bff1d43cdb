package org.parley.node.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import org.parley.node.Node;
import org.parley.node.form.OutsideJson;
import tools.jackson.databind.JsonNode;

/**
 * What changes, as server-sent events, in one order for all who listen. An event is encoded once. The last ones are kept: who
 * comes back with the id of the last that it saw gets all since, or is told by an event {@code reset} that it must look anew.
 */
public final class Events {
    /** Enough for a listener that was away for minutes in the busiest hour. */
    private static final int KEPT = 20_000;

    /** So often a listener that hears nothing else hears that the line to the node is there. */
    private static final long HEARTBEAT_SECONDS = 10;

    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);

    private final String incarnation;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Told> kept = new ArrayDeque<>();
    private long last;
    private boolean ended;

    /** An event as it is written: whole, and for those who may not see where sites are. */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared
    private record Told(byte[] whole, byte[] withheld) {}

    /** Of a node; ids begin anew with each start. */
    public Events(Node node) {
        byte[] bytes = new byte[4];
        node.options().random().nextBytes(bytes);
        incarnation = HexFormat.of().formatHex(bytes);
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

    /** Tells everybody. */
    void tell(String type, JsonNode data) {
        lock.lock();
        try {
            last++;
            byte[] whole = encoded(last, type, data);
            byte[] withheld = Sites.count(data) == 0 ? whole : encoded(last, type, Sites.withheld(data));
            kept.add(new Told(whole, withheld));
            if (kept.size() > KEPT) {
                kept.remove();
            }
            more.signalAll();
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
     * gone, or the node stops.
     *
     * @param whole whether it may see where sites are
     */
    void listen(Optional<String> lastSeen, boolean whole, OutputStream out) throws IOException, InterruptedException {
        long seen = begin(lastSeen, out);
        while (true) {
            List<Told> next = after(seen);
            if (next.isEmpty() && isEnded()) {
                return;
            }
            if (next.isEmpty()) {
                out.write(HEARTBEAT);
            }
            for (Told event : next) {
                out.write(whole ? event.whole() : event.withheld());
            }
            seen += next.size();
            out.flush();
        }
    }

    /** The number of the last event that a listener need not be told. */
    private long begin(Optional<String> lastSeen, OutputStream out) throws IOException {
        lock.lock();
        try {
            long first = last - kept.size();
            long seen = lastSeen.map(this::number).orElse(last);
            boolean known = seen >= first && seen <= last;
            out.write(
                    known
                            ? HEARTBEAT
                            : encoded(last, "reset", "{\"why\":\"events before this one are not kept: look anew\"}"));
            return known ? seen : last;
        } finally {
            lock.unlock();
        }
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
            int missing = (int) Math.min(kept.size(), last - seen);
            List<Told> next = new ArrayList<>(missing);
            Iterator<Told> newest = kept.descendingIterator();
            for (int i = 0; i < missing; i++) {
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
