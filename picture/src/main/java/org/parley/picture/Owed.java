package org.parley.picture;

import java.util.List;
import java.util.stream.Stream;
import org.parley.ledger.PartyName;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What is owed, about each subject and by each party. Those of a party lie in the order of time, so that what is open at an
 * instant is found without a look at the rest. It never changes.
 *
 * @param unmet those that nothing has met, by when they began
 * @param calling the same by when they call for more than the officer at the desk: what is FLASH at once, else when half of the
 *     time is over
 * @param met the others, by when they were met: at an instant before that they were open
 */
record Owed(
        Trie<String, List<Duty>> bySubject,
        PMap<PartyName, Timeline<Owed.Key, Duty>> unmet,
        PMap<PartyName, Timeline<Owed.Key, Duty>> calling,
        PMap<PartyName, Timeline<Owed.Key, Duty>> met) {
    static final Owed NOTHING =
            new Owed(Trie.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** What makes a duty another than all others of its debtor. */
    record Key(String about, String what) {
        static Key of(Duty duty) {
            return new Key(duty.about().record(), duty.what());
        }
    }

    List<Duty> about(String subject) {
        return bySubject.get(subject).orElse(List.of());
    }

    /**
     * With all that is owed about a subject now.
     *
     * @param flash whether it is to be looked at at once
     */
    Owed with(String subject, List<Duty> now, boolean flash) {
        List<Duty> before = about(subject);
        if (now.equals(before)) {
            return this;
        }
        Owed next =
                new Owed(now.isEmpty() ? bySubject.minus(subject) : bySubject.plus(subject, now), unmet, calling, met);
        for (Duty duty : before) {
            next = now.contains(duty) ? next : next.without(duty);
        }
        for (Duty duty : now) {
            next = before.contains(duty) ? next : next.with(duty, flash);
        }
        return next;
    }

    private Owed with(Duty duty, boolean flash) {
        if (!runs(duty)) {
            return this;
        }
        if (duty.met().isPresent()) {
            return new Owed(
                    bySubject, unmet, calling, plus(met, duty.met().get().at(), duty));
        }
        long since = duty.since().orElseThrow();
        return new Owed(bySubject, plus(unmet, since, duty), plus(calling, flash ? since : duty.half(), duty), met);
    }

    private Owed without(Duty duty) {
        if (!runs(duty)) {
            return this;
        }
        if (duty.met().isPresent()) {
            return new Owed(
                    bySubject, unmet, calling, minus(met, duty.met().get().at(), duty));
        }
        long since = duty.since().orElseThrow();
        return new Owed(
                bySubject, minus(unmet, since, duty), minus(minus(calling, since, duty), duty.half(), duty), met);
    }

    /** Whether it has a time at all: what is not known to be delivered is not open. */
    private static boolean runs(Duty duty) {
        return duty.since().isPresent() && duty.due().isPresent();
    }

    private static PMap<PartyName, Timeline<Key, Duty>> plus(
            PMap<PartyName, Timeline<Key, Duty>> all, long at, Duty duty) {
        return all.plus(duty.owedBy(), of(all, duty.owedBy()).plus(at, Key.of(duty), duty));
    }

    private static PMap<PartyName, Timeline<Key, Duty>> minus(
            PMap<PartyName, Timeline<Key, Duty>> all, long at, Duty duty) {
        return all.plus(duty.owedBy(), of(all, duty.owedBy()).minus(at, Key.of(duty)));
    }

    private static Timeline<Key, Duty> of(PMap<PartyName, Timeline<Key, Duty>> all, PartyName party) {
        return all.getOrDefault(party, Timeline.empty());
    }

    /** What calls a party at an instant, in no order: what is FLASH, and of what half of the time is over. */
    Stream<Duty> calling(PartyName party, long instant) {
        return of(calling, party).until(instant);
    }

    /** What a party owes at an instant and has not met, in no order. */
    Stream<Duty> open(PartyName party, long instant) {
        return Stream.concat(of(unmet, party).until(instant), of(met, party).after(instant))
                .filter(duty -> duty.since().orElseThrow() <= instant);
    }
}
