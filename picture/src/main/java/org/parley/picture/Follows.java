package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.record.Precedence;
import org.parley.record.agreement.Agreement;

/** What follows about a subject from receipts and terms. It changes nothing: many threads may ask at once. */
record Follows(OnLine onLine, Stored stored, List<Agreements.InForce> agreements, List<Measures.InForce> measures) {
    /** Of what others must keep away from: the kinds of it. */
    static final Set<String> TAKE_SPACE = Set.of("activity", "distress");

    /**
     * All that follows.
     *
     * @param plan what of it counts; empty where nothing does
     * @param said what it takes of space and time; empty where it takes none, or no more
     */
    record All(Subject subject, Optional<Plan> plan, Optional<Said> said, Judged judged) {}

    /**
     * What is owed about it, and what of it breaks the agreement.
     *
     * @param flash whether it is to be looked at at once
     */
    record Judged(String subject, List<Duty> duties, boolean flash, List<Breach> breaches) {}

    All all(Subject subject) {
        List<Counted> counted = counted(subject);
        return new All(subject, plan(subject, counted), said(subject, counted), judged(subject));
    }

    /** What of it counts; empty where nothing does. */
    Optional<Plan> plan(Subject subject) {
        return plan(subject, counted(subject));
    }

    private static Optional<Plan> plan(Subject subject, List<Counted> counted) {
        return counted.isEmpty() ? Optional.empty() : Optional.of(Plan.of(subject, counted));
    }

    private List<Counted> counted(Subject subject) {
        return takesSpace(subject) ? Counted.of(subject, onLine.counterparts(subject.owner()), stored) : List.of();
    }

    private static Optional<Said> said(Subject subject, List<Counted> counted) {
        List<Taken> taken = takesSpace(subject)
                ? Taken.of(subject, counted)
                : subject.isTakenBack() ? List.of() : Taken.of(subject);
        return taken.isEmpty() ? Optional.empty() : Optional.of(Said.of(subject, taken));
    }

    private static boolean takesSpace(Subject subject) {
        return TAKE_SPACE.contains(subject.kind().name())
                && subject.versions().stream()
                        .anyMatch(version -> !version.volumes().isEmpty());
    }

    Judged judged(Subject subject) {
        return new Judged(
                subject.name(),
                Duties.of(subject, onLine.members(), stored, terms()),
                Precedence.of(subject.current().record().envelope().precedence()) == Precedence.FLASH,
                Breaches.of(subject, onLine.counterparts(subject.owner()), stored, this::termsOf));
    }

    private Agreement terms() {
        return Agreements.inForce(agreements);
    }

    /**
     * A record is judged by the agreement that it says it was written under, if that was ever in force, and by the measures that
     * were in force when it was written.
     */
    private Breaches.Terms termsOf(Held record) {
        Agreement agreement = agreementOf(record);
        return new Breaches.Terms(agreement, Measures.at(record.envelope().at(), agreement, measures));
    }

    private Agreement agreementOf(Held record) {
        return record.envelope()
                .under()
                .flatMap(under -> agreements.stream()
                        .filter(inForce -> inForce.record().equals(under))
                        .findFirst())
                .map(Agreements.InForce::terms)
                .orElseGet(this::terms);
    }
}
