package org.parley.sim;

import java.util.List;
import java.util.Map;

/**
 * What one seed gave.
 *
 * @param broken what must never be and was; empty where all is well
 * @param slowestSafety the longest time from a safety record's writing to the first receipt, cut cables included, ms
 * @param trace what happened, moment by moment
 */
public record Outcome(
        long seed,
        int nodes,
        long events,
        Map<Fault, Integer> faults,
        List<String> broken,
        long slowestSafety,
        List<String> trace) {
    /** How many faults there were, of all kinds. */
    public int faultCount() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether all holds that must. */
    public boolean holds() {
        return broken.isEmpty();
    }
}
