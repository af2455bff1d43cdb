package org.parley.bench.pair;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.HdrHistogram.Histogram;

/** Records of one log that wait for the receipt that covers them, and how long they waited. */
final class Flight {
    private final Semaphore room;
    private final TreeMap<Long, Long> begun = new TreeMap<>();
    private final Histogram micros = new Histogram(3_600_000_000L, 3);
    private long covered;
    private long from = Long.MAX_VALUE;
    private long receipted;
    private long lastAt;

    /** @param room has as many permits as records may wait */
    Flight(Semaphore room) {
        this.room = room;
    }

    /** From this moment of {@link System#nanoTime} on it counts. */
    synchronized void countFrom(long nanos) {
        from = nanos;
    }

    /** A record is durable here; it was begun then. */
    synchronized void said(long index, long begunAt) {
        if (index < covered) {
            done(begunAt);
        } else {
            begun.put(index, begunAt);
        }
    }

    /** A receipt covers the log up to this size. */
    synchronized void covered(long size) {
        covered = Math.max(covered, size);
        Map.Entry<Long, Long> first = begun.firstEntry();
        while (first != null && first.getKey() < size) {
            begun.pollFirstEntry();
            done(first.getValue());
            first = begun.firstEntry();
        }
    }

    private void done(long begunAt) {
        long now = System.nanoTime();
        if (now >= from) {
            receipted++;
            lastAt = now;
        }
        if (begunAt >= from) {
            micros.recordValue((now - begunAt) / 1_000);
        }
        room.release();
    }

    /** What was measured until now. */
    synchronized Result result() {
        return new Result(
                receipted,
                (lastAt - from) / 1e9,
                micros.getTotalCount(),
                List.of(micros.getMean(), at(50), at(90), at(99), at(99.9), at(100)));
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile);
    }
}
