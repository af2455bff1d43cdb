package org.parley.cli.check.search;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.parley.cli.check.read.Ordered;
import org.parley.space.Activity;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.MinimaTable;

/** Finds every pair of activities that conflict. */
public final class ConflictSearch {
    private final List<Activity> activities;
    private final MinimaTable minima;
    private final Parties parties;
    private final Snapshot snapshot;

    /** @param activities in the order of their ids */
    public ConflictSearch(List<Activity> activities, MinimaTable minima, Parties parties) {
        this.activities = activities;
        this.minima = minima;
        this.parties = parties;
        LiveIndex index = new LiveIndex(minima);
        index.load(activities);
        this.snapshot = index.snapshot();
    }

    /** All volumes, to be asked more. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Which activities are held against each other. */
    public Parties parties() {
        return parties;
    }

    /** How many pairs of activities conflict. */
    public long count(IntConsumer progress) throws TooMany {
        return new ActivityPairs(activities, VolumePairs.find(activities, snapshot, parties, progress)).count();
    }

    /**
     * Measures every pair of activities that conflict.
     *
     * @param rendering makes something of a conflict, on many threads
     * @param sink takes it, in the order of the ids
     * @return how many
     */
    public <T> long each(IntConsumer progress, Function<Conflict, T> rendering, Consumer<T> sink) throws TooMany {
        long[] volumes = VolumePairs.find(activities, snapshot, parties, progress);
        ActivityPairs pairs = new ActivityPairs(activities, volumes);
        long[] count = {0};
        Ordered.map(
                pairs,
                some -> some.stream()
                        .map(pair -> rendering.apply(pairs.nearest(pair, minima)))
                        .toList(),
                rendered -> {
                    count[0] += rendered.size();
                    rendered.forEach(sink);
                });
        return count[0];
    }
}
