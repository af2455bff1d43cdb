package org.parley.space.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.parley.space.Activity;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.height.Band;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.window.Window;

/** The index as it was at one moment. Immutable, and safe for use by any number of threads while the index goes on. */
public final class Snapshot {
    private static final Window ALWAYS = new Window(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);
    private static final Minima NOTHING = Minima.of(0, 0, 0);
    private static final int NOBODY = -1;
    private static final double FIRST_RING = 1_000;

    private final long version;
    private final MinimaTable minima;

    /** The number of each party; those of later snapshots may be in it too. */
    private final Map<String, Integer> parties;

    private final Run[] runs;
    private final Slot[] fresh;
    private final int[] freshBoxes;
    private final int freshCount;
    private final int size;

    Snapshot(
            long version,
            MinimaTable minima,
            Map<String, Integer> parties,
            Run[] runs,
            Slot[] fresh,
            int[] freshBoxes,
            int freshCount,
            int size) {
        this.version = version;
        this.minima = minima;
        this.parties = parties;
        this.runs = runs;
        this.fresh = fresh;
        this.freshBoxes = freshBoxes;
        this.freshCount = freshCount;
        this.size = size;
    }

    /** Number of volumes. */
    public int size() {
        return size;
    }

    /** Number of places that {@link #selfJoin(Parties, int, int, PairSink)} counts, those of removed volumes included. */
    public int slots() {
        int sum = freshCount;
        for (Run run : runs) {
            sum += run.size();
        }
        return sum;
    }

    /** Reports every volume that conflicts with one of an activity's; of the same id none. The probe comes first in each pair. */
    public void conflicts(Activity probe, Parties among, PairSink sink) {
        int party = party(probe);
        int[] query = new int[Box.SIZE];
        for (int i = 0; i < probe.volumes().size(); i++) {
            int number = i;
            Volume volume = probe.volumes().get(i);
            Box.write(volume, minima.widest(probe.kind()), query, 0);
            visit(query, 0, slot -> {
                if (compares(among, probe, party, slot)
                        && slot.conflicts(volume, minima.between(probe.kind(), slot.kind))) {
                    sink.conflict(probe, number, slot.activity, slot.number);
                }
                return true;
            });
        }
    }

    /** Whether anything conflicts with an activity. */
    public boolean anyConflict(Activity probe, Parties among) {
        int party = party(probe);
        int[] query = new int[Box.SIZE];
        for (Volume volume : probe.volumes()) {
            Box.write(volume, minima.widest(probe.kind()), query, 0);
            if (!visit(
                    query,
                    0,
                    slot -> !(compares(among, probe, party, slot)
                            && slot.conflicts(volume, minima.between(probe.kind(), slot.kind))))) {
                return true;
            }
        }
        return false;
    }

    private int party(Activity of) {
        return parties.getOrDefault(of.id().party(), NOBODY);
    }

    /** Every volume whose box comes near one of a probe's volumes: a superset of what conflicts. */
    public void candidates(Activity probe, int number, PairSink sink) {
        int[] query = new int[Box.SIZE];
        Box.write(probe.volumes().get(number), minima.widest(probe.kind()), query, 0);
        visit(query, 0, slot -> {
            sink.conflict(probe, number, slot.activity, slot.number);
            return true;
        });
    }

    /** Reports every conflicting pair of volumes once. */
    public void selfJoin(Parties among, PairSink sink) {
        selfJoin(among, 0, slots(), sink);
    }

    /** The same for the pairs that begin in a range of slots: ranges that part all slots give each pair once. */
    public void selfJoin(Parties among, int from, int until, PairSink sink) {
        int[] query = new int[Box.SIZE];
        int start = 0;
        for (int r = 0; r <= runs.length; r++) {
            Slot[] slots = r < runs.length ? runs[r].slots : fresh;
            int count = r < runs.length ? runs[r].size() : freshCount;
            for (int i = Math.max(0, from - start); i < Math.min(count, until - start); i++) {
                if (slots[i].seenBy(version)) {
                    join(slots[i], start + i, among, query, sink);
                }
            }
            start += count;
        }
    }

    private void join(Slot slot, int at, Parties among, int[] query, PairSink sink) {
        Activity activity = slot.activity;
        Volume volume = slot.volume();
        Box.write(volume, minima.widest(slot.kind), query, 0);
        visit(query, at + 1, other -> {
            if (compares(among, activity, slot.party, other)
                    && other.conflicts(volume, minima.between(slot.kind, other.kind))) {
                report(activity, slot.number, other, sink);
            }
            return true;
        });
    }

    private static boolean compares(Parties among, Activity probe, int party, Slot other) {
        return other.party != party
                || (among == Parties.ALL && !other.activity.id().equals(probe.id()));
    }

    private static void report(Activity probe, int number, Slot other, PairSink sink) {
        if (probe.id().compareTo(other.activity.id()) <= 0) {
            sink.conflict(probe, number, other.activity, other.number);
        } else {
            sink.conflict(other.activity, other.number, probe, number);
        }
    }

    /**
     * The volumes nearest to a footprint whatever their heights and windows, nearest first.
     *
     * @param within metres; at most {@link ExactTest#MEASURED}
     * @param limit how many at most
     */
    public List<Near> nearest(Footprint probe, double within, int limit) {
        if (!(within >= 0)) {
            throw new IllegalArgumentException("nearest within " + within + " m");
        }
        double most = Math.min(within, ExactTest.MEASURED);
        double ring = Math.min(most, FIRST_RING);
        while (true) {
            List<Near> found = near(probe, ring);
            if (found.size() >= limit || ring >= most) {
                return List.copyOf(found.subList(0, Math.min(limit, found.size())));
            }
            ring = Math.min(most, ring * 4);
        }
    }

    private List<Near> near(Footprint probe, double within) {
        List<Near> found = new ArrayList<>();
        int[] query = new int[Box.SIZE];
        // A ring may be wider than any minimum.
        Footprint ring = probe.withBuffer(probe.buffer() + (long) Math.ceil(within * 100));
        Box.write(new Volume(ring, Band.UNBOUNDED, ALWAYS), NOTHING, query, 0);
        visit(query, 0, slot -> {
            ExactTest.measure(probe, slot.footprint)
                    .filter(apart -> apart.metres() <= within)
                    .ifPresent(apart -> found.add(new Near(slot.activity, slot.number, apart.metres())));
            return true;
        });
        found.sort(Comparator.comparingDouble(Near::metres)
                .thenComparing(near -> near.activity().id())
                .thenComparingInt(Near::volume));
        return found;
    }

    /** Offers every slot from {@code from} on whose box meets the query, until one is refused. */
    private boolean visit(int[] query, int from, Predicate<Slot> visitor) {
        Tree.Hits hits = new Tree.Hits();
        int start = 0;
        for (Run run : runs) {
            if (from < start + run.size()) {
                run.tree.search(query, Math.max(0, from - start), hits);
                for (int i = 0; i < hits.count(); i++) {
                    Slot slot = run.slots[hits.position(i)];
                    if (slot.seenBy(version) && !visitor.test(slot)) {
                        return false;
                    }
                }
            }
            start += run.size();
        }
        for (int i = Math.max(0, from - start); i < freshCount; i++) {
            if (Box.meet(freshBoxes, i * Box.SIZE, query, 0) && fresh[i].seenBy(version) && !visitor.test(fresh[i])) {
                return false;
            }
        }
        return true;
    }

    /** The minima under which this index compares. */
    public MinimaTable minima() {
        return minima;
    }
}
