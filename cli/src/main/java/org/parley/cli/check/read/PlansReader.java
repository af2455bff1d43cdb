package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Problem;
import org.parley.space.height.HeightTerms;

/** Reads files of activities; features of the same party and the same id are volumes of one activity. */
public final class PlansReader {
    private final HeightTerms terms;
    private final boolean keepText;
    private final Complaints complaints;
    private final Map<ActivityId, Draft> drafts = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final AtomicInteger volumes = new AtomicInteger();

    /** @param keepText whether each feature's text is kept for the output */
    public PlansReader(HeightTerms terms, boolean keepText, Complaints complaints) {
        this.terms = terms;
        this.keepText = keepText;
        this.complaints = complaints;
    }

    /** An activity while its volumes come in. */
    private record Draft(ActivityId id, String kind, List<Given> given) {
        Activity activity() {
            return new Activity(id, kind, given.stream().map(Given::volume).toList());
        }
    }

    /** Adds what a source holds. */
    public void read(Source source) {
        new Intake<>(source, feature -> VolumeEntry.enter(feature, terms), keepText, complaints, this::take).run();
    }

    /** Volumes read so far; may be asked from another thread. */
    public int volumes() {
        return volumes.get();
    }

    private void take(Origin origin, EnteredVolume entered, Optional<String> text) {
        Draft known = drafts.get(entered.id());
        if (known == null) {
            ActivityId id = new ActivityId(
                    names.computeIfAbsent(entered.id().party(), name -> name),
                    entered.id().activity());
            known = new Draft(id, names.computeIfAbsent(entered.kind(), name -> name), new ArrayList<>(1));
            drafts.put(id, known);
        }
        if (!known.kind().equals(entered.kind())) {
            String reason = "differs from kind \"" + known.kind() + "\" of the same activity at "
                    + known.given().getFirst().origin();
            complaints.refused(
                    origin,
                    List.of(new Problem(
                            "kind",
                            "\"" + entered.kind() + "\"",
                            reason,
                            "give all its volumes one kind, or another id")));
            return;
        }
        known.given().add(new Given(volumes.getAndIncrement(), entered.volume(), origin, text));
    }

    /** Everything read. */
    public Plans plans() {
        List<Draft> sorted = new ArrayList<>(drafts.values());
        sorted.sort((a, b) -> a.id().compareTo(b.id()));
        long parties =
                sorted.stream().map(draft -> draft.id().party()).distinct().count();
        return new Plans(
                sorted.stream().map(Draft::activity).toList(),
                sorted.stream().map(Draft::given).toList(),
                volumes.get(),
                (int) parties);
    }
}
