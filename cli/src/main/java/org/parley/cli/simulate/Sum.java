package org.parley.cli.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.sim.Fault;
import org.parley.sim.Outcome;

/** What all seeds gave together. */
final class Sum {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final List<Long> failed = new ArrayList<>();
    private long seeds;
    private long events;
    private long fewestEvents = Long.MAX_VALUE;
    private long fewestFaults = Long.MAX_VALUE;

    void add(Outcome outcome) {
        seeds++;
        events += outcome.events();
        fewestEvents = Math.min(fewestEvents, outcome.events());
        fewestFaults = Math.min(fewestFaults, outcome.faultCount());
        outcome.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
        if (!outcome.holds()) {
            failed.add(outcome.seed());
        }
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    long faultCount() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Long> failed() {
        return failed;
    }

    long seeds() {
        return seeds;
    }

    long events() {
        return events;
    }

    /** The fewest events that a seed had. */
    long fewestEvents() {
        return fewestEvents;
    }

    /** The fewest faults that a seed had. */
    long fewestFaults() {
        return fewestFaults;
    }
}
