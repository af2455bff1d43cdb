package org.parley.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.PartyName;
import org.parley.record.agreement.Agreement;
import org.pcollections.PMap;

/** What follows from the records and receipts that were taken. It never changes, and may be read by any thread. */
public final class Picture {
    private final PMap<String, Subject> subjects;
    private final PMap<String, String> subjectOf;
    private final Optional<Agreements.InForce> agreement;
    private final PMap<String, Conflict> conflicts;
    private final PMap<String, List<Duty>> duties;

    Picture(
            PMap<String, Subject> subjects,
            PMap<String, String> subjectOf,
            Optional<Agreements.InForce> agreement,
            PMap<String, Conflict> conflicts,
            PMap<String, List<Duty>> duties) {
        this.subjects = subjects;
        this.subjectOf = subjectOf;
        this.agreement = agreement;
        this.conflicts = conflicts;
        this.duties = duties;
    }

    /** All subjects. */
    public Collection<Subject> subjects() {
        return subjects.values();
    }

    /** The subject that a record of this name belongs to. */
    public Optional<Subject> subject(String record) {
        return Optional.ofNullable(subjectOf.get(record)).map(subjects::get);
    }

    /** The terms in force; empty where nothing was concluded: then the usual ones are computed with, and bind nobody. */
    public Optional<Agreement> agreement() {
        return agreement.map(Agreements.InForce::terms);
    }

    /** All conflicts. */
    public Collection<Conflict> conflicts() {
        return conflicts.values();
    }

    /** The conflict of two subjects, in either order. */
    public Optional<Conflict> conflict(String one, String other) {
        return conflicts().stream()
                .filter(conflict -> (conflict.a().equals(one) && conflict.b().equals(other))
                        || (conflict.a().equals(other) && conflict.b().equals(one)))
                .findFirst();
    }

    /** What is owed about the subject of this name, the met duties too. */
    public List<Duty> duties(String subject) {
        return duties.getOrDefault(subject, List.of());
    }

    /** What a party owes at an instant and has not met, the next to be due first. */
    public List<Duty> open(PartyName party, long instant) {
        return duties.values().stream()
                .flatMap(List::stream)
                .filter(duty -> duty.owedBy().equals(party))
                .filter(duty -> switch (duty.at(instant)) {
                    case RUNNING, SUPERVISOR, OVERDUE -> true;
                    case NOT_DELIVERED, MET, MET_LATE -> false;
                })
                .sorted(Comparator.<Duty>comparingLong(duty -> duty.due().orElse(Long.MAX_VALUE))
                        .thenComparing(duty -> duty.about().record())
                        .thenComparing(Duty::what))
                .toList();
    }
}
