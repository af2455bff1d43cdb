package org.parley.picture;

import java.util.stream.Stream;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** The names of the calls that are about a record, by the name of that record; it may still be on its way. It never changes. */
record Calls(Trie<String, PSet<String>> byRecord) {
    static final Calls NONE = new Calls(Trie.empty());

    Calls with(String about, String call) {
        return new Calls(byRecord.plus(about, of(about).plus(call)));
    }

    /** Without those about a record, which have come to rest. */
    Calls without(String about) {
        return new Calls(byRecord.minus(about));
    }

    /** The names of all that are about records of a subject. */
    Stream<String> of(Subject subject) {
        return Stream.concat(
                        subject.versions().stream().map(Version::record),
                        subject.statuses().stream().map(Subject.StatusChange::record))
                .flatMap(record -> of(record.name()).stream())
                .sorted();
    }

    private PSet<String> of(String record) {
        return byRecord.get(record).orElse(HashTreePSet.empty());
    }
}
