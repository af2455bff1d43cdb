package org.parley.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Limits;
import org.parley.space.Volume;
import org.parley.space.height.Band;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/** All plans of a line that count, and where they are. It never changes. */
record Plans(LineId line, MinimaTable minima, Snapshot index, Trie<String, Plan> byName) {
    private static final long QUARTER = 4;

    /** For each plan of another party that comes too near to this one where they are nearest, by its name. */
    SortedMap<String, Meeting> meetings(Plan probe) {
        SortedMap<String, Meeting> nearest = new TreeMap<>();
        index.conflicts(probe.activity(), Parties.DIFFERENT, (a, i, b, j) -> {
            Plan other = byName.get(b.id().activity()).orElseThrow();
            meeting(probe, i, other, j).ifPresent(meeting -> nearest.merge(other.name(), meeting, Meeting::nearer));
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

    /** Where the probe, of this line or another, comes too near to some plans as both are planned now, for whomever they count. */
    List<Meeting> current(Plan probe, Predicate<Plan> which) {
        return nearest(probe, probe.activity().volumes(), Parties.ALL, (on, other, onOther) -> which.test(other));
    }

    /**
     * Where the probe stays clear of another party's plan by no more than a quarter of a least separation. Found with a probe
     * that is so much larger, at any height, and then measured.
     */
    List<Meeting> narrow(Plan probe) {
        Minima widest = minima.widest(probe.activity().kind());
        List<Volume> larger = probe.activity().volumes().stream()
                .map(volume -> new Volume(
                        volume.footprint().withBuffer(volume.footprint().buffer() + widest.horizontal() / QUARTER),
                        Band.UNBOUNDED,
                        new Window(
                                volume.window().from() - widest.time() / QUARTER,
                                volume.window().until() + widest.time() / QUARTER)))
                .toList();
        return nearest(
                probe,
                larger,
                Parties.DIFFERENT,
                (on, other, onOther) -> ExactTest.conflict(
                        probe.counted().get(on).volume(),
                        other.counted().get(onOther).volume(),
                        aQuarterMore(between(probe, other))));
    }

    /** Whether a volume of the probe and one of a plan that was found are meant. */
    @FunctionalInterface
    private interface Meant {
        boolean test(int on, Plan other, int onOther);
    }

    /** Of the current volumes of probe and plans that are meant, those that are nearest, one of each plan, by its name. */
    private List<Meeting> nearest(Plan probe, List<Volume> search, Parties parties, Meant meant) {
        ActivityId alone = new ActivityId(probe.owner().name(), "");
        SortedMap<String, Meeting> nearest = new TreeMap<>();
        index.conflicts(new Activity(alone, probe.activity().kind(), search), parties, (a, i, b, j) -> {
            Plan other = byName.get(b.id().activity()).orElseThrow();
            if (probe.isCurrent(i) && other.isCurrent(j) && meant.test(i, other, j)) {
                nearest.merge(other.name(), measured(probe, i, other, j), Meeting::nearer);
            }
        });
        return List.copyOf(nearest.values());
    }

    private static Minima aQuarterMore(Minima minima) {
        OptionalLong levels = minima.levels();
        return new Minima(
                Math.min(minima.horizontal() * 5 / QUARTER, 100 * (long) Limits.HORIZONTAL_MINIMUM),
                Math.min(minima.vertical() * 5 / QUARTER, 100 * (long) Limits.VERTICAL_MINIMUM),
                Math.min(minima.time() * 5 / QUARTER, 1_000 * Limits.TIME_MINIMUM),
                levels.isPresent()
                        ? OptionalLong.of(Math.min(levels.getAsLong() * 5 / QUARTER, 100 * (long) Limits.HIGHEST_LEVEL))
                        : levels);
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
