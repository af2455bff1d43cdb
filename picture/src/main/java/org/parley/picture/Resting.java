package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.record.Mechanism;

/**
 * Which subjects may rest: those that are over, of which all is done that was owed, and that take no space. Nothing that comes
 * can have to do with them, but a record that names one of theirs, and that wakes them.
 */
final class Resting {
    /** What must have been said of a subject of a kind, one of these; nothing where it is over when all is done. Others never rest. */
    private static final Map<String, Set<String>> OVER = Map.of(
            "activity", Set.of("stopped", "withdrawn"),
            "draft", Set.of("released", "dropped"),
            "force-claim", Set.of(),
            "hold", Set.of("withdrawn"),
            "look-up", Set.of(),
            "message", Set.of(),
            "query", Set.of(),
            "read-back-request", Set.of(),
            "stop", Set.of("lifted", "withdrawn"));

    private final Function<String, Optional<Dossier>> dossiers;
    private final Picture picture;
    private final long before;

    /**
     * @param dossiers of the subjects in memory, by the name of one of their records
     * @param before what was said then or later keeps its subject awake, in milliseconds since 1970
     */
    Resting(Function<String, Optional<Dossier>> dossiers, Picture picture, long before) {
        this.dossiers = dossiers;
        this.picture = picture;
        this.before = before;
    }

    /** The rule in words, the same in every run. */
    static String words() {
        return OVER.entrySet().stream()
                .map(over ->
                        over.getKey() + ": " + over.getValue().stream().sorted().toList())
                .sorted()
                .toList()
                .toString();
    }

    /** The family of a subject that may rest with all of it: itself the first, and the calls about it. */
    Optional<List<Dossier>> family(Subject subject) {
        List<Dossier> family = new ArrayList<>();
        return isRoot(subject) && add(subject, family) ? Optional.of(family) : Optional.empty();
    }

    /** A call about something that is here rests with that. */
    private boolean isRoot(Subject subject) {
        return subject.kind().mechanism() != Mechanism.CALL
                || subject.current()
                        .record()
                        .about()
                        .flatMap(about -> dossiers.apply(about.record()))
                        .isEmpty();
    }

    private boolean add(Subject subject, List<Dossier> family) {
        Optional<Dossier> dossier = dossiers.apply(subject.name());
        if (dossier.isEmpty() || !isOver(subject, dossier.get())) {
            return false;
        }
        family.add(dossier.get());
        return picture.calls(subject).stream().allMatch(call -> add(call, family));
    }

    private boolean isOver(Subject subject, Dossier dossier) {
        Optional<Set<String>> over = Optional.ofNullable(OVER.get(subject.kind().name()));
        return over.filter(words -> words.isEmpty()
                                || words.stream()
                                        .anyMatch(word -> subject.last(word).isPresent()))
                        .isPresent()
                && dossier.latest() < before
                && !dossier.isHeard()
                && picture.duties(subject.name()).stream().allMatch(this::isDone)
                && picture.takesNothing(subject);
    }

    private boolean isDone(Duty duty) {
        return duty.met().isPresent()
                && duty.since().isPresent()
                && duty.since().getAsLong() < before;
    }
}
