package org.parley.space.separation;

import java.util.HashMap;
import java.util.Map;

/**
 * Minima by pair of kinds, with a default for every pair that is not named. The order of a pair does not matter.
 * Immutable.
 */
public final class MinimaTable {
    /** Two kinds, in either order. */
    public record Pair(String one, String other) {
        public Pair {
            if (one.compareTo(other) > 0) {
                String swap = one;
                one = other;
                other = swap;
            }
        }
    }

    private final Minima others;
    private final Map<Pair, Minima> pairs;
    private final Map<String, Minima> widestByKind = new HashMap<>();

    public MinimaTable(Minima others, Map<Pair, Minima> pairs) {
        this.others = others;
        this.pairs = Map.copyOf(pairs);
        for (var entry : this.pairs.entrySet()) {
            widestByKind.merge(entry.getKey().one(), entry.getValue().widest(others), Minima::widest);
            widestByKind.merge(entry.getKey().other(), entry.getValue().widest(others), Minima::widest);
        }
    }

    /** One set of minima for every pair. */
    public static MinimaTable of(Minima minima) {
        return new MinimaTable(minima, Map.of());
    }

    /** The minima of every pair that is not named. */
    public Minima others() {
        return others;
    }

    /** The minima between two kinds. */
    public Minima between(String one, String other) {
        return pairs.isEmpty() ? others : pairs.getOrDefault(new Pair(one, other), others);
    }

    /** The greatest minima of a kind against any other. */
    public Minima widest(String kind) {
        return widestByKind.getOrDefault(kind, others);
    }
}
