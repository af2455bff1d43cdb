package org.parley.space.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Scatter;
import org.parley.space.separation.MinimaTable;

/** The ways in which an index keeps what it is given. */
public enum Indexed {
    AS_IT_CAME,
    PACKED;

    /** As many others as it takes for a load to be packed. */
    private static final List<Activity> OTHERS = new Scatter(11, 1_000_000).activities(Fresh.MOST);

    /** Which of these conflict with a probe, by an index that has them. */
    public Set<ActivityId> conflicts(Activity probe, List<Activity> with, MinimaTable minima) {
        return conflicts(probe, of(with, minima));
    }

    LiveIndex of(List<Activity> activities, MinimaTable minima) {
        LiveIndex index = new LiveIndex(minima);
        switch (this) {
            case AS_IT_CAME -> activities.forEach(index::insert);
            case PACKED -> {
                List<Activity> all = new ArrayList<>(activities);
                all.addAll(OTHERS);
                index.load(all);
            }
        }
        return index;
    }

    static Set<ActivityId> conflicts(Activity probe, LiveIndex index) {
        Set<ActivityId> found = new TreeSet<>();
        index.snapshot().conflicts(probe, Parties.DIFFERENT, (a, i, b, j) -> found.add(b.id()));
        return found;
    }
}
