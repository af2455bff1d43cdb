package org.parley.space.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;

/**
 * Activities that come, change and go while they are asked. One writer at a time; any number of readers, each on a
 * {@link #snapshot()} that never changes.
 *
 * <p>New volumes enter a short fresh list that every query scans. A full list is packed into a run; {@link #FAN} runs of
 * a size are packed into one of the next, which leaves out what was removed. So each volume is packed a few times in its
 * life, and a query looks into a few packed trees.
 */
public final class LiveIndex {
    private static final int FRESH = 2_048;
    private static final int FAN = 8;
    private static final Minima NOTHING = Minima.of(0, 0, 0);

    private final MinimaTable minima;
    private final double[] reach;
    private final Map<ActivityId, Slot[]> owned = new HashMap<>();
    private final Map<String, Integer> parties = new ConcurrentHashMap<>();
    private List<Run> runs = new ArrayList<>();
    private Slot[] fresh = new Slot[FRESH];
    private int[] freshBoxes = new int[FRESH * Box.SIZE];
    private int freshCount;
    private int size;
    private int removed;
    private long version;
    private volatile Snapshot published;

    public LiveIndex(MinimaTable minima) {
        this.minima = minima;
        this.reach = Box.reach(minima.others());
        this.published = new Snapshot(0, minima, parties, new Run[0], fresh, freshBoxes, 0, 0);
    }

    /** The index as it is now. */
    public Snapshot snapshot() {
        return published;
    }

    /**
     * Adds an activity.
     *
     * @throws IllegalArgumentException when it is already here: a new version is an amendment
     */
    public void insert(Activity activity) {
        if (owned.containsKey(activity.id())) {
            throw new IllegalArgumentException("already in the index: " + activity.id());
        }
        version++;
        add(activity);
        publish();
    }

    /** Replaces an activity, or adds it: no snapshot sees both versions, and none sees neither. */
    public void amend(Activity activity) {
        version++;
        drop(activity.id());
        add(activity);
        publish();
    }

    /** Removes an activity; false when it is not here. */
    public boolean remove(ActivityId id) {
        version++;
        boolean here = drop(id);
        publish();
        return here;
    }

    /** Removes every activity all of whose windows ended at or before an instant (ms); returns how many. */
    public int expire(long instant) {
        version++;
        List<ActivityId> ended = owned.entrySet().stream()
                .filter(entry -> ended(entry.getValue()[0].activity, instant))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(this::drop);
        publish();
        return ended.size();
    }

    private static boolean ended(Activity activity, long instant) {
        return activity.volumes().stream().allMatch(volume -> volume.window().until() <= instant);
    }

    /**
     * Adds many activities at once, packed together.
     *
     * @throws IllegalArgumentException when one is already here; then none is added
     */
    public void load(List<Activity> activities) {
        Set<ActivityId> ids = HashSet.newHashSet(activities.size());
        for (Activity activity : activities) {
            if (owned.containsKey(activity.id()) || !ids.add(activity.id())) {
                throw new IllegalArgumentException("already in the index, or twice in one load: " + activity.id());
            }
        }
        version++;
        int count = activities.stream()
                .mapToInt(activity -> activity.volumes().size())
                .sum();
        if (count < FRESH) {
            activities.forEach(this::add);
        } else {
            pack(activities, count);
        }
        publish();
    }

    private void pack(List<Activity> activities, int count) {
        Slot[] slots = new Slot[count];
        int[] rows = new int[count * Splitting.ROW];
        int at = 0;
        for (Activity activity : activities) {
            for (Slot slot : own(activity)) {
                Box.write(slot.volume(), NOTHING, rows, at * Splitting.ROW);
                rows[at * Splitting.ROW + Box.SIZE] = at;
                slots[at++] = slot;
            }
        }
        size += count;
        runs.add(Run.pack(slots, rows, reach));
    }

    private Slot[] own(Activity activity) {
        int party = parties.computeIfAbsent(activity.id().party(), name -> parties.size());
        Slot[] own = new Slot[activity.volumes().size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = new Slot(activity, i, party);
        }
        owned.put(activity.id(), own);
        return own;
    }

    private void add(Activity activity) {
        Slot[] own = own(activity);
        for (Slot slot : own) {
            if (freshCount == FRESH) {
                settle();
            }
            Box.write(slot.volume(), NOTHING, freshBoxes, freshCount * Box.SIZE);
            fresh[freshCount++] = slot;
        }
        size += own.length;
    }

    private boolean drop(ActivityId id) {
        Slot[] own = owned.remove(id);
        if (own == null) {
            return false;
        }
        for (Slot slot : own) {
            slot.removeAt(version);
        }
        size -= own.length;
        removed += own.length;
        if (removed > size + FRESH) {
            repack(runs);
        }
        return true;
    }

    /** Packs the fresh list, and runs of like size with it. Old snapshots keep what they have. */
    private void settle() {
        List<Run> merged = new ArrayList<>();
        int sum = freshCount;
        List<Run> rest = new ArrayList<>(runs);
        while (rest.size() >= FAN - 1 && rest.get(rest.size() - FAN + 1).size() <= sum) {
            for (int i = 0; i < FAN - 1; i++) {
                Run last = rest.removeLast();
                merged.add(last);
                sum += last.size();
            }
        }
        repack(merged);
    }

    /** Packs some runs and the fresh list into one run, leaving out what no later snapshot sees. */
    private void repack(List<Run> some) {
        int most = freshCount + some.stream().mapToInt(Run::size).sum();
        Slot[] slots = new Slot[most];
        int[] rows = new int[most * Splitting.ROW];
        int count = 0;
        for (Run run : some) {
            for (int i = 0; i < run.size(); i++) {
                if (run.slots[i].seenBy(version)) {
                    run.tree.write(i, rows, count * Splitting.ROW);
                    slots[count] = run.slots[i];
                    rows[count * Splitting.ROW + Box.SIZE] = count++;
                }
            }
        }
        for (int i = 0; i < freshCount; i++) {
            if (fresh[i].seenBy(version)) {
                System.arraycopy(freshBoxes, i * Box.SIZE, rows, count * Splitting.ROW, Box.SIZE);
                slots[count] = fresh[i];
                rows[count * Splitting.ROW + Box.SIZE] = count++;
            }
        }
        List<Run> next = new ArrayList<>(runs);
        next.removeAll(some);
        if (count > 0) {
            next.add(Run.pack(slots, Arrays.copyOf(rows, count * Splitting.ROW), reach));
        }
        removed -= most - count;
        runs = next;
        fresh = new Slot[FRESH];
        freshBoxes = new int[FRESH * Box.SIZE];
        freshCount = 0;
    }

    private void publish() {
        published =
                new Snapshot(version, minima, parties, runs.toArray(Run[]::new), fresh, freshBoxes, freshCount, size);
    }
}
