package org.parley.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All subjects, and ways to find them. It never changes.
 *
 * @param byRecord the name of its subject by that of each record
 * @param byKind their names by kind
 * @param running the activities that nobody has reported stopped, by their planned end
 */
record Subjects(
        PMap<String, Subject> byName,
        PMap<String, String> byRecord,
        PMap<String, TreePSet<String>> byKind,
        TreePMap<Subjects.End, String> running) {
    static final Subjects NONE =
            new Subjects(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), TreePMap.empty());

    /** Something ends; what comes first is first. */
    record End(long at, String name) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparingLong(End::at).thenComparing(End::name);

        /** Comes after everything that ends at an instant or before. */
        static End after(long instant) {
            return new End(instant + 1, "");
        }

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }

    /** With what a subject is now. */
    Subjects with(Subject subject) {
        Optional<Subject> before = named(subject.name());
        String kind = subject.kind().name();
        return new Subjects(
                byName.plus(subject.name(), subject),
                byRecord,
                before.isPresent() ? byKind : byKind.plus(kind, names(kind).plus(subject.name())),
                running(before.map(Subject::runsUntil).orElse(OptionalLong.empty()), subject));
    }

    /** With a record of a subject. */
    Subjects with(String record, String subject) {
        return new Subjects(byName, byRecord.plus(record, subject), byKind, running);
    }

    private TreePMap<End, String> running(OptionalLong before, Subject now) {
        OptionalLong end = now.runsUntil();
        if (end.equals(before)) {
            return running;
        }
        TreePMap<End, String> others =
                before.isPresent() ? running.minus(new End(before.getAsLong(), now.name())) : running;
        return end.isPresent() ? others.plus(new End(end.getAsLong(), now.name()), now.name()) : others;
    }

    Optional<Subject> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One that is here. */
    Subject get(String name) {
        return named(name).orElseThrow();
    }

    /** Those of a kind, by name. */
    List<Subject> ofKind(String kind) {
        return names(kind).stream().map(this::get).toList();
    }

    private TreePSet<String> names(String kind) {
        return byKind.getOrDefault(kind, TreePSet.empty());
    }

    /** Activities whose planned end is over at an instant and that nobody has reported stopped, by name. */
    List<Subject> overdue(long instant) {
        return running.headMap(End.after(instant)).values().stream()
                .sorted()
                .map(this::get)
                .toList();
    }
}
