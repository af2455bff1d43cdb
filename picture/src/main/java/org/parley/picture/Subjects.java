package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All subjects, and ways to find them. It never changes.
 *
 * @param byRecord the name of its subject by that of each record but the first, which has the same
 * @param byKind their names by kind
 * @param running the activities that nobody has reported stopped, by their planned end
 */
record Subjects(
        Trie<String, Subject> byName,
        Trie<String, String> byRecord,
        PMap<String, Trie<String, String>> byKind,
        Timeline<String, String> running) {
    static final Subjects NONE = new Subjects(Trie.empty(), Trie.empty(), HashTreePMap.empty(), Timeline.empty());

    /** With what a subject is now. */
    Subjects with(Subject subject) {
        Optional<Subject> before = named(subject.name());
        String kind = subject.kind().name();
        return new Subjects(
                byName.plus(subject.name(), subject),
                byRecord,
                before.isPresent() ? byKind : byKind.plus(kind, names(kind).plus(subject.name(), subject.name())),
                running(before.map(Subject::runsUntil).orElse(OptionalLong.empty()), subject));
    }

    /** With a record of a subject. */
    Subjects with(String record, String subject) {
        return record.equals(subject) ? this : new Subjects(byName, byRecord.plus(record, subject), byKind, running);
    }

    /** Without a subject that has come to rest, and its records. */
    Subjects without(Dossier dossier) {
        Subject subject = get(dossier.name());
        Trie<String, String> records = byRecord;
        for (Held record : dossier.records()) {
            records = records.minus(record.name());
        }
        String kind = subject.kind().name();
        Trie<String, String> others = names(kind).minus(subject.name());
        OptionalLong end = subject.runsUntil();
        return new Subjects(
                byName.minus(subject.name()),
                records,
                others.isEmpty() ? byKind.minus(kind) : byKind.plus(kind, others),
                end.isPresent() ? running.minus(end.getAsLong(), subject.name()) : running);
    }

    /** The subject that a record of this name belongs to. */
    Optional<Subject> of(String record) {
        return named(byRecord.get(record).orElse(record));
    }

    private Timeline<String, String> running(OptionalLong before, Subject now) {
        OptionalLong end = now.runsUntil();
        if (end.equals(before)) {
            return running;
        }
        Timeline<String, String> others = before.isPresent() ? running.minus(before.getAsLong(), now.name()) : running;
        return end.isPresent() ? others.plus(end.getAsLong(), now.name(), now.name()) : others;
    }

    Optional<Subject> named(String name) {
        return byName.get(name);
    }

    /** One that is here. */
    Subject get(String name) {
        return named(name).orElseThrow();
    }

    /** Those of a kind, by name. */
    List<Subject> ofKind(String kind) {
        return names(kind).values().stream().sorted().map(this::get).toList();
    }

    private Trie<String, String> names(String kind) {
        return byKind.getOrDefault(kind, Trie.empty());
    }

    /** Activities whose planned end is over at an instant and that nobody has reported stopped, by name. */
    List<Subject> overdue(long instant) {
        return running.until(instant).sorted().map(this::get).toList();
    }
}
