package org.parley.cli.check.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.ending.Ending;
import org.parley.space.ending.Endings;
import org.parley.space.height.Band;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;

/** What would end the conflicts of an activity, worked out once for each. Safe for use by several threads. */
public final class Suggestions {
    private final Optional<Snapshot> snapshot;
    private final Parties parties;
    private final ToIntFunction<Activity> floor;
    private final Map<ActivityId, List<Ending>> known = new ConcurrentHashMap<>();

    private Suggestions(Optional<Snapshot> snapshot, Parties parties, ToIntFunction<Activity> floor) {
        this.snapshot = snapshot;
        this.parties = parties;
        this.floor = floor;
    }

    /** None are asked for. */
    public static Suggestions none() {
        return new Suggestions(Optional.empty(), Parties.DIFFERENT, activity -> 0);
    }

    /** Suggestions against everything in a snapshot. */
    public static Suggestions among(Snapshot snapshot, Parties parties, HeightTerms terms) {
        return new Suggestions(
                Optional.of(snapshot),
                parties,
                terms.terrain()
                        .<ToIntFunction<Activity>>map(terrain -> activity -> (int) Math.ceil(terrain.high() * 100))
                        .orElse(Suggestions::lowest));
    }

    /** Where the ground is not known, no lower band is offered than the activity has. */
    private static int lowest(Activity activity) {
        return activity.volumes().stream()
                .map(volume -> volume.band().hae())
                .mapToInt(Band.Metres::lower)
                .min()
                .orElse(0);
    }

    /** Whether they are asked for. */
    boolean wanted() {
        return snapshot.isPresent();
    }

    /** The changes of one activity, each of which ends all of its conflicts. */
    List<Ending> of(Activity activity) {
        return snapshot.map(all -> known.computeIfAbsent(activity.id(), id -> work(activity, all)))
                .orElse(List.of());
    }

    private List<Ending> work(Activity activity, Snapshot all) {
        Endings endings = new Endings(activity, all, parties);
        return Stream.<Optional<? extends Ending>>of(
                        endings.later(), endings.otherBand(floor.applyAsInt(activity)), endings.sideways())
                .<Ending>flatMap(Optional::stream)
                .toList();
    }

    /** A change in words: {@code begin 600 s later}. */
    static String text(Ending ending) {
        return switch (ending) {
            case Ending.Later later -> "begin " + Figures.seconds(later.milliseconds()) + " s later";
            case Ending.OtherBand band ->
                (band.by() < 0 ? "lower by " : "higher by ")
                        + (band.inLevels()
                                ? Figures.levels(Math.abs(band.by())) + " levels"
                                : Figures.metres(Math.abs(band.by())) + " m");
            case Ending.Sideways sideways ->
                "move " + Math.round(sideways.metres()) + " m towards " + sideways.bearing() + "°";
        };
    }
}
