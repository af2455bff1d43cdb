package org.parley.cli.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/** Groups conflicts that lie near each other, so that each group gets a map of its own. */
final class Clusters {
    /** Conflicts of a group that decide what else is drawn on its map. */
    static final int MOST_ASKED = 200;

    /** Pairs are compared one by one: conflicts beyond this number stand in the table only. */
    private static final int COMPARED = 3_000;

    /**
     * Conflicts that lie together.
     *
     * @param numbers of the conflicts, from 0
     */
    record Cluster(List<Integer> numbers) {}

    private Clusters() {}

    /** Groups places that are chained by steps of at most so many metres, the largest group first. */
    static List<Cluster> of(List<Vec> places, double metres) {
        int[] group = new int[places.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        double chord = metres / Ellipsoid.A;
        int compared = Math.min(group.length, COMPARED);
        for (int i = 0; i < compared; i++) {
            for (int j = 0; j < i; j++) {
                if (places.get(i).minus(places.get(j)).length() <= chord) {
                    group[root(group, i)] = root(group, j);
                }
            }
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < compared; i++) {
            members.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> one) -> -one.size()))
                .map(Cluster::new)
                .toList();
    }

    private static int root(int[] group, int of) {
        int at = of;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }
}
