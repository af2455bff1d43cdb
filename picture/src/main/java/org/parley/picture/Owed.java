package org.parley.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What is owed, about each subject and by each party. Those of a party lie in the order of time, so that what is open at an
 * instant is found without a look at the rest. It never changes.
 *
 * @param unmet those that nothing has met, by when they began
 * @param met the others, by when they were met: at an instant before that they were open
 */
record Owed(
        PMap<String, List<Duty>> bySubject,
        PMap<PartyName, TreePMap<Owed.Place, Duty>> unmet,
        PMap<PartyName, TreePMap<Owed.Place, Duty>> met) {
    static final Owed NOTHING = new Owed(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    private static final Comparator<Duty> NEXT_DUE = Comparator.<Duty>comparingLong(
                    duty -> duty.due().orElse(Long.MAX_VALUE))
            .thenComparing(duty -> duty.about().record())
            .thenComparing(Duty::what);

    /** Where a duty lies among those of its debtor. */
    record Place(long at, String about, String what) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::at).thenComparing(Place::about).thenComparing(Place::what);

        static Place of(Duty duty) {
            long at = duty.met().map(Duty.Met::at).orElseGet(duty.since()::getAsLong);
            return new Place(at, duty.about().record(), duty.what());
        }

        /** Comes after everything at an instant or before. */
        static Place after(long instant) {
            return new Place(instant + 1, "", "");
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    List<Duty> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** With all that is owed about a subject now. */
    Owed with(String subject, List<Duty> now) {
        List<Duty> before = about(subject);
        if (now.equals(before)) {
            return this;
        }
        Owed next = new Owed(now.isEmpty() ? bySubject.minus(subject) : bySubject.plus(subject, now), unmet, met);
        for (Duty duty : before) {
            next = now.contains(duty) ? next : next.without(duty);
        }
        for (Duty duty : now) {
            next = before.contains(duty) ? next : next.with(duty);
        }
        return next;
    }

    private Owed with(Duty duty) {
        if (!runs(duty)) {
            return this;
        }
        return duty.met().isPresent()
                ? new Owed(bySubject, unmet, plus(met, duty))
                : new Owed(bySubject, plus(unmet, duty), met);
    }

    private Owed without(Duty duty) {
        if (!runs(duty)) {
            return this;
        }
        return duty.met().isPresent()
                ? new Owed(bySubject, unmet, minus(met, duty))
                : new Owed(bySubject, minus(unmet, duty), met);
    }

    /** Whether it has a time at all: what is not known to be delivered is not open. */
    private static boolean runs(Duty duty) {
        return duty.since().isPresent() && duty.due().isPresent();
    }

    private static PMap<PartyName, TreePMap<Place, Duty>> plus(PMap<PartyName, TreePMap<Place, Duty>> all, Duty duty) {
        return all.plus(duty.owedBy(), of(all, duty.owedBy()).plus(Place.of(duty), duty));
    }

    private static PMap<PartyName, TreePMap<Place, Duty>> minus(PMap<PartyName, TreePMap<Place, Duty>> all, Duty duty) {
        return all.plus(duty.owedBy(), of(all, duty.owedBy()).minus(Place.of(duty)));
    }

    private static TreePMap<Place, Duty> of(PMap<PartyName, TreePMap<Place, Duty>> all, PartyName party) {
        return all.getOrDefault(party, TreePMap.empty());
    }

    /** What a party owes at an instant and has not met, the next to be due first. */
    List<Duty> open(PartyName party, long instant) {
        return Stream.concat(
                        of(unmet, party).headMap(Place.after(instant)).values().stream(),
                        of(met, party).tailMap(Place.after(instant)).values().stream())
                .filter(duty -> duty.since().orElseThrow() <= instant)
                .sorted(NEXT_DUE)
                .toList();
    }
}
