package org.parley.space.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
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
    private static final int FAN = 8;

    private final MinimaTable minima;
    private final double[] reach;
    private final Map<ActivityId, Slot[]> owned = new HashMap<>();
    private final Map<String, Integer> parties = new ConcurrentHashMap<>();
    private List<Run> runs = new ArrayList<>();
    private Fresh fresh = Fresh.none();
    private int size;
    private int removed;
    private long version;
    private volatile Snapshot published;

    public LiveIndex(MinimaTable minima) {
        this.minima = minima;
        this.reach = Box.reach(minima.others());
        this.published = new Snapshot(0, minima, parties, new Part[] {fresh}, 0);
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
        List<Slot> slots = own(activities);
        version++;
        if (slots.size() < Fresh.MOST) {
            slots.forEach(this::add);
        } else {
            Run.Load load = new Run.Load(slots.size());
            slots.forEach(slot -> load.add(slot, strip(slot)));
            runs.addAll(load.pack(reach));
        }
        size += slots.size();
        publish();
    }

    private List<Slot> own(List<Activity> activities) {
        List<Slot> slots = new ArrayList<>(activities.size());
        for (int i = 0; i < activities.size(); i++) {
            Activity activity = activities.get(i);
            Slot[] own = slots(activity);
            if (owned.putIfAbsent(activity.id(), own) != null) {
                activities.subList(0, i).forEach(before -> owned.remove(before.id()));
                throw new IllegalArgumentException("already in the index, or twice in one load: " + activity.id());
            }
            slots.addAll(Arrays.asList(own));
        }
        return slots;
    }

    private static Slot[] slots(Activity activity) {
        Slot[] slots = new Slot[activity.volumes().size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot(activity, i);
        }
        return slots;
    }

    private int[] strip(Slot slot) {
        int party = parties.computeIfAbsent(slot.activity.id().party(), name -> parties.size());
        return Strip.of(slot.volume(), party, minima.number(slot.activity.kind()));
    }

    private void add(Activity activity) {
        Slot[] own = slots(activity);
        owned.put(activity.id(), own);
        for (Slot slot : own) {
            add(slot);
        }
        size += own.length;
    }

    private void add(Slot slot) {
        if (fresh.isFull()) {
            settle();
        }
        fresh = fresh.with(slot, strip(slot));
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
        if (removed > size + Fresh.MOST) {
            repack(runs);
        }
        return true;
    }

    /** Packs the fresh list, and runs of like size with it. Old snapshots keep what they have. */
    private void settle() {
        List<Run> merged = new ArrayList<>();
        int sum = fresh.size();
        List<Run> rest = new ArrayList<>(runs);
        while (rest.size() >= FAN - 1 && rest.get(rest.size() - FAN + 1).size() <= Math.min(sum, Run.MOST - 1)) {
            for (int i = 0; i < FAN - 1; i++) {
                Run last = rest.removeLast();
                merged.add(last);
                sum += last.size();
            }
        }
        repack(merged);
    }

    /** Packs some runs and the fresh list together, leaving out what no later snapshot sees. */
    private void repack(List<Run> some) {
        List<Part> parts = new ArrayList<>(some);
        parts.add(fresh);
        int most = parts.stream().mapToInt(Part::size).sum();
        Run.Load load = new Run.Load(most);
        for (Part part : parts) {
            for (int i = 0; i < part.size(); i++) {
                if (part.slot(i).seenBy(version)) {
                    load.add(part, i);
                }
            }
        }
        List<Run> next = new ArrayList<>(runs);
        next.removeAll(some);
        next.addAll(load.pack(reach));
        removed -= most - load.count();
        runs = next;
        fresh = Fresh.none();
    }

    private void publish() {
        Part[] parts = runs.toArray(new Part[runs.size() + 1]);
        parts[runs.size()] = fresh;
        published = new Snapshot(version, minima, parties, parts, size);
    }
}
