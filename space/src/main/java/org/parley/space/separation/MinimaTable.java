package org.parley.space.separation;

import java.util.Arrays;
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

    /** The number of every kind that no pair names; those that are named follow. */
    private static final int ANY_OTHER = 0;

    private final Minima others;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Minima[][] between;

    /** The greatest minima of each kind against any other, by its number. */
    private final Minima[] widest;

    public MinimaTable(Minima others, Map<Pair, Minima> pairs) {
        this.others = others;
        for (Pair pair : pairs.keySet()) {
            numbers.computeIfAbsent(pair.one(), kind -> numbers.size() + 1);
            numbers.computeIfAbsent(pair.other(), kind -> numbers.size() + 1);
        }
        between = new Minima[numbers.size() + 1][numbers.size() + 1];
        for (Minima[] row : between) {
            Arrays.fill(row, others);
        }
        pairs.forEach((pair, minima) -> {
            int one = number(pair.one());
            int other = number(pair.other());
            between[one][other] = minima;
            between[other][one] = minima;
        });
        widest = Arrays.stream(between)
                .map(row -> Arrays.stream(row).reduce(others, Minima::widest))
                .toArray(Minima[]::new);
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
        return between(number(one), number(other));
    }

    /** A number for a kind, good for this table alone. */
    public int number(String kind) {
        return numbers.getOrDefault(kind, ANY_OTHER);
    }

    /** The minima between two kinds by their numbers. */
    public Minima between(int one, int other) {
        return between[one][other];
    }

    /** The greatest minima of a kind against any other. */
    public Minima widest(String kind) {
        return widest(number(kind));
    }

    /** The greatest minima of a kind, by its number, against any other. */
    public Minima widest(int kind) {
        return widest[kind];
    }
}
