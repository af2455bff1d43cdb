package org.parley.sim;

import java.util.List;
import java.util.Map;

/**
 * What one seed gave.
 *
 * @param broken what must never be and was; empty where all is well
 * @param slowestSafety the longest time from a safety record's writing to the last receipt, where links were good, ms
 */
record Outcome(
        long seed,
        int nodes,
        long events,
        Map<Fault, Integer> faults,
        List<String> broken,
        long slowestSafety,
        List<String> trace) {
    int faultCount() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
