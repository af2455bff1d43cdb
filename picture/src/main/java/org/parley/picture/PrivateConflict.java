package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/**
 * Two activities that come too near to each other, of which no other party is told: both are of one party, or they stand on
 * lines that have no other party in common (domain §2.7, W18). It has no finding that anybody could agree on.
 *
 * @param a the name of the subject
 * @param versionA which of its versions
 * @param lineB the line of the other; that of the first where it is the same
 * @param separation between the volumes that are nearest, from the first to the other
 */
public record PrivateConflict(
        LineId lineA, String a, String versionA, LineId lineB, String b, String versionB, Separation separation) {
    /** Whether it is of two lines. */
    public boolean isAcross() {
        return !lineA.equals(lineB);
    }

    /** Among a party's own activities on a line, where they are in conflict within a window. */
    static List<PrivateConflict> own(Plans plans, PartyName party, Window when) {
        List<PrivateConflict> all = new ArrayList<>();
        for (Plan plan : plans.of(party)) {
            if (plan.isThere(when)) {
                plans.current(
                                plan,
                                other -> other.owner().equals(party)
                                        && plan.name().compareTo(other.name()) < 0)
                        .forEach(meeting -> all.add(of(plans.line(), plans.line(), meeting)));
            }
        }
        return all.stream().filter(conflict -> conflict.isWithin(when)).toList();
    }

    /**
     * Between the activities of two lines, by the minima of either, where they are in conflict within a window; not of one party,
     * which knows of both.
     */
    static List<PrivateConflict> across(Plans one, Plans other, Window when) {
        Map<String, PrivateConflict> all = new TreeMap<>();
        for (Plan plan : one.byName().values()) {
            if (plan.isThere(when)) {
                other.current(plan, found -> !found.owner().equals(plan.owner()))
                        .forEach(meeting -> put(all, of(one.line(), other.line(), meeting)));
            }
        }
        for (Plan plan : other.byName().values()) {
            if (plan.isThere(when)) {
                one.current(plan, found -> !found.owner().equals(plan.owner()))
                        .forEach(meeting -> put(all, of(one.line(), other.line(), one.turned(meeting))));
            }
        }
        return all.values().stream().filter(conflict -> conflict.isWithin(when)).toList();
    }

    private boolean isWithin(Window when) {
        return separation.from() < when.until() && when.from() < separation.until();
    }

    private static void put(Map<String, PrivateConflict> all, PrivateConflict conflict) {
        all.putIfAbsent(conflict.a() + " " + conflict.b(), conflict);
    }

    private static PrivateConflict of(LineId lineA, LineId lineB, Meeting meeting) {
        return new PrivateConflict(
                lineA,
                meeting.a().name(),
                meeting.a().version(meeting.onA()).record(),
                lineB,
                meeting.b().name(),
                meeting.b().version(meeting.onB()).record(),
                meeting.separation());
    }
}
