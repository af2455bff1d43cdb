package org.parley.picture;

import java.util.Collection;
import java.util.Optional;
import org.parley.record.agreement.Agreement;
import org.pcollections.PMap;

/** What follows from the records and receipts that were taken. It never changes, and may be read by any thread. */
public final class Picture {
    private final PMap<String, Subject> subjects;
    private final PMap<String, String> subjectOf;
    private final Optional<Agreements.InForce> agreement;
    private final PMap<String, Conflict> conflicts;

    Picture(
            PMap<String, Subject> subjects,
            PMap<String, String> subjectOf,
            Optional<Agreements.InForce> agreement,
            PMap<String, Conflict> conflicts) {
        this.subjects = subjects;
        this.subjectOf = subjectOf;
        this.agreement = agreement;
        this.conflicts = conflicts;
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
}
