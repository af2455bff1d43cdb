package org.parley.space.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Scatter;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/** While activities come, change, expire and go, whoever holds a snapshot, be it an old one, sees what was there when it was taken. */
class ConcurrentReadersTest {
    private static final Minima MINIMA = Minima.of(500, 100, 300);
    private static final int CHANGES = 6_000;
    private static final int READERS = 3;
    private static final int QUESTIONS = 150;

    /** What an index was at a moment, and what a plain map was. */
    private record Moment(Snapshot snapshot, List<Activity> there) {}

    private final List<Moment> moments = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    @Test
    void a_snapshot_never_changes() throws Exception {
        LiveIndex index = new LiveIndex(MinimaTable.of(MINIMA));
        Map<ActivityId, Activity> model = new LinkedHashMap<>();
        moments.add(new Moment(index.snapshot(), List.of()));
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                int seed = reader;
                asked.add(readers.submit(() -> read(seed)));
            }
            write(index, model);
            over = true;
            for (Future<Integer> questions : asked) {
                assertThat(questions.get()).isGreaterThanOrEqualTo(QUESTIONS);
            }
        } finally {
            over = true;
        }
    }

    private void write(LiveIndex index, Map<ActivityId, Activity> model) {
        Scatter scatter = new Scatter(11, 100_000);
        for (int step = 0; step < CHANGES; step++) {
            Activity next = scatter.activity("A-" + scatter.random().nextInt(400));
            int what = scatter.random().nextInt(200);
            if (what < 20) {
                index.remove(next.id());
                model.remove(next.id());
            } else if (what == 20) {
                long instant = 1_700_000_000_000L + scatter.random().nextLong(10_000_000);
                index.expire(instant);
                model.values()
                        .removeIf(activity -> activity.volumes().stream()
                                .allMatch(volume -> volume.window().until() <= instant));
            } else {
                index.amend(next);
                model.put(next.id(), next);
            }
            if (step % 50 == 0) {
                moments.add(new Moment(index.snapshot(), List.copyOf(model.values())));
            }
        }
    }

    /** Asks moments old and new; answers how often. */
    private int read(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scatter scatter = new Scatter(100 + seed, 100_000);
        int asked = 0;
        for (; asked < QUESTIONS || !over; asked++) {
            Moment moment = moments.get(random.nextInt(moments.size()));
            Activity probe = scatter.activity("probe");
            Set<String> found = new TreeSet<>();
            moment.snapshot.conflicts(probe, Parties.DIFFERENT, (a, i, b, j) -> found.add(name(i, b, j)));
            assertThat(found).isEqualTo(compare(probe, moment.there));
        }
        return asked;
    }

    private static Set<String> compare(Activity probe, List<Activity> others) {
        Set<String> found = new TreeSet<>();
        for (Activity other : others) {
            for (int i = 0; i < probe.volumes().size(); i++) {
                for (int j = 0; j < other.volumes().size(); j++) {
                    boolean differs = !probe.id().party().equals(other.id().party());
                    if (differs
                            && ExactTest.conflict(
                                    probe.volumes().get(i), other.volumes().get(j), MINIMA)) {
                        found.add(name(i, other, j));
                    }
                }
            }
        }
        return found;
    }

    private static String name(int volume, Activity other, int otherVolume) {
        return volume + " " + other.id() + " " + otherVolume;
    }
}
