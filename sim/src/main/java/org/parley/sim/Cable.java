package org.parley.sim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.parley.ledger.Lane;

/** The connection between two nodes: how it behaves now, and how long what was sent before is still under way. */
final class Cable {
    /** How it behaves. */
    enum State {
        GOOD,
        CUT,
        /** It swallows everything and tells nobody. */
        HALF_OPEN,
        /** A byte a second. */
        SLOW,
        /** What is sent arrives, in order, but each frame only after twenty seconds more. */
        STALLED
    }

    /** A poor line: 1.6 Mbit/s. */
    private static final int BYTES_IN_A_MILLISECOND = 200;

    private static final long STALL = 20_000;

    final Node dialler;
    final Node acceptor;
    State state = State.GOOD;
    /** The link that is up, or 0. */
    long link;

    boolean dialling;
    /** Since when the link is up, or the cable was last tampered with. */
    long upSince;

    private final Map<Lane, long[]> free = new EnumMap<>(Lane.class);
    private final long[] underWay = new long[2];
    private long mostUnderWay;

    Cable(Node dialler, Node acceptor) {
        this.dialler = dialler;
        this.acceptor = acceptor;
    }

    boolean joins(Node one, Node other) {
        return (dialler == one && acceptor == other) || (dialler == other && acceptor == one);
    }

    boolean isAt(Node node) {
        return dialler == node || acceptor == node;
    }

    Node other(Node node) {
        return node == dialler ? acceptor : dialler;
    }

    private int way(Node sender) {
        return sender == dialler ? 0 : 1;
    }

    /** When a frame that is sent now arrives: connections keep their order, and each has its own queue. */
    long arrival(Node sender, Lane connection, int bytes, long now, long delay) {
        long[] until = free.computeIfAbsent(connection, lane -> new long[2]);
        int way = way(sender);
        long carried = switch (state) {
            case SLOW -> 1_000L * bytes;
            case STALLED -> STALL;
            case GOOD, CUT, HALF_OPEN -> bytes / BYTES_IN_A_MILLISECOND;
        };
        until[way] = Math.max(until[way], now + delay) + carried;
        return until[way];
    }

    void fresh(long now) {
        upSince = now;
        free.clear();
        Arrays.fill(underWay, 0);
    }

    /** Bulk was sent, and has not arrived. */
    void sent(Node sender, Lane connection, int bytes) {
        if (connection == Lane.MAIN) {
            int way = way(sender);
            underWay[way] += bytes;
            mostUnderWay = Math.max(mostUnderWay, underWay[way]);
        }
    }

    /** It has arrived. */
    void arrived(Node sender, Lane connection, int bytes) {
        if (connection == Lane.MAIN) {
            underWay[way(sender)] -= bytes;
        }
    }

    /** The most bytes of bulk that were ever on their way at once in one direction. */
    long mostUnderWay() {
        return mostUnderWay;
    }
}
