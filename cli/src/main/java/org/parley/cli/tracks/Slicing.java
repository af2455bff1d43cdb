package org.parley.cli.tracks;

import java.util.ArrayList;
import java.util.List;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

/**
 * Cuts flights into slices of time.
 *
 * <p>A slice owns the positions from its first to its last, all with one kind of height, and leads to the first position
 * of the next, where it ends: windows are half-open, so each position belongs to the slice that owns it and no time
 * between two positions is left out. After a gap or a jump nothing is joined.
 *
 * <pre>
 *   positions   o----o----o----o----o         o----o
 *   slices      [==========)[=======]         [====]
 *                                    gap > 120 s
 * </pre>
 */
final class Slicing {
    /** No aircraft of 400 m/s is farther away after 120 s; it is known before any geodesic is computed. */
    private static final double FAR = 0.1;

    private final long length;
    private final Tally tally;

    /** @param length of a slice in milliseconds; a single leg between two positions may last longer */
    Slicing(long length, Tally tally) {
        this.length = length;
        this.tally = tally;
    }

    List<Slice> cut(Flight flight) {
        List<Slice> slices = new ArrayList<>();
        List<Fix> fixes = flight.fixes();
        int begin = 0;
        for (int i = 1; i <= fixes.size(); i++) {
            if (i == fixes.size() || parted(fixes.get(i - 1), fixes.get(i))) {
                run(fixes.subList(begin, i), slices);
                begin = i;
            }
        }
        tally.volumes += slices.size();
        return slices;
    }

    private boolean parted(Fix before, Fix after) {
        if (after.time() - before.time() > Limits.GAP) {
            tally.gaps++;
            return true;
        }
        if (isJump(before, after)) {
            tally.jumps++;
            return true;
        }
        return false;
    }

    /** Times are often whole seconds: between two positions of the same second an aircraft may fly on for one. */
    private static boolean isJump(Fix before, Fix after) {
        Place from = before.place();
        Place to = after.place();
        boolean eitherWayRound = Math.abs((long) from.lon() - to.lon()) == 180L * Place.DEGREE;
        if (eitherWayRound || from.unit().minus(to.unit()).length() > FAR) {
            return true;
        }
        double seconds = Math.max(1, (after.time() - before.time()) / 1000.0);
        return Geodesic.distance(from, to) > Limits.SPEED * seconds;
    }

    private void run(List<Fix> run, List<Slice> slices) {
        int start = 0;
        while (start < run.size()) {
            int last = start;
            while (last + 1 < run.size() && owns(run, start, last + 1)) {
                last++;
            }
            slices.add(slice(run, start, last));
            start = last + 1;
        }
    }

    /** Whether a slice owns one more position: it then leads on to the one after it, if there is one. */
    private boolean owns(List<Fix> run, int start, int next) {
        if (run.get(next).source() != run.get(start).source() || next - start >= Limits.POSITIONS) {
            return false;
        }
        boolean isLast = next + 1 == run.size();
        boolean firstLeg = next == start + 1;
        int end = isLast ? next : next + 1;
        return run.get(end).time() - run.get(start).time() <= length || (isLast && firstLeg);
    }

    private static Slice slice(List<Fix> run, int start, int last) {
        int end = Math.min(last + 1, run.size() - 1);
        Fix.Source source = run.get(start).source();
        List<Place> line = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = start; i <= end; i++) {
            Fix fix = run.get(i);
            if (line.isEmpty() || !line.getLast().equals(fix.place())) {
                line.add(fix.place());
            }
            if (fix.source() == source) {
                lowest = Math.min(lowest, fix.feet());
                highest = Math.max(highest, fix.feet());
            }
        }
        long until = Math.max(run.get(last).time() + 1, run.get(end).time());
        return new Slice(line, run.get(start).time(), until, source, lowest, highest);
    }
}
