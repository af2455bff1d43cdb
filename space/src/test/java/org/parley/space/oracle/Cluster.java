package org.parley.space.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of edges within a ball about the mean of their middles; long runs are two halves. */
final class Cluster {
    private static final int LEAF = 4;

    final List<Edge> edges;
    final @Nullable Cluster left;
    final @Nullable Cluster right;
    private double x;
    private double y;
    private double z;
    private final double radius;

    Cluster(List<Edge> edges) {
        this.edges = edges;
        int n = edges.size();
        left = n > LEAF ? new Cluster(edges.subList(0, n / 2)) : null;
        right = n > LEAF ? new Cluster(edges.subList(n / 2, n)) : null;
        for (Edge e : edges) {
            x += e.midX() / n;
            y += e.midY() / n;
            z += e.midZ() / n;
        }
        double reach = 0;
        for (Edge e : edges) {
            reach = Math.max(reach, apart(e.midX(), e.midY(), e.midZ()) + e.reach());
        }
        radius = reach;
    }

    double radius() {
        return radius;
    }

    double leastDistance(Cluster o) {
        return Place.leastGeodesic(Math.max(0, apart(o.x, o.y, o.z) - radius - o.radius - 1e-6));
    }

    private double apart(double ox, double oy, double oz) {
        return Math.sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy) + (z - oz) * (z - oz));
    }
}
