package org.parley.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.space.index.LiveIndex;
import org.parley.space.separation.MinimaTable;

/** The conflicts among live subjects, kept up to date some subjects at a time. */
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

    /** Takes what counts of some subjects now; nothing of one that is over. */
    void take(List<Follows.All> some, Cores cores) {
        List<Follows.All> changed = some.stream()
                .filter(each -> !each.plan().equals(plans.get(each.subject().name())))
                .toList();
        changed.forEach(each -> put(each.subject(), each.plan()));
        Plans all = plans();
        List<Plan> now = changed.stream().flatMap(each -> each.plan().stream()).toList();
        List<List<Conflict>> begun = cores.each(
                now,
                plan -> all.meetings(plan).values().stream().map(all::conflict).toList());
        for (int i = 0; i < now.size(); i++) {
            begun.get(i).forEach(conflict -> touched.add(conflict.id()));
            found = found.with(now.get(i).name(), begun.get(i));
        }
    }

    private void put(Subject subject, Optional<Plan> plan) {
        found.of(subject.name()).values().forEach(conflict -> touched.add(conflict.id()));
        found = found.without(subject.name());
        if (plan.isPresent()) {
            plans = plans.plus(subject.name(), plan.get());
            index.amend(plan.get().activity());
        } else {
            plans = plans.minus(subject.name());
            index.remove(Plan.id(subject));
        }
    }
}
