package org.parley.picture;

import java.util.Optional;
import org.parley.ledger.Hash;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The conflicts that were found, each by its id and by both of its subjects. It never changes.
 *
 * @param bySubject by the name of a subject, and by that of the other
 */
record Found(PMap<Hash, Conflict> byId, PMap<String, PMap<String, Conflict>> bySubject) {
    static final Found NONE = new Found(HashTreePMap.empty(), HashTreePMap.empty());

    Found with(Conflict conflict) {
        String a = conflict.a();
        String b = conflict.b();
        return new Found(
                byId.plus(conflict.id(), conflict),
                bySubject.plus(a, of(a).plus(b, conflict)).plus(b, of(b).plus(a, conflict)));
    }

    /** Without all conflicts of a subject. */
    Found without(String subject) {
        PMap<Hash, Conflict> ids = byId;
        PMap<String, PMap<String, Conflict>> subjects = bySubject.minus(subject);
        for (Conflict conflict : of(subject).values()) {
            String other = conflict.a().equals(subject) ? conflict.b() : conflict.a();
            PMap<String, Conflict> left = of(other).minus(subject);
            ids = ids.minus(conflict.id());
            subjects = left.isEmpty() ? subjects.minus(other) : subjects.plus(other, left);
        }
        return new Found(ids, subjects);
    }

    /** Those of a subject, by the name of the other. */
    PMap<String, Conflict> of(String subject) {
        return bySubject.getOrDefault(subject, HashTreePMap.empty());
    }

    Optional<Conflict> between(String one, String other) {
        return Optional.ofNullable(of(one).get(other));
    }
}
