package org.parley.cli.check.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.height.Band;
import org.parley.space.index.Parties;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/** The search finds what comparing everything with everything finds, and reports of each pair what is nearest. */
class ConflictSearchTest {
    private static final MinimaTable TABLE = new MinimaTable(
            Minima.of(500, 100, 300), Map.of(new MinimaTable.Pair("air", "ground"), Minima.of(2_000, 0, 0)));

    private static List<Activity> activities(Random random) {
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Volume> volumes = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int k = 0; k < count; k++) {
                int lower = 100 * random.nextInt(20_00);
                long from = 1_000L * random.nextInt(7_200);
                volumes.add(new Volume(
                        FootprintEntry.circle(
                                        35 + random.nextDouble(0.1),
                                        48 + random.nextDouble(0.1),
                                        1 + random.nextInt(900))
                                .orElseThrow(),
                        new Band.Metres(lower, lower + 100 * random.nextInt(200)),
                        new Window(from, from + 1 + 1_000L * random.nextInt(900))));
            }
            String kind = List.of("air", "ground", "other").get(random.nextInt(3));
            activities.add(new Activity(new ActivityId("P" + random.nextInt(3), "a" + i), kind, volumes));
        }
        activities.sort(Comparator.comparing(Activity::id));
        return activities;
    }

    /** A pair and its figures, as text. */
    private static String text(Activity a, int i, Activity b, int j, Separation s) {
        return a.id() + " " + i + " " + b.id() + " " + j + " " + s.horizontal() + " "
                + s.vertical().gap() + " " + s.timeGap();
    }

    private static List<String> everyPair(List<Activity> activities, Parties parties) {
        List<String> all = new ArrayList<>();
        for (int a = 0; a < activities.size(); a++) {
            for (int b = a + 1; b < activities.size(); b++) {
                Activity one = activities.get(a);
                Activity other = activities.get(b);
                if (parties == Parties.ALL
                        || !one.id().party().equals(other.id().party())) {
                    nearest(one, other).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<String> nearest(Activity one, Activity other) {
        Minima minima = TABLE.between(one.kind(), other.kind());
        Optional<Separation> least = Optional.empty();
        Optional<String> text = Optional.empty();
        for (int i = 0; i < one.volumes().size(); i++) {
            for (int j = 0; j < other.volumes().size(); j++) {
                Volume v = one.volumes().get(i);
                Volume w = other.volumes().get(j);
                Separation s = ExactTest.separation(v, w, minima).orElseThrow();
                if (ExactTest.conflict(v, w, minima) && (least.isEmpty() || order().compare(s, least.get()) < 0)) {
                    least = Optional.of(s);
                    text = Optional.of(text(one, i, other, j, s));
                }
            }
        }
        return text;
    }

    private static Comparator<Separation> order() {
        return Comparator.comparingLong(Separation::horizontal)
                .thenComparingLong(s -> s.vertical().gap())
                .thenComparingLong(Separation::timeGap);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_finds_what_comparing_all_pairs_finds_in_the_order_of_ids(long seed) throws TooMany {
        List<Activity> activities = activities(new Random(seed));
        for (Parties parties : Parties.values()) {
            ConflictSearch search = new ConflictSearch(activities, TABLE, parties);
            List<String> found = new ArrayList<>();
            search.each(percent -> {}, c -> text(c.first(), c.i(), c.second(), c.j(), c.separation()), found::add);
            assertThat(found).isNotEmpty().isEqualTo(everyPair(activities, parties));
            assertThat(search.count(percent -> {})).isEqualTo(found.size());
        }
    }
}
