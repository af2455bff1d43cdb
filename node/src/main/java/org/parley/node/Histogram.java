package org.parley.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;

/** How often something was how large, since the node was started. Any thread may add to it and read it. */
public final class Histogram {
    private final List<Double> bounds;
    private final AtomicLongArray counts;
    private final DoubleAdder sum = new DoubleAdder();

    /** @param bounds of its classes, in their order; what is larger than the last is a class too */
    Histogram(List<Double> bounds) {
        this.bounds = List.copyOf(bounds);
        this.counts = new AtomicLongArray(bounds.size() + 1);
    }

    /**
     * What was counted.
     *
     * @param bound the largest value of the class; infinite for the last
     * @param count how many were in it and in none before it
     */
    public record Bucket(double bound, long count) {}

    void add(double value) {
        int at = 0;
        while (at < bounds.size() && value > bounds.get(at)) {
            at++;
        }
        counts.incrementAndGet(at);
        sum.add(value);
    }

    /** All classes, in their order. */
    public List<Bucket> buckets() {
        List<Bucket> all = new ArrayList<>();
        for (int i = 0; i <= bounds.size(); i++) {
            all.add(new Bucket(i < bounds.size() ? bounds.get(i) : Double.POSITIVE_INFINITY, counts.get(i)));
        }
        return all;
    }

    /** Of all values together. */
    public double sum() {
        return sum.sum();
    }
}
