package org.parley.picture;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Holds everything that is said of a place against every notified site and declared area, whoever said either. */
final class Matches {
    /** What touches in space and time matches. */
    private static final MinimaTable TOUCHING = MinimaTable.of(new Minima(1, 1, 1, OptionalLong.empty()));

    private static final Comparator<Match> NEAREST = Comparator.comparingLong(Match::distance)
            .thenComparing(match -> match.about().record())
            .thenComparing(match -> match.of().record());

    private final LiveIndex places = new LiveIndex(TOUCHING);
    private final LiveIndex said = new LiveIndex(TOUCHING);
    private final Map<String, Live> live = new HashMap<>();
    private final Map<String, Set<Pair>> pairs = new HashMap<>();
    private PMap<String, PMap<String, Match>> all = HashTreePMap.empty();

    private record Pair(String said, String place) {}

    private record Live(Subject subject, List<Taken> taken, Activity activity) {
        boolean isSite() {
            return subject.kind().name().equals("site");
        }

        boolean isArea() {
            return subject.kind().name().equals("area");
        }
    }

    /** By the subject that says it, and by the place. */
    PMap<String, PMap<String, Match>> all() {
        return all;
    }

    /** Takes what a subject takes of space and time now; nothing where it takes none, or no more. */
    void take(Subject subject, List<Taken> taken) {
        forget(subject);
        if (taken.isEmpty()) {
            return;
        }
        Live entry = new Live(
                subject,
                taken,
                new Activity(
                        id(subject),
                        subject.kind().name(),
                        taken.stream().map(Taken::volume).toList()));
        live.put(subject.name(), entry);
        if (!entry.isSite()) {
            said.insert(entry.activity());
            find(entry, places, true);
        }
        if (entry.isSite() || entry.isArea()) {
            places.insert(entry.activity());
            find(entry, said, false);
        }
    }

    private void forget(Subject subject) {
        Optional.ofNullable(pairs.remove(subject.name())).orElse(Set.of()).forEach(this::forget);
        if (live.remove(subject.name()) != null) {
            places.remove(id(subject));
            said.remove(id(subject));
        }
    }

    private void forget(Pair pair) {
        PMap<String, Match> left = of(pair.said()).minus(pair.place());
        all = left.isEmpty() ? all.minus(pair.said()) : all.plus(pair.said(), left);
    }

    private PMap<String, Match> of(String said) {
        return all.getOrDefault(said, HashTreePMap.empty());
    }

    private void find(Live probe, LiveIndex among, boolean isSaid) {
        among.snapshot().conflicts(probe.activity(), Parties.ALL, (a, i, b, j) -> {
            boolean first = a.id().equals(probe.activity().id());
            Live other = Optional.ofNullable(live.get((first ? b : a).id().activity()))
                    .orElseThrow();
            Taken own = probe.taken().get(first ? i : j);
            Taken others = other.taken().get(first ? j : i);
            if (isSaid) {
                match(probe, own, other, others);
            } else {
                match(other, others, probe, own);
            }
        });
    }

    /** Of several volumes the nearest counts. An area is held against sites only: areas may overlap. */
    private void match(Live of, Taken what, Live at, Taken place) {
        if (of.isArea() && !at.isSite()) {
            return;
        }
        long distance = ExactTest.measure(what.volume().footprint(), place.core())
                .map(horizontal -> Math.round(horizontal.metres() * 100))
                .orElseThrow(() -> new IllegalStateException("what meets can be measured"));
        Pair pair = new Pair(of.subject().name(), at.subject().name());
        Match found = new Match(pair.said(), what.about(), pair.place(), place.about(), distance);
        Match before = of(pair.said()).get(pair.place());
        if (before == null || NEAREST.compare(found, before) < 0) {
            all = all.plus(pair.said(), of(pair.said()).plus(pair.place(), found));
            pairs.computeIfAbsent(pair.said(), name -> new HashSet<>()).add(pair);
            pairs.computeIfAbsent(pair.place(), name -> new HashSet<>()).add(pair);
        }
    }

    private static ActivityId id(Subject subject) {
        return new ActivityId(subject.owner().name(), subject.name());
    }
}
