package org.parley.space;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One party's set of volumes.
 *
 * @param id the party and its name for the activity
 * @param kind what sort of activity; the pair of kinds selects the minima
 * @param volumes at least one, in the order in which they were entered
 */
public record Activity(ActivityId id, String kind, List<Volume> volumes) {
    public Activity {
        volumes = List.copyOf(volumes);
        if (volumes.isEmpty()) {
            throw new IllegalArgumentException("an activity has at least one volume: " + id);
        }
    }

    /** The same activity with each volume changed. */
    public Activity with(UnaryOperator<Volume> change) {
        return new Activity(id, kind, volumes.stream().map(change).toList());
    }
}
