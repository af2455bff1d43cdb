package org.parley.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;

/** All plans of a line that count, and where they are. It never changes. */
record Plans(LineId line, MinimaTable minima, Snapshot index, Trie<String, Plan> byName) {
    /** For each plan of another party that comes too near to this one where they are nearest, by its name. */
    SortedMap<String, Meeting> meetings(Plan probe) {
        SortedMap<String, Meeting> nearest = new TreeMap<>();
        index.conflicts(probe.activity(), Parties.DIFFERENT, (a, i, b, j) -> {
            boolean first = a.id().equals(probe.activity().id());
            Plan other = byName.get((first ? b : a).id().activity()).orElseThrow();
            meeting(probe, first ? i : j, other, first ? j : i)
                    .ifPresent(meeting -> nearest.merge(other.name(), meeting, Meeting::nearer));
        });
        return nearest;
    }

    /** All that is too near of a plan and one other, if that is another party's. */
    List<Meeting> meetings(Plan one, Plan other) {
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < one.counted().size() && !one.owner().equals(other.owner()); i++) {
            for (int j = 0; j < other.counted().size(); j++) {
                boolean near = ExactTest.conflict(
                        one.counted().get(i).volume(), other.counted().get(j).volume(), between(one, other));
                if (near) {
                    meeting(one, i, other, j).ifPresent(meetings::add);
                }
            }
        }
        return meetings;
    }

    /** The plans of a party, by name. */
    List<Plan> of(PartyName party) {
        return byName.values().stream()
                .filter(plan -> plan.owner().equals(party))
                .sorted(Comparator.comparing(Plan::name))
                .toList();
    }

    /** Where the probe, of this line or another, comes too near to some of the plans here as both are planned now, for whomever they count. */
    List<Meeting> current(Plan probe, Predicate<Plan> which) {
        ActivityId alone = new ActivityId(probe.owner().name(), "");
        Activity search =
                new Activity(alone, probe.activity().kind(), probe.activity().volumes());
        SortedMap<String, Meeting> nearest = new TreeMap<>();
        index.conflicts(search, Parties.ALL, (a, i, b, j) -> {
            boolean first = a.id().equals(alone);
            Plan other = byName.get((first ? b : a).id().activity()).orElseThrow();
            int onProbe = first ? i : j;
            int onOther = first ? j : i;
            if (probe.isCurrent(onProbe) && other.isCurrent(onOther) && which.test(other)) {
                nearest.merge(other.name(), measured(probe, onProbe, other, onOther), Meeting::nearer);
            }
        });
        return List.copyOf(nearest.values());
    }

    /** The same seen from the other. */
    Meeting turned(Meeting meeting) {
        return measured(meeting.b(), meeting.onB(), meeting.a(), meeting.onA());
    }

    Conflict conflict(Meeting meeting) {
        return Conflict.of(line, meeting.a().name(), meeting.b().name(), meeting.finding());
    }

    /** Two volumes that are too near, where each counts for the other's party. */
    private Optional<Meeting> meeting(Plan one, int onOne, Plan other, int onOther) {
        if (!one.counts(onOne, other.owner()) || !other.counts(onOther, one.owner())) {
            return Optional.empty();
        }
        return one.name().compareTo(other.name()) < 0
                ? Optional.of(measured(one, onOne, other, onOther))
                : Optional.of(measured(other, onOther, one, onOne));
    }

    private Meeting measured(Plan a, int onA, Plan b, int onB) {
        Separation separation = ExactTest.separation(
                        a.counted().get(onA).volume(), b.counted().get(onB).volume(), between(a, b))
                .orElseThrow(() -> new IllegalStateException("what conflicts can be measured"));
        return new Meeting(a, onA, b, onB, separation);
    }

    Minima between(Plan one, Plan other) {
        return minima.between(one.activity().kind(), other.activity().kind());
    }
}
