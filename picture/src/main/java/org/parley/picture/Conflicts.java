package org.parley.picture;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;

/** The conflicts among live subjects, kept up to date one subject at a time. */
final class Conflicts {
    private final LineId line;
    private final MinimaTable minima;
    private final LiveIndex index;
    private Trie<String, Plan> plans = Trie.empty();
    private Found found = Found.NONE;

    Conflicts(LineId line, MinimaTable minima) {
        this.line = line;
        this.minima = minima;
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
        found = found.without(subject.name());
        if (now.isPresent()) {
            plans = plans.plus(subject.name(), now.get());
            index.amend(now.get().activity());
            Plans all = plans();
            found = found.with(
                    subject.name(),
                    all.meetings(now.get()).values().stream().map(all::conflict).toList());
        } else {
            plans = plans.minus(subject.name());
            index.remove(Plan.id(subject));
        }
    }
}
