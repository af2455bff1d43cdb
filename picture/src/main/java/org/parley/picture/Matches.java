package org.parley.picture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Holds everything that is said of a place against every notified site and declared area, whoever said either. */
final class Matches {
    private final LiveIndex places = new LiveIndex(MinimaTable.of(Places.TOUCHING));
    private final LiveIndex said = new LiveIndex(MinimaTable.of(Places.TOUCHING));
    private final Map<String, Set<Pair>> pairs = new HashMap<>();
    private Trie<String, Said> live = Trie.empty();
    private PMap<String, PMap<String, Match>> all = HashTreePMap.empty();

    private record Pair(String said, String place) {}

    /** By the subject that says it, and by the place. */
    PMap<String, PMap<String, Match>> all() {
        return all;
    }

    Places places() {
        return new Places(places.snapshot(), said.snapshot(), live);
    }

    /** Takes what a subject takes of space and time now; nothing where it takes none, or no more. */
    void take(Follows.All subject) {
        Optional<Said> before = live.get(subject.subject().name());
        Optional<Said> now = subject.said();
        if (now.equals(before)) {
            return;
        }
        before.ifPresent(this::forget);
        now.ifPresent(this::add);
    }

    private void add(Said what) {
        live = live.plus(what.name(), what);
        if (!what.isSite()) {
            said.insert(what.activity());
            places().ofSaid(what).forEach(this::match);
        }
        if (what.isPlace()) {
            places.insert(what.activity());
            places().ofPlace(what).forEach(this::match);
        }
    }

    private void forget(Said what) {
        Optional.ofNullable(pairs.remove(what.name())).orElse(Set.of()).forEach(this::forget);
        live = live.minus(what.name());
        places.remove(what.activity().id());
        said.remove(what.activity().id());
    }

    private void forget(Pair pair) {
        PMap<String, Match> left = of(pair.said()).minus(pair.place());
        all = left.isEmpty() ? all.minus(pair.said()) : all.plus(pair.said(), left);
    }

    private PMap<String, Match> of(String name) {
        return all.getOrDefault(name, HashTreePMap.empty());
    }

    private void match(Touch touch) {
        Match found = touch.match();
        Pair pair = new Pair(found.subject(), found.place());
        all = all.plus(pair.said(), of(pair.said()).plus(pair.place(), found));
        pairs.computeIfAbsent(pair.said(), name -> new HashSet<>()).add(pair);
        pairs.computeIfAbsent(pair.place(), name -> new HashSet<>()).add(pair);
    }
}
