package org.parley.picture;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.PartyName;

/**
 * Who is on a line.
 *
 * @param members who have a node there
 * @param parties those, and who was heard without having one: to be kept clear of like any other
 */
record OnLine(SortedSet<PartyName> members, SortedSet<PartyName> parties) {
    static OnLine of(Set<PartyName> members) {
        SortedSet<PartyName> sorted = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        return new OnLine(sorted, sorted);
    }

    OnLine with(PartyName heard) {
        SortedSet<PartyName> more = new TreeSet<>(parties);
        more.add(heard);
        return new OnLine(members, Collections.unmodifiableSortedSet(more));
    }

    /** All parties but this one. */
    SortedSet<PartyName> counterparts(PartyName of) {
        return without(of, parties);
    }

    /** All members but this one. */
    SortedSet<PartyName> otherMembers(PartyName than) {
        return without(than, members);
    }

    private static SortedSet<PartyName> without(PartyName one, SortedSet<PartyName> all) {
        SortedSet<PartyName> rest = new TreeSet<>(all);
        rest.remove(one);
        return rest;
    }
}
