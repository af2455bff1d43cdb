package org.parley.space.ending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.space.Activity;
import org.parley.space.Limits;
import org.parley.space.Volume;
import org.parley.space.height.Band;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.window.Window;

/**
 * What would end the conflicts of one activity with everything in a snapshot: one change at a time, each verified by the
 * exact test before it is offered. Empty where there is no conflict, or no such change within the limits.
 */
public final class Endings {
    private static final int MOST_BANDS_TRIED = 500;

    /** A shift turns about the middle of the earth, where the radii of curvature differ by 1.01 at most. */
    private static final double SHIFT_SHARE = 0.985;

    private final Activity activity;
    private final Snapshot snapshot;
    private final Parties parties;

    public Endings(Activity activity, Snapshot snapshot, Parties parties) {
        this.activity = activity;
        this.snapshot = snapshot;
        this.parties = parties;
    }

    private boolean conflicts(Activity changed) {
        return snapshot.anyConflict(changed, parties);
    }

    /** One conflicting pair: a volume of the activity and one of another's. */
    private record Pair(int number, Volume own, Volume other, Minima minima) {}

    /** What conflicts with the activity once its volumes are changed; the pairs hold the volumes as they were. */
    private List<Pair> pairs(Activity changed) {
        List<Pair> pairs = new ArrayList<>();
        snapshot.conflicts(changed, parties, (a, i, b, j) -> {
            Minima minima = snapshot.minima().between(a.kind(), b.kind());
            pairs.add(new Pair(i, activity.volumes().get(i), b.volumes().get(j), minima));
        });
        return pairs;
    }

    /** A stretch of shifts after which a pair would conflict, both ends not in it. */
    private record Forbidden(long from, long until) {
        boolean holds(long shift) {
            return from < shift && shift < until;
        }
    }

    /**
     * The earliest later start. A pair conflicts in time exactly while other.from − own.until − t {@literal <} shift
     * {@literal <} other.until + t − own.from, so the answer is the first shift that no such stretch holds.
     */
    public Optional<Ending.Later> later() {
        Activity anytime = activity.with(volume -> new Volume(
                volume.footprint(),
                volume.band(),
                new Window(volume.window().from(), volume.window().until() + Limits.LATEST)));
        List<Forbidden> stretches = pairs(anytime).stream()
                .map(pair -> {
                    Window own = pair.own.window();
                    Window other = pair.other.window();
                    long t = pair.minima.time();
                    return new Forbidden(other.from() - own.until() - t, other.until() + t - own.from());
                })
                .sorted(Comparator.comparingLong(Forbidden::from))
                .toList();
        long shift = firstFree(stretches);
        if (shift == 0 || shift > Limits.LATEST) {
            return Optional.empty();
        }
        Activity then = activity.with(volume ->
                new Volume(volume.footprint(), volume.band(), volume.window().later(shift)));
        return conflicts(then) ? Optional.empty() : Optional.of(new Ending.Later(shift, then));
    }

    private static long firstFree(List<Forbidden> stretches) {
        long shift = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Forbidden stretch : stretches) {
                if (stretch.holds(shift)) {
                    shift = stretch.until;
                    moved = true;
                }
            }
        }
        return shift;
    }

    /**
     * The nearest free band, up or down; at equal distance up. Only for bands that are bounded both ways and all in
     * metres or all in levels.
     *
     * @param floor no lower band is offered that begins below this, in centimetres above the ellipsoid
     */
    public Optional<Ending.OtherBand> otherBand(int floor) {
        boolean inLevels = activity.volumes().stream().allMatch(volume -> volume.band() instanceof Band.Levels);
        boolean inMetres = activity.volumes().stream().allMatch(volume -> volume.band() instanceof Band.Metres);
        boolean bounded = activity.volumes().stream().allMatch(volume -> bounded(volume.band()));
        if (!bounded || !(inLevels || inMetres) || !conflicts(activity)) {
            return Optional.empty();
        }
        Activity anyHeight = activity.with(volume -> new Volume(volume.footprint(), Band.UNBOUNDED, volume.window()));
        List<Forbidden> stretches = merged(
                pairs(anyHeight).stream().map(pair -> stretch(pair, inLevels)).toList());
        return stretches.stream()
                .flatMap(stretch -> Stream.of(stretch.from, stretch.until))
                .map(shift -> inLevels ? wholeLevels(shift) : shift)
                .filter(shift -> shift != 0 && withinLimits(shift, inLevels, floor))
                .distinct()
                .sorted(Comparator.<Long>comparingLong(Math::abs).thenComparing(Comparator.reverseOrder()))
                .limit(MOST_BANDS_TRIED)
                .map(shift -> new Ending.OtherBand(
                        inLevels,
                        shift,
                        activity.with(volume ->
                                new Volume(volume.footprint(), shifted(volume.band(), shift), volume.window()))))
                .filter(ending -> !conflicts(ending.then()))
                .findFirst();
    }

    /** The same shifts in as few stretches as will do, apart from each other: only their ends can be free. */
    private static List<Forbidden> merged(List<Forbidden> stretches) {
        List<Forbidden> merged = new ArrayList<>();
        for (Forbidden next : stretches.stream()
                .sorted(Comparator.comparingLong(Forbidden::from))
                .toList()) {
            if (!merged.isEmpty() && next.from < merged.getLast().until) {
                Forbidden last = merged.removeLast();
                merged.add(new Forbidden(last.from, Math.max(last.until, next.until)));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static boolean bounded(Band band) {
        return switch (band) {
            case Band.Metres metres -> metres.lower() != Band.BOTTOMLESS && metres.upper() != Band.TOPLESS;
            case Band.Levels levels -> levels.lower() != Band.BOTTOMLESS && levels.upper() != Band.TOPLESS;
        };
    }

    private static final int FEET_IN_LEVEL = 100;
    private static final double CENTIMETRES_IN_FOOT = 30.48;

    private static long wholeLevels(long feet) {
        long away = (Math.abs(feet) + FEET_IN_LEVEL - 1) / FEET_IN_LEVEL * FEET_IN_LEVEL;
        return feet < 0 ? -away : away;
    }

    /** Where bands that touch already meet, one unit more is needed. */
    private static Forbidden stretch(Pair pair, boolean inLevels) {
        Minima minima = pair.minima;
        if (inLevels && minima.levels().isPresent() && pair.other.band() instanceof Band.Levels other) {
            Band.Levels own = (Band.Levels) pair.own.band();
            long least = Math.max(1, minima.levels().getAsLong());
            return new Forbidden(other.lower() - (long) own.upper() - least, other.upper() + least - own.lower());
        }
        Band.Metres own = pair.own.band().hae();
        Band.Metres other = pair.other.band().hae();
        long least = Math.max(1, minima.vertical());
        long from = other.lower() - (long) own.upper() - least;
        long until = other.upper() + least - own.lower();
        return inLevels
                ? new Forbidden(
                        (long) Math.floor(from / CENTIMETRES_IN_FOOT), (long) Math.ceil(until / CENTIMETRES_IN_FOOT))
                : new Forbidden(from, until);
    }

    private boolean withinLimits(long shift, boolean inLevels, int floor) {
        double metres = inLevels ? shift * CENTIMETRES_IN_FOOT / 100 : shift / 100.0;
        return activity.volumes().stream().map(Volume::band).allMatch(band -> {
            boolean high = !(band instanceof Band.Levels levels)
                    || (levels.lower() + shift >= 0 && levels.upper() + shift <= Limits.HIGHEST_LEVEL * FEET_IN_LEVEL);
            double lower = band.hae().lower() / 100.0 + metres;
            double upper = band.hae().upper() / 100.0 + metres;
            boolean aboveFloor = band.hae().lower() == Band.BOTTOMLESS || shift > 0 || lower >= floor / 100.0;
            boolean belowTop = band.hae().upper() == Band.TOPLESS || upper <= Limits.HIGHEST;
            return high && aboveFloor && belowTop;
        });
    }

    private static Band shifted(Band band, long shift) {
        return switch (band) {
            case Band.Metres metres -> moved(metres, shift);
            case Band.Levels levels -> {
                long centimetres = Math.round(shift * CENTIMETRES_IN_FOOT);
                yield new Band.Levels(
                        Math.toIntExact(levels.lower() + shift),
                        Math.toIntExact(levels.upper() + shift),
                        moved(levels.hae(), centimetres));
            }
        };
    }

    private static Band.Metres moved(Band.Metres band, long centimetres) {
        return new Band.Metres(
                band.lower() == Band.BOTTOMLESS ? Band.BOTTOMLESS : Math.toIntExact(band.lower() + centimetres),
                band.upper() == Band.TOPLESS ? Band.TOPLESS : Math.toIntExact(band.upper() + centimetres));
    }

    /**
     * The smallest sideways shift of all bearings tried. Along a bearing, a pair that lies nearer than its minimum needs
     * at least what is missing, so nothing free is stepped over by going that far at once, until {@code
     * Limits.SHIFT_STEPS}: then each step is a tenth longer, and the shift offered no more than a tenth too long.
     */
    public Optional<Ending.Sideways> sideways() {
        Optional<Ending.Sideways> best = Optional.empty();
        double least = Limits.FARTHEST_SHIFT;
        int[] measured = {0};
        if (!conflicts(activity)) {
            return best;
        }
        for (int i = 0; i < Limits.BEARINGS; i++) {
            int bearing = i * 360 / Limits.BEARINGS;
            Optional<Ending.Sideways> found = along(bearing, least, measured);
            if (found.isPresent()) {
                best = found;
                least = found.get().metres();
            }
        }
        return best;
    }

    private Optional<Ending.Sideways> along(int bearing, double limit, int[] measured) {
        double azimuth = StrictMath.toRadians(bearing);
        double metres = 0;
        double least = Limits.SHIFT_STEP;
        Activity then = activity;
        for (int step = 1; measured[0] < Limits.SHIFT_PAIRS; step++) {
            double missing = missing(then, measured);
            if (missing <= 0) {
                return Optional.of(new Ending.Sideways(metres, bearing, then));
            }
            least = step > Limits.SHIFT_STEPS ? Math.max(least, metres / 10) : least;
            metres = Math.ceil(metres + Math.max(least, SHIFT_SHARE * missing));
            if (metres >= limit) {
                return Optional.empty();
            }
            double shift = metres;
            then = activity.with(
                    volume -> new Volume(volume.footprint().shifted(azimuth, shift), volume.band(), volume.window()));
        }
        return Optional.empty();
    }

    /** The metres that are missing at most from any pair's minimum; 0 when nothing conflicts. */
    private double missing(Activity changed, int[] measured) {
        double[] most = {0};
        snapshot.conflicts(changed, parties, (a, i, b, j) -> {
            measured[0]++;
            Minima minima = snapshot.minima().between(a.kind(), b.kind());
            double missing = ExactTest.missing(
                    a.volumes().get(i).footprint(), b.volumes().get(j).footprint(), minima.horizontal() / 100.0);
            most[0] = Math.max(most[0], Math.max(Limits.ERROR_BAND, missing));
        });
        return most[0];
    }
}
