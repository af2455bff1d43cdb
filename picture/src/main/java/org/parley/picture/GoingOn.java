package org.parley.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.space.Volume;
import org.parley.space.separation.ExactTest;

/**
 * The plans of a line, and of overdue activities what they take if they go on until an instant. It never changes.
 *
 * @param longer those of the overdue ones, by name
 */
record GoingOn(Plans plans, SortedMap<String, Plan> longer) {
    static GoingOn of(Plans plans, List<Subject> overdue, long until) {
        SortedMap<String, Plan> longer = new TreeMap<>();
        for (Subject subject : overdue) {
            plans.byName().get(subject.name()).ifPresent(plan -> longer.put(subject.name(), plan.until(until)));
        }
        return new GoingOn(plans, longer);
    }

    /** For each plan of another party that comes too near to this one where they are nearest, by its name. */
    SortedMap<String, Meeting> meetings(Plan probe) {
        SortedMap<String, Meeting> nearest = plans.meetings(probe);
        for (Plan other : longer.values()) {
            plans.meetings(probe, other).forEach(meeting -> nearest.merge(other.name(), meeting, Meeting::nearer));
        }
        return nearest;
    }

    /** The names of all plans that touch a volume. */
    SortedSet<String> touching(Volume volume) {
        SortedSet<String> names = new TreeSet<>();
        for (Plan plan : longer.values()) {
            if (plan.activity().volumes().stream()
                    .anyMatch(each -> ExactTest.conflict(each, volume, Places.TOUCHING))) {
                names.add(plan.name());
            }
        }
        return names;
    }

    /**
     * The conflicts that are not found among the plans as they are, those that come first before the others. Of two that both
     * go on, the one that ended first meets the plan of the other: so looking among the plans finds all.
     */
    List<Continuing> conflicts(Found found) {
        SortedMap<String, Continuing> all = new TreeMap<>();
        for (Plan plan : longer.values()) {
            for (String name : plans.meetings(plan).keySet()) {
                if (found.between(plan.name(), name).isEmpty()) {
                    continuing(plan, other(name)).ifPresent(each -> all.put(pair(each.conflict()), each));
                }
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong(Continuing::since))
                .toList();
    }

    private Plan other(String name) {
        return Optional.ofNullable(longer.get(name))
                .or(() -> plans.byName().get(name))
                .orElseThrow();
    }

    private static String pair(Conflict conflict) {
        return conflict.a() + " " + conflict.b();
    }

    private Optional<Continuing> continuing(Plan one, Plan other) {
        List<Meeting> meetings = plans.meetings(one, other);
        long apart = plans.between(one, other).time();
        return meetings.stream()
                .reduce(Meeting::nearer)
                .map(nearest -> new Continuing(
                        plans.conflict(nearest),
                        meetings.stream()
                                .mapToLong(meeting -> meeting.laterBeginning() - apart + 1)
                                .min()
                                .orElseThrow()));
    }
}
