package org.parley.space.oracle;

import java.util.ArrayList;
import java.util.List;

/** A footprint without its buffer, ready to be asked: all edges, the polygons, one vertex of every part. */
final class Core {
    final Cluster edges;
    private final List<List<Ring>> polygons = new ArrayList<>();
    private final List<Place> witnesses = new ArrayList<>();

    Core(OracleFootprint footprint) {
        List<Edge> all = new ArrayList<>();
        for (List<int[]> part : footprint.parts()) {
            witnesses.add(Place.ofUnits(part.getFirst(), 0));
            part.forEach(chain -> addEdges(chain, footprint.kind(), all));
            if (footprint.kind() == OracleFootprint.Kind.AREA) {
                polygons.add(part.stream().map(Ring::of).toList());
            }
        }
        edges = new Cluster(all);
    }

    private static void addEdges(int[] chain, OracleFootprint.Kind kind, List<Edge> all) {
        Place before = Place.ofUnits(chain, 0);
        int n = chain.length / 2;
        if (kind == OracleFootprint.Kind.POINT) {
            all.add(new Edge(before, before, false));
        }
        for (int i = 1; i < n; i++) {
            Place now = Place.ofUnits(chain, i);
            all.add(new Edge(before, now, kind == OracleFootprint.Kind.LINE && i == n - 1));
            before = now;
        }
    }

    boolean contains(Place q) {
        return polygons.stream()
                .anyMatch(rings ->
                        rings.getFirst().contains(q) && rings.stream().skip(1).noneMatch(hole -> hole.contains(q)));
    }

    /** Where no edges cross, a part lies wholly inside the other core or wholly outside. */
    boolean containsPartOf(Core other) {
        return !polygons.isEmpty() && other.witnesses.stream().anyMatch(this::contains);
    }
}
