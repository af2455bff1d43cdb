package org.parley.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.index.Parties;
import org.parley.space.index.Snapshot;
import org.parley.space.separation.Minima;

/**
 * Everything that is said of places on a line, and where it is. It never changes.
 *
 * @param places where the notified sites and declared areas are
 * @param said where all is that is no site
 */
record Places(Snapshot places, Snapshot said, Trie<String, Said> byName) {
    /** What touches in space and time is at a place. */
    static final Minima TOUCHING = new Minima(1, 1, 1, OptionalLong.empty());

    private static final ActivityId NOBODYS = new ActivityId("", "");

    /** Where it touches each site and area. Of several volumes the nearest counts. */
    Collection<Touch> ofSaid(Said probe) {
        Map<String, Touch> nearest = new TreeMap<>();
        find(probe, places, (on, place, onPlace) -> {
            if (isHeldAgainst(probe, place)) {
                nearest.merge(place.name(), Touch.of(probe, on, place, onPlace), Touch::nearer);
            }
        });
        return nearest.values();
    }

    /** Where everything that is said touches it. */
    Collection<Touch> ofPlace(Said probe) {
        Map<String, Touch> nearest = new TreeMap<>();
        find(probe, said, (on, other, onOther) -> {
            if (isHeldAgainst(other, probe)) {
                nearest.merge(other.name(), Touch.of(other, onOther, probe, on), Touch::nearer);
            }
        });
        return nearest.values();
    }

    /** What of a site or an area is near to something. */
    record Near(Said place, int volume, long distance) {
        private static final Comparator<Near> ORDER = Comparator.comparingLong(Near::distance)
                .thenComparing(near -> near.place().name())
                .thenComparingInt(Near::volume);

        RecordRef version() {
            return place.taken().get(volume).about().orElseThrow();
        }
    }

    /** The sites and areas within so many metres of a footprint, whatever their times and heights, the nearest first. */
    List<Near> near(Footprint footprint, long metres) {
        Map<String, Near> nearest = new TreeMap<>();
        for (var candidate : places.nearest(footprint, (double) metres, Integer.MAX_VALUE)) {
            Said place = said(candidate.activity());
            Near near = new Near(
                    place,
                    candidate.volume(),
                    Touch.distance(footprint, place.taken().get(candidate.volume())));
            if (near.distance() <= 100 * metres) {
                nearest.merge(place.name(), near, (one, other) -> Near.ORDER.compare(other, one) < 0 ? other : one);
            }
        }
        return nearest.values().stream().sorted(Near.ORDER).toList();
    }

    /** Whether anything is said of a place by the subject of this name. */
    boolean has(String name) {
        return byName.get(name).isPresent();
    }

    /** The names of all that touches a volume, sites and areas too. */
    SortedSet<String> touching(Volume volume) {
        Said probe = Said.of(NOBODYS, "", Taken.of(List.of(volume)));
        Set<String> names = new HashSet<>();
        for (Snapshot among : List.of(places, said)) {
            among.conflicts(probe.activity(), Parties.ALL, (a, i, b, j) -> names.add(b.id().activity()));
        }
        return new TreeSet<>(names);
    }

    /** The names of what touches a volume and is said by another party than this one, sites and areas left out. */
    SortedSet<String> saidByOthers(PartyName party, Volume volume) {
        Said probe = Said.of(new ActivityId(party.name(), ""), "", Taken.of(List.of(volume)));
        SortedSet<String> names = new TreeSet<>();
        said.conflicts(probe.activity(), Parties.DIFFERENT, (a, i, b, j) -> names.add(b.id().activity()));
        return names;
    }

    /** An area is held against sites only: areas may overlap. */
    private static boolean isHeldAgainst(Said said, Said place) {
        return place.isSite() || !said.isArea();
    }

    /** Takes a volume of the probe, another, and which of its volumes. */
    @FunctionalInterface
    private interface Sink {
        void touch(int on, Said other, int onOther);
    }

    private void find(Said probe, Snapshot among, Sink sink) {
        among.conflicts(probe.activity(), Parties.ALL, (a, i, b, j) -> sink.touch(i, said(b), j));
    }

    private Said said(Activity activity) {
        return byName.get(activity.id().activity()).orElseThrow();
    }
}
