package org.parley.picture;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.PartyName;

/** Who is on a line: its members, who have a node there, and who was heard without having one. It never changes. */
final class OnLine {
    private final SortedSet<PartyName> members;
    private final SortedSet<PartyName> parties;
    private final Map<PartyName, SortedSet<PartyName>> counterparts = new HashMap<>();

    private OnLine(SortedSet<PartyName> members, SortedSet<PartyName> parties) {
        this.members = Collections.unmodifiableSortedSet(members);
        this.parties = Collections.unmodifiableSortedSet(parties);
        parties.forEach(party -> counterparts.put(party, without(party, parties)));
    }

    static OnLine of(Set<PartyName> members) {
        return new OnLine(new TreeSet<>(members), new TreeSet<>(members));
    }

    OnLine with(PartyName heard) {
        SortedSet<PartyName> more = new TreeSet<>(parties);
        more.add(heard);
        return new OnLine(members, more);
    }

    SortedSet<PartyName> members() {
        return members;
    }

    /** Members, and parties without a node: they are to be kept clear of like any other. */
    SortedSet<PartyName> parties() {
        return parties;
    }

    /** All parties but this one. */
    SortedSet<PartyName> counterparts(PartyName of) {
        return counterparts.getOrDefault(of, parties);
    }

    /** All members but this one. */
    SortedSet<PartyName> otherMembers(PartyName than) {
        return without(than, members);
    }

    private static SortedSet<PartyName> without(PartyName one, SortedSet<PartyName> all) {
        SortedSet<PartyName> rest = new TreeSet<>(all);
        rest.remove(one);
        return Collections.unmodifiableSortedSet(rest);
    }
}
