package org.parley.space.footprint;

import java.util.List;

/** Footprints from stored vertices as they are, past the entry: for vectors and hard cases. */
public final class StoredFootprint {
    private StoredFootprint() {}

    /**
     * A footprint of these vertices.
     *
     * @param polygons rings of each polygon; a point or a line is one polygon of one ring; 1e-7 degree, longitude first
     */
    public static Footprint of(Chain.Kind kind, List<List<int[]>> polygons, long buffer) {
        int size = polygons.stream()
                .flatMap(List::stream)
                .mapToInt(ring -> ring.length / 2)
                .sum();
        int[] lats = new int[size];
        int[] lons = new int[size];
        int[] parts = new int[1 + polygons.stream().mapToInt(List::size).sum()];
        int[] starts = new int[1 + polygons.size()];
        int vertex = 0;
        int part = 0;
        for (int p = 0; p < polygons.size(); p++) {
            for (int[] ring : polygons.get(p)) {
                for (int i = 0; i < ring.length; i += 2) {
                    lons[vertex] = ring[i];
                    lats[vertex++] = ring[i + 1];
                }
                parts[++part] = vertex;
            }
            starts[p + 1] = part;
        }
        return new Footprint(new Chain(kind, lats, lons, parts, starts), buffer);
    }
}
