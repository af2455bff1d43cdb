package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;

/** The conflicts among live subjects, kept up to date one subject at a time. */
final class Conflicts {
    private final LineId line;
    private final MinimaTable minima;
    private final LiveIndex index;
    private final Set<Hash> touched;
    private Trie<String, Plan> plans = Trie.empty();
    private Found found = Found.NONE;

    /** @param touched gets the ids of those that begin, change or end */
    Conflicts(LineId line, MinimaTable minima, Set<Hash> touched) {
        this.line = line;
        this.minima = minima;
        this.touched = touched;
        this.index = new LiveIndex(minima);
    }

    Found found() {
        return found;
    }

    Plans plans() {
        return new Plans(line, minima, index.snapshot(), plans);
    }

    /** Takes what counts of a subject now; nothing where it is over. */
    void take(Subject subject, List<Counted> counted) {
        Optional<Plan> before = plans.get(subject.name());
        Optional<Plan> now = counted.isEmpty() ? Optional.empty() : Optional.of(Plan.of(subject, counted));
        if (now.equals(before)) {
            return;
        }
        found.of(subject.name()).values().forEach(conflict -> touched.add(conflict.id()));
        found = found.without(subject.name());
        if (now.isPresent()) {
            plans = plans.plus(subject.name(), now.get());
            index.amend(now.get().activity());
            Plans all = plans();
            List<Conflict> begun =
                    all.meetings(now.get()).values().stream().map(all::conflict).toList();
            begun.forEach(conflict -> touched.add(conflict.id()));
            found = found.with(subject.name(), begun);
        } else {
            plans = plans.minus(subject.name());
            index.remove(Plan.id(subject));
        }
    }
}
