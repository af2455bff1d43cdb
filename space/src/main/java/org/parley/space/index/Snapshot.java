package org.parley.space.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
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
    private static final int NOBODY = -1;
    private static final double FIRST_RING = 1_000;

    private final long version;
    private final MinimaTable minima;

    /** The number of each party; those of later snapshots may be in it too. */
    private final Map<String, Integer> parties;

    private final Part[] parts;
    private final int size;

    /** Worked out when it is first asked for; whoever does it at the same time comes to the same. */
    private volatile int[] order = {};

    Snapshot(long version, MinimaTable minima, Map<String, Integer> parties, Part[] parts, int size) {
        this.version = version;
        this.minima = minima;
        this.parties = parties;
        this.parts = parts;
        this.size = size;
    }

    /** Number of volumes. */
    public int size() {
        return size;
    }

    /** Number of places that {@link #selfJoin(Parties, int, int, PairSink)} counts, those of removed volumes included. */
    public int slots() {
        return Arrays.stream(parts).mapToInt(Part::size).sum();
    }

    /** Reports every volume that conflicts with one of an activity's; of the same id none. The probe comes first in each pair. */
    public void conflicts(Activity probe, Parties among, PairSink sink) {
        visitConflicts(probe, among, (a, number, b, other) -> {
            sink.conflict(a, number, b, other);
            return true;
        });
    }

    /** Whether anything conflicts with an activity. */
    public boolean anyConflict(Activity probe, Parties among) {
        return !visitConflicts(probe, among, (a, number, b, other) -> false);
    }

    /** Takes a pair, and says whether it wants more. */
    private interface Visitor {
        boolean take(Activity a, int number, Activity b, int other);
    }

    private boolean visitConflicts(Activity activity, Parties among, Visitor visitor) {
        int party = parties.getOrDefault(activity.id().party(), NOBODY);
        int kind = minima.number(activity.kind());
        Asking asking = new Asking(among);
        for (int i = 0; i < activity.volumes().size(); i++) {
            Slot probe = new Slot(activity, i);
            asking.take(probe, Strip.of(probe.volume(), party, kind));
            for (Part part : parts) {
                asking.search(probe, part, 0);
                for (int hit = 0; hit < asking.hits.count(); hit++) {
                    Slot slot = part.slot(asking.hits.position(hit));
                    if (!visitor.take(activity, i, slot.activity, slot.number)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * One volume that asks for conflicts; used again for the next. What its box meets goes through three sieves, each of which
     * looks at all that the one before let through: what one looks at lies together, and is fetched while it looks at others.
     */
    private final class Asking {
        final Hits hits = new Hits();
        private final int[] query = new int[Box.SIZE];
        private final Probe probe = new Probe();
        private final Parties among;

        Asking(Parties among) {
            this.among = among;
        }

        /** Takes one whose strip is not among the others. */
        void take(Slot slot, int[] strip) {
            Box.write(slot.volume(), query, 0);
            take(strip, 0);
        }

        void take(Part part, int position) {
            part.box(position, query, 0);
            take(part.strips(position), part.strip(position));
        }

        private void take(int[] strips, int strip) {
            probe.take(strips, strip);
            Box.grow(query, 0, minima.widest(probe.kind()), strips[strip + Strip.SHAPE] == Strip.UNTOLD);
        }

        /** Finds the positions from one on of all that conflicts with what was taken, which is that of a slot. */
        void search(Slot slot, Part part, int from) {
            part.search(query, from, hits);
            byWindowAndBand(part);
            byFootprint(part);
            bySlot(slot, part);
        }

        private void byWindowAndBand(Part part) {
            int kept = 0;
            for (int hit = 0; hit < hits.count(); hit++) {
                int position = hits.position(hit);
                int[] strips = part.strips(position);
                int strip = part.strip(position);
                boolean compared = among == Parties.ALL || strips[strip + Strip.PARTY] != probe.party();
                if (compared && probe.near(strips, strip, least(strips, strip))) {
                    hits.put(kept++, position);
                }
            }
            hits.cut(kept);
        }

        private Minima least(int[] strips, int strip) {
            return minima.between(probe.kind(), strips[strip + Strip.KIND]);
        }

        /** What is to be put to the exact test is kept as a number below nothing. */
        private void byFootprint(Part part) {
            int kept = 0;
            for (int hit = 0; hit < hits.count(); hit++) {
                int position = hits.position(hit);
                int[] strips = part.strips(position);
                int strip = part.strip(position);
                switch (probe.judge(strips, strip, least(strips, strip))) {
                    case CONFLICT -> hits.put(kept++, position);
                    case ASK -> hits.put(kept++, ~position);
                    case NO_CONFLICT -> {}
                }
            }
            hits.cut(kept);
        }

        private void bySlot(Slot asking, Part part) {
            int kept = 0;
            for (int hit = 0; hit < hits.count(); hit++) {
                boolean asked = hits.position(hit) < 0;
                int position = asked ? ~hits.position(hit) : hits.position(hit);
                Slot slot = part.slot(position);
                boolean another = party(part, position) != probe.party() || isAnother(slot, asking);
                if (slot.seenBy(version) && another && (!asked || conflicts(slot, asking))) {
                    hits.put(kept++, position);
                }
            }
            hits.cut(kept);
        }

        private boolean isAnother(Slot slot, Slot asking) {
            return among == Parties.DIFFERENT || !slot.activity.id().equals(asking.activity.id());
        }

        private boolean conflicts(Slot slot, Slot asking) {
            Minima least = minima.between(slot.activity.kind(), asking.activity.kind());
            return ExactTest.conflict(asking.volume(), slot.volume(), least);
        }
    }

    /** Every volume whose box comes near one of a probe's volumes: a superset of what conflicts. */
    public void candidates(Activity probe, int number, PairSink sink) {
        int[] query = new int[Box.SIZE];
        Volume volume = probe.volumes().get(number);
        Box.write(volume, query, 0);
        Box.grow(query, 0, minima.widest(probe.kind()), volume.band() instanceof Band.Levels);
        visit(query, slot -> sink.conflict(probe, number, slot.activity, slot.number));
    }

    /** Offers every slot whose box meets the query. */
    private void visit(int[] query, Consumer<Slot> visitor) {
        Hits hits = new Hits();
        for (Part part : parts) {
            part.search(query, 0, hits);
            for (int hit = 0; hit < hits.count(); hit++) {
                Slot slot = part.slot(hits.position(hit));
                if (slot.seenBy(version)) {
                    visitor.accept(slot);
                }
            }
        }
    }

    /** Reports every conflicting pair of volumes once. */
    public void selfJoin(Parties among, PairSink sink) {
        selfJoin(among, 0, slots(), sink);
    }

    /** The same for the pairs that begin in a range of slots: ranges that part all slots give each pair once. */
    public void selfJoin(Parties among, int from, int until, PairSink sink) {
        Asking asking = new Asking(among);
        int start = 0;
        for (int first = 0; first < parts.length; first++) {
            Part part = parts[first];
            for (int i = Math.max(0, from - start); i < Math.min(part.size(), until - start); i++) {
                if (part.slot(i).seenBy(version)) {
                    asking.take(part, i);
                    join(asking, first, i, sink);
                }
            }
            start += part.size();
        }
    }

    /** Pairs of one with itself and with all that come after it. */
    private void join(Asking asking, int first, int position, PairSink sink) {
        int[] order = order();
        Slot slot = parts[first].slot(position);
        int party = order[party(parts[first], position)];
        for (int p = first; p < parts.length; p++) {
            asking.search(slot, parts[p], p == first ? position + 1 : 0);
            for (int hit = 0; hit < asking.hits.count(); hit++) {
                int there = asking.hits.position(hit);
                Slot other = parts[p].slot(there);
                int theirs = order[party(parts[p], there)];
                boolean inOrder =
                        party < theirs || (party == theirs && slot.activity.id().compareTo(other.activity.id()) <= 0);
                report(inOrder ? slot : other, inOrder ? other : slot, sink);
            }
        }
    }

    private static int party(Part part, int position) {
        return part.strips(position)[part.strip(position) + Strip.PARTY];
    }

    private static void report(Slot one, Slot other, PairSink sink) {
        sink.conflict(one.activity, one.number, other.activity, other.number);
    }

    /** Of each party by its number, how many come before it: ids are ordered by party first, and names lie far away. */
    private int[] order() {
        if (order.length == 0) {
            order = ordered();
        }
        return order;
    }

    private int[] ordered() {
        Map<String, Integer> numbers = Map.copyOf(parties);
        List<String> names = numbers.keySet().stream()
                .sorted(Comparator.comparing(name -> new ActivityId(name, "")))
                .toList();
        int[] before = new int[1 + Collections.max(numbers.values())];
        for (int i = 0; i < names.size(); i++) {
            before[Objects.requireNonNull(numbers.get(names.get(i)))] = i;
        }
        return before;
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
        Box.write(new Volume(ring, Band.UNBOUNDED, ALWAYS), query, 0);
        visit(
                query,
                slot -> ExactTest.measure(probe, slot.volume().footprint())
                        .filter(apart -> apart.metres() <= within)
                        .ifPresent(apart -> found.add(new Near(slot.activity, slot.number, apart.metres()))));
        found.sort(Comparator.comparingDouble(Near::metres)
                .thenComparing(near -> near.activity().id())
                .thenComparingInt(Near::volume));
        return found;
    }

    /** The minima under which this index compares. */
    public MinimaTable minima() {
        return minima;
    }
}
