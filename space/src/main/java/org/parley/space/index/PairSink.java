package org.parley.space.index;

import org.parley.space.Activity;

/** Takes pairs of conflicting volumes, as they are found: the set is always the same, the order may be any. */
@FunctionalInterface
public interface PairSink {
    /**
     * Volume {@code i} of activity {@code a} and volume {@code j} of activity {@code b} conflict. Of a query a is the probe; of
     * a self-join a comes before b in the order of their ids.
     */
    void conflict(Activity a, int i, Activity b, int j);
}
