package org.parley.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The conflicts among live subjects, kept up to date one subject at a time. */
final class Conflicts {
    private static final Comparator<Finding> NEAREST = Comparator.<Finding>comparingLong(
                    finding -> finding.separation().horizontal())
            .thenComparingDouble(finding -> finding.separation().vertical().metres())
            .thenComparingLong(finding -> finding.separation().timeGap())
            .thenComparing(finding -> finding.a().record())
            .thenComparingInt(Finding::volumeA)
            .thenComparing(finding -> finding.b().record())
            .thenComparingInt(Finding::volumeB);

    private final LineId line;
    private final MinimaTable minima;
    private final LiveIndex index;
    private final Map<String, Live> live = new HashMap<>();
    private final Map<String, Set<String>> partners = new HashMap<>();
    private PMap<String, Conflict> all = HashTreePMap.empty();

    /** What of a subject is in the index. */
    private record Live(Subject subject, Activity activity, List<Counted> counted) {}

    Conflicts(LineId line, MinimaTable minima) {
        this.line = line;
        this.minima = minima;
        this.index = new LiveIndex(minima);
    }

    /** By both subjects' names. */
    PMap<String, Conflict> all() {
        return all;
    }

    /** Takes what counts of a subject now; nothing where it is over. */
    void take(Subject subject, List<Counted> counted) {
        String name = subject.name();
        for (String partner : partners.getOrDefault(name, Set.of())) {
            all = all.minus(key(name, partner));
            partners.getOrDefault(partner, new HashSet<>()).remove(name);
        }
        partners.remove(name);
        if (counted.isEmpty()) {
            live.remove(name);
            index.remove(id(subject));
            return;
        }
        Activity activity = new Activity(
                id(subject),
                word(subject),
                counted.stream().map(Counted::volume).toList());
        Live entry = new Live(subject, activity, counted);
        live.put(name, entry);
        index.amend(activity);
        find(entry);
    }

    private void find(Live probe) {
        Map<String, List<int[]>> pairs = new HashMap<>();
        String own = probe.subject().name();
        index.snapshot().conflicts(probe.activity(), Parties.DIFFERENT, (a, i, b, j) -> {
            boolean first = a.id().equals(probe.activity().id());
            String other = (first ? b : a).id().activity();
            pairs.computeIfAbsent(other, name -> new ArrayList<>()).add(first ? new int[] {i, j} : new int[] {j, i});
        });
        pairs.forEach((other, volumes) -> nearest(
                        probe, Optional.ofNullable(live.get(other)).orElseThrow(), volumes)
                .ifPresent(finding -> {
                    String a = own.compareTo(other) < 0 ? own : other;
                    String b = own.compareTo(other) < 0 ? other : own;
                    all = all.plus(key(own, other), Conflict.of(line, a, b, finding));
                    partners.computeIfAbsent(own, name -> new HashSet<>()).add(other);
                    partners.computeIfAbsent(other, name -> new HashSet<>()).add(own);
                }));
    }

    /** Of the pairs of volumes that count for each other's party, the nearest. */
    private Optional<Finding> nearest(Live one, Live other, List<int[]> pairs) {
        boolean turned = one.subject().name().compareTo(other.subject().name()) > 0;
        Live a = turned ? other : one;
        Live b = turned ? one : other;
        return pairs.stream()
                .map(pair -> turned ? new int[] {pair[1], pair[0]} : pair)
                .filter(pair -> counts(a, pair[0], b.subject().owner())
                        && counts(b, pair[1], a.subject().owner()))
                .map(pair -> finding(a, a.counted().get(pair[0]), b, b.counted().get(pair[1])))
                .min(NEAREST);
    }

    private static boolean counts(Live of, int volume, PartyName counterpart) {
        return of.counted().get(volume).forWhom().contains(counterpart);
    }

    private Finding finding(Live a, Counted onA, Live b, Counted onB) {
        Separation separation = ExactTest.separation(
                        onA.volume(),
                        onB.volume(),
                        minima.between(a.activity().kind(), b.activity().kind()))
                .orElseThrow(() -> new IllegalStateException("what conflicts can be measured"));
        return new Finding(
                a.subject().versions().get(onA.version()).record().ref(),
                onA.number(),
                b.subject().versions().get(onB.version()).record().ref(),
                onB.number(),
                separation);
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private static ActivityId id(Subject subject) {
        return new ActivityId(subject.owner().name(), subject.name());
    }

    /** The word by which minima are chosen: what sort of activity it is; distress is a rescue. */
    private static String word(Subject subject) {
        return subject.current()
                .record()
                .says()
                .flatMap(body -> body.get("activity"))
                .map(Json::text)
                .orElse("sar");
    }
}
