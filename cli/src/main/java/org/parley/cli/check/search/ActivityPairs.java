package org.parley.cli.check.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.cli.check.read.Ordered;
import org.parley.space.Activity;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;

/** Groups conflicting volumes by the two activities that they belong to, in the order of ids, and measures them. */
final class ActivityPairs implements Ordered.Feed<List<ActivityPairs.Pair>, RuntimeException> {
    private static final int AT_ONCE = 256;

    private static final Comparator<Conflict> NEAREST = Comparator.<Conflict>comparingLong(
                    conflict -> conflict.separation().horizontal())
            .thenComparingDouble(conflict -> conflict.separation().vertical().metres())
            .thenComparingLong(conflict -> conflict.separation().timeGap())
            .thenComparingInt(Conflict::i)
            .thenComparingInt(Conflict::j);

    private final List<Activity> activities;
    private final int[] firstVolume;
    private final long[] pairs;

    /** Pairs of the first activity at hand, with the second's volume in the upper half. */
    private long[] turned = new long[0];

    private int turnedAt;
    private int at;
    private int first = -1;

    /** Two activities and all of their volumes that conflict: j in the upper half, i in the lower. */
    static final class Pair {
        final int a;
        final int b;
        private final long[] volumes;

        private Pair(int a, int b, long[] volumes) {
            this.a = a;
            this.b = b;
            this.volumes = volumes;
        }
    }

    /** @param pairs as {@link VolumePairs} finds them */
    ActivityPairs(List<Activity> activities, long[] pairs) {
        this.activities = activities;
        this.firstVolume = VolumePairs.firstVolumes(activities);
        this.pairs = pairs;
    }

    @Override
    public Optional<List<Pair>> next() {
        List<Pair> next = new ArrayList<>();
        while (next.size() < AT_ONCE && (turnedAt < turned.length || turn())) {
            next.add(pair());
        }
        return next.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    long count() {
        long count = 0;
        while (turnedAt < turned.length || turn()) {
            pair();
            count++;
        }
        return count;
    }

    /** Takes the pairs of the next first activity. */
    private boolean turn() {
        if (at == pairs.length) {
            return false;
        }
        first = activity((int) (pairs[at] >>> 32));
        int until = at;
        while (until < pairs.length && (int) (pairs[until] >>> 32) < firstVolume[first + 1]) {
            until++;
        }
        turned = new long[until - at];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = Long.rotateLeft(pairs[at + k], 32);
        }
        Arrays.sort(turned);
        turnedAt = 0;
        at = until;
        return true;
    }

    private Pair pair() {
        int second = activity((int) (turned[turnedAt] >>> 32));
        int from = turnedAt;
        while (turnedAt < turned.length && (int) (turned[turnedAt] >>> 32) < firstVolume[second + 1]) {
            turnedAt++;
        }
        return new Pair(first, second, Arrays.copyOfRange(turned, from, turnedAt));
    }

    /** The activity that a volume belongs to. */
    private int activity(int volume) {
        int found = Arrays.binarySearch(firstVolume, volume);
        return found >= 0 ? found : -found - 2;
    }

    /** Of the conflicting volumes of two activities the pair that is nearest. */
    Conflict nearest(Pair pair, MinimaTable table) {
        Activity one = activities.get(pair.a);
        Activity other = activities.get(pair.b);
        Minima minima = table.between(one.kind(), other.kind());
        return Arrays.stream(pair.volumes)
                .mapToObj(volumes -> {
                    int i = (int) volumes - firstVolume[pair.a];
                    int j = (int) (volumes >>> 32) - firstVolume[pair.b];
                    Separation separation = ExactTest.separation(
                                    one.volumes().get(i), other.volumes().get(j), minima)
                            .orElseThrow();
                    return new Conflict(pair.a, one, i, pair.b, other, j, separation);
                })
                .min(NEAREST)
                .orElseThrow();
    }
}
