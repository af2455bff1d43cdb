package org.parley.picture;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Hash;

/**
 * The conflicts that were found, each by its id and by both of its subjects. It never changes.
 *
 * @param bySubject by the name of a subject, and by that of the other
 */
record Found(Trie<Hash, Conflict> byId, Trie<String, Trie<String, Conflict>> bySubject) {
    static final Found NONE = new Found(Trie.empty(), Trie.empty());

    /** With all conflicts of a subject that has none yet. */
    Found with(String subject, List<Conflict> conflicts) {
        Trie<Hash, Conflict> ids = byId;
        Trie<String, Trie<String, Conflict>> subjects = bySubject;
        Trie<String, Conflict> own = Trie.empty();
        for (Conflict conflict : conflicts) {
            String other = conflict.otherThan(subject);
            ids = ids.plus(conflict.id(), conflict);
            subjects = subjects.plus(other, of(other).plus(subject, conflict));
            own = own.plus(other, conflict);
        }
        return own.isEmpty() ? this : new Found(ids, subjects.plus(subject, own));
    }

    /** Without all conflicts of a subject. */
    Found without(String subject) {
        Trie<Hash, Conflict> ids = byId;
        Trie<String, Trie<String, Conflict>> subjects = bySubject.minus(subject);
        for (Conflict conflict : of(subject).values()) {
            String other = conflict.otherThan(subject);
            Trie<String, Conflict> left = of(other).minus(subject);
            ids = ids.minus(conflict.id());
            subjects = left.isEmpty() ? subjects.minus(other) : subjects.plus(other, left);
        }
        return new Found(ids, subjects);
    }

    /** Those of a subject, by the name of the other. */
    Trie<String, Conflict> of(String subject) {
        return bySubject.get(subject).orElseGet(Trie::empty);
    }

    Optional<Conflict> between(String one, String other) {
        return of(one).get(other);
    }
}
