package org.parley.cli.check.read;

import java.util.List;
import org.parley.space.Activity;

/**
 * The activities that were read, in the order of their ids.
 *
 * @param activities each with its volumes in input order
 * @param given for each activity its volumes with where they were read
 * @param volumes how many volumes in all
 * @param parties how many parties
 */
public record Plans(List<Activity> activities, List<List<Given>> given, int volumes, int parties) {
    public Plans {
        activities = List.copyOf(activities);
        given = List.copyOf(given);
    }
}
