package org.parley.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.ledger.PartyName;
import org.parley.space.Volume;
import org.parley.space.window.Window;

/**
 * A volume that counts, and in the eyes of whom: an old plan counts for a counterpart until it holds the new one, if that lies
 * inside it, or else until a person there acknowledges it.
 *
 * @param version index of the version that it is part of
 * @param number which of the version's volumes
 * @param forWhom the counterparts that must keep away from it
 */
record Counted(int version, int number, Volume volume, Set<PartyName> forWhom) {
    /** All volumes of a subject that count for any of some counterparts. */
    static List<Counted> of(Subject subject, Set<PartyName> counterparts, Stored stored) {
        List<Counted> counted = new ArrayList<>();
        for (int version = 0; version < subject.versions().size(); version++) {
            Set<PartyName> forWhom = new HashSet<>();
            for (PartyName counterpart : counterparts) {
                if (counts(subject, version, counterpart, stored)) {
                    forWhom.add(counterpart);
                }
            }
            List<Volume> volumes = subject.versions().get(version).volumes();
            for (int number = 0; number < volumes.size() && !forWhom.isEmpty(); number++) {
                counted.add(new Counted(version, number, volumes.get(number), Set.copyOf(forWhom)));
            }
        }
        return counted;
    }

    long until() {
        return volume.window().until();
    }

    /** The same, lasting until an instant if it ends before that. */
    Counted until(long instant) {
        Window window = new Window(volume.window().from(), Math.max(until(), instant));
        return new Counted(version, number, new Volume(volume.footprint(), volume.band(), window), forWhom);
    }

    private static boolean counts(Subject subject, int version, PartyName counterpart, Stored stored) {
        if (isOver(subject, counterpart)) {
            return false;
        }
        List<Version> versions = subject.versions();
        for (int later = version + 1; later < versions.size(); later++) {
            if (subject.acknowledged(counterpart, versions.get(later).record().name())) {
                return false;
            }
        }
        boolean current = version == versions.size() - 1;
        if (current) {
            return true;
        }
        Version next = versions.get(version + 1);
        return !(next.inside() && stored.since(counterpart, next.record()).isPresent());
    }

    /** A stop is a fact; a withdrawal is a plan like any other, and must be heard of. */
    private static boolean isOver(Subject subject, PartyName counterpart) {
        return subject.last("stopped").isPresent()
                || subject.last("withdrawn")
                        .filter(withdrawn -> subject.acknowledged(
                                counterpart, withdrawn.record().name()))
                        .isPresent();
    }
}
