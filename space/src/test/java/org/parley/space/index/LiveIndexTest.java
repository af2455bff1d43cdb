package org.parley.space.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Scatter;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.window.Window;

/** Whatever is put in, taken out and asked, in any order: the index answers what comparing all with all answers. */
class LiveIndexTest {
    private static final MinimaTable MINIMA = new MinimaTable(
            Minima.of(500, 100, 300).withLevels(10),
            Map.of(
                    new MinimaTable.Pair("air", "ground"), Minima.of(2_000, 0, 0),
                    new MinimaTable.Pair("air", "air"), Minima.of(9_260, 305, 300)));

    @ParameterizedTest
    @EnumSource(Parties.class)
    void self_join_finds_what_comparing_all_with_all_finds(Parties parties) {
        List<Activity> activities = new Scatter(1, 30_000).activities(600);
        LiveIndex loaded = new LiveIndex(MINIMA);
        loaded.load(activities);
        LiveIndex grown = new LiveIndex(MINIMA);
        activities.forEach(grown::insert);

        Set<String> expected = allWithAll(activities, parties);

        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(join(loaded.snapshot(), parties)).isEqualTo(expected);
        assertThat(join(grown.snapshot(), parties)).isEqualTo(expected);
    }

    @Test
    void ranges_of_slots_share_out_the_self_join() {
        LiveIndex index = new LiveIndex(MINIMA);
        index.load(new Scatter(2, 20_000).activities(300));
        Snapshot snapshot = index.snapshot();
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < snapshot.slots(); from += 50) {
            snapshot.selfJoin(Parties.ALL, from, from + 50, (a, i, b, j) -> parts.add(pair(a, i, b, j)));
        }
        assertThat(parts).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(parts)).isEqualTo(join(snapshot, Parties.ALL));
    }

    /** A model test: a plain map does what the index should do. Enough volumes that runs are packed and merged. */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void answers_as_a_plain_map_does_whatever_happens(long seed) {
        Scatter scatter = new Scatter(seed, 200_000);
        LiveIndex index = new LiveIndex(MINIMA);
        Map<ActivityId, Activity> model = new LinkedHashMap<>();
        Snapshot old = index.snapshot();
        Map<ActivityId, Activity> oldModel = Map.of();
        for (int step = 0; step < 16_000; step++) {
            change(scatter, index, model);
            if (step % 4_001 == 4_000) {
                old = index.snapshot();
                oldModel = new LinkedHashMap<>(model);
            }
            if (step % 500 == 499) {
                Activity probe = scatter.activity("probe");
                assertThat(ask(index.snapshot(), probe)).isEqualTo(compare(probe, model.values()));
                assertThat(ask(old, probe)).isEqualTo(compare(probe, oldModel.values()));
            }
        }
        assertThat(index.snapshot().size())
                .isEqualTo(model.values().stream()
                        .mapToInt(a -> a.volumes().size())
                        .sum());
    }

    private static void change(Scatter scatter, LiveIndex index, Map<ActivityId, Activity> model) {
        Activity next = scatter.activity("A-" + scatter.random().nextInt(6_000));
        switch (scatter.random().nextInt(64)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 ->
                assertThat(index.remove(next.id())).isEqualTo(model.remove(next.id()) != null);
            case 8 -> {
                long instant = 1_700_000_000_000L + scatter.random().nextLong(3_000_000);
                int before = model.size();
                model.values()
                        .removeIf(a ->
                                a.volumes().stream().allMatch(v -> v.window().until() <= instant));
                assertThat(index.expire(instant)).isEqualTo(before - model.size());
            }
            default -> {
                index.amend(next);
                model.put(next.id(), next);
            }
        }
    }

    /** A minimum in levels that only one pair of kinds states widens the boxes that the index looks into. */
    @Test
    void a_minimum_in_levels_of_one_pair_is_found_too() {
        MinimaTable table = new MinimaTable(
                Minima.of(500, 100, 300),
                Map.of(
                        new MinimaTable.Pair("air", "air"),
                        Minima.of(500, 100, 300).withLevels(20)));
        LiveIndex index = new LiveIndex(table);
        index.insert(atLevels("AZURE", 10_000, 11_000));
        assertThat(index.snapshot().anyConflict(atLevels("BIRCH", 12_800, 14_000), Parties.DIFFERENT))
                .isTrue();
        assertThat(index.snapshot().anyConflict(atLevels("BIRCH", 13_000, 14_000), Parties.DIFFERENT))
                .isFalse();
    }

    private static Activity atLevels(String party, int lower, int upper) {
        Band.Metres hae = new Band.Metres((int) (lower * 30.48) - 5_000, (int) (upper * 30.48) + 5_000);
        Volume volume = new Volume(
                Footprint.at(Place.ofDegrees(50, 10)), new Band.Levels(lower, upper, hae), new Window(0, 3_600_000));
        return new Activity(new ActivityId(party, "A-1"), "air", List.of(volume));
    }

    @Test
    void removing_all_leaves_nothing() {
        List<Activity> activities = new Scatter(5, 10_000).activities(3_000);
        LiveIndex index = new LiveIndex(MINIMA);
        index.load(activities);
        activities.forEach(activity -> index.remove(activity.id()));
        assertThat(index.snapshot().size()).isZero();
        assertThat(join(index.snapshot(), Parties.ALL)).isEmpty();
        assertThat(index.snapshot().slots()).isLessThan(5_000);
    }

    @Test
    void the_same_activity_twice_is_refused() {
        Activity activity = new Scatter(6, 1_000).activity("A-1");
        LiveIndex index = new LiveIndex(MINIMA);
        index.insert(activity);
        assertThatThrownBy(() -> index.insert(activity)).hasMessageContaining("A-1");
        assertThatThrownBy(() -> index.load(List.of(activity))).hasMessageContaining("A-1");
        assertThat(index.snapshot().size()).isEqualTo(activity.volumes().size());
    }

    @Test
    void a_small_load_is_there_at_once_and_one_with_a_known_activity_not_at_all() {
        List<Activity> activities = new Scatter(8, 1_000).activities(4);
        LiveIndex index = new LiveIndex(MINIMA);
        index.load(activities.subList(0, 2));
        int size = index.snapshot().size();
        assertThat(size)
                .isEqualTo(activities.get(0).volumes().size()
                        + activities.get(1).volumes().size());
        assertThatThrownBy(() -> index.load(activities.subList(1, 4)))
                .hasMessageContaining(activities.get(1).id().toString());
        assertThat(index.snapshot().size()).isEqualTo(size);
    }

    /** Windows are half-open: at its end an activity is over. */
    @Test
    void an_activity_expires_when_its_last_window_has_ended() {
        LiveIndex index = new LiveIndex(MINIMA);
        index.insert(atLevels("AZURE", 10_000, 11_000));
        Snapshot before = index.snapshot();
        assertThat(index.expire(3_599_999)).isZero();
        assertThat(index.expire(3_600_000)).isOne();
        assertThat(index.snapshot().size()).isZero();
        assertThat(before.size()).isOne();
    }

    @Test
    void nearest_comes_first_and_none_nearer_is_left_out() {
        Scatter scatter = new Scatter(7, 100_000);
        List<Activity> activities = scatter.activities(400);
        LiveIndex index = new LiveIndex(MINIMA);
        index.load(activities);
        for (int i = 0; i < 30; i++) {
            Footprint probe = Footprint.at(scatter.place());
            List<Near> found = index.snapshot().nearest(probe, 50_000, 7);
            double[] expected = activities.stream()
                    .flatMap(activity -> activity.volumes().stream())
                    .flatMap(volume -> ExactTest.measure(probe, volume.footprint()).stream())
                    .mapToDouble(ExactTest.Horizontal::metres)
                    .filter(metres -> metres <= 50_000)
                    .sorted()
                    .limit(7)
                    .toArray();
            assertThat(found.stream().mapToDouble(Near::metres).toArray()).isEqualTo(expected);
        }
    }

    private static Set<String> join(Snapshot snapshot, Parties parties) {
        Set<String> found = new TreeSet<>();
        snapshot.selfJoin(
                parties, (a, i, b, j) -> assertThat(found.add(pair(a, i, b, j))).isTrue());
        return found;
    }

    private static Set<String> ask(Snapshot snapshot, Activity probe) {
        Set<String> found = new TreeSet<>();
        snapshot.conflicts(
                probe,
                Parties.DIFFERENT,
                (a, i, b, j) -> assertThat(found.add(pair(a, i, b, j))).isTrue());
        assertThat(snapshot.anyConflict(probe, Parties.DIFFERENT)).isEqualTo(!found.isEmpty());
        return found;
    }

    private static Set<String> allWithAll(List<Activity> activities, Parties parties) {
        Set<String> found = new TreeSet<>();
        for (int a = 0; a < activities.size(); a++) {
            compare(activities.get(a), activities.subList(a + 1, activities.size()), parties, found);
        }
        return found;
    }

    private static Set<String> compare(Activity probe, Collection<Activity> others) {
        Set<String> found = new TreeSet<>();
        compare(probe, others, Parties.DIFFERENT, found);
        return found;
    }

    private static void compare(Activity probe, Collection<Activity> others, Parties parties, Set<String> found) {
        for (Activity other : others) {
            boolean own = probe.id().party().equals(other.id().party());
            if (own && (parties == Parties.DIFFERENT || probe.id().equals(other.id()))) {
                continue;
            }
            boolean first = probe.id().compareTo(other.id()) <= 0;
            Activity a = first ? probe : other;
            Activity b = first ? other : probe;
            for (int i = 0; i < a.volumes().size(); i++) {
                for (int j = 0; j < b.volumes().size(); j++) {
                    Minima minima = MINIMA.between(a.kind(), b.kind());
                    if (ExactTest.conflict(a.volumes().get(i), b.volumes().get(j), minima)) {
                        found.add(pair(a, i, b, j));
                    }
                }
            }
        }
    }

    private static String pair(Activity a, int i, Activity b, int j) {
        String one = a.id() + "/" + i;
        String other = b.id() + "/" + j;
        return a.id().compareTo(b.id()) <= 0 ? one + " " + other : other + " " + one;
    }
}
