package org.parley.space.footprint;

import java.util.Arrays;
import org.parley.space.Limits;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Vec;

/**
 * Balls in three dimensions around runs of consecutive edges, halved from the whole chain down to runs of at most
 * {@link #LEAF} vertices. The chord between any points of two runs is at least the distance of their middles less both
 * radii.
 *
 * <pre>
 *   node 0:      v0 ........................ v40
 *   node 1:      v0 ......... v20      node 2: v20 ......... v40
 *   node 3 ...   v0 … v10  v10 … v20           v20 … v30  v30 … v40
 * </pre>
 */
public final class BallTree {
    /** Edges in a leaf: fewer cost balls, more cost edge tests. */
    static final int LEAF = 8;

    /** No vertex of a footprint is farther than this chord from its middle, nor is what a ring of it encloses. */
    private static final double FARTHEST = 2 * StrictMath.sin(Limits.REACH / Ellipsoid.GREATEST_RADIUS / 2) + 1e-6;

    private final double[] balls;
    private final int leaves;
    private final int vertices;
    private final int[] partStarts;

    private BallTree(double[] balls, int leaves, int vertices, int[] partStarts) {
        this.balls = balls;
        this.leaves = leaves;
        this.vertices = vertices;
        this.partStarts = partStarts;
    }

    static BallTree over(double[] units, int[] partStarts) {
        int vertices = units.length / 3;
        int wanted = Math.max(1, (vertices - 1 + LEAF - 1) / LEAF);
        int leaves = Integer.highestOneBit(2 * wanted - 1);
        BallTree tree = new BallTree(new double[4 * (2 * leaves - 1)], leaves, vertices, partStarts);
        for (int node = 0; node < 2 * leaves - 1; node++) {
            tree.enclose(node, units);
        }
        return tree;
    }

    private void enclose(int node, double[] units) {
        int from = from(node);
        int to = Math.max(from, until(node));
        double x = 0;
        double y = 0;
        double z = 0;
        for (int v = from; v <= to; v++) {
            x += units[3 * v];
            y += units[3 * v + 1];
            z += units[3 * v + 2];
        }
        int count = to - from + 1;
        balls[4 * node] = x / count;
        balls[4 * node + 1] = y / count;
        balls[4 * node + 2] = z / count;
        double radius2 = 0;
        double edge2 = 0;
        for (int v = from; v <= to; v++) {
            radius2 = Math.max(radius2, square(units, v, balls, 4 * node));
            if (v > from && !begins(v)) {
                edge2 = Math.max(edge2, square(units, v, units, 3 * (v - 1)));
            }
        }
        // An arc bulges over its chord by an eighth of the chord's square on the unit sphere.
        balls[4 * node + 3] = Math.sqrt(radius2) + edge2 / 7 + 1e-15;
    }

    private static double square(double[] units, int v, double[] other, int at) {
        double dx = units[3 * v] - other[at];
        double dy = units[3 * v + 1] - other[at + 1];
        double dz = units[3 * v + 2] - other[at + 2];
        return dx * dx + dy * dy + dz * dz;
    }

    public boolean isLeaf(int node) {
        return node >= leaves - 1;
    }

    /** First vertex of the run of a node. */
    public int from(int node) {
        return bound(node, 0);
    }

    /** Last vertex of the run of a node; its edges are those between neighbours from {@code from} to here. */
    public int until(int node) {
        return bound(node, 1);
    }

    private int bound(int node, int end) {
        int depth = 31 - Integer.numberOfLeadingZeros(node + 1);
        long place = node + 1 - (1L << depth) + end;
        return (int) ((place * (vertices - 1)) >> depth);
    }

    /** Whether the vertex begins a part, so that no edge leads to it. */
    public boolean begins(int vertex) {
        if (partStarts.length == 2) {
            return vertex == 0;
        }
        return Arrays.binarySearch(partStarts, vertex) >= 0;
    }

    /** Middle of a node's ball. */
    public Vec middle(int node) {
        return new Vec(balls[4 * node], balls[4 * node + 1], balls[4 * node + 2]);
    }

    /** Radius of a node's ball, as a chord. */
    public double radius(int node) {
        return balls[4 * node + 3];
    }

    /** The least chord there can be between a point of this node's run and one of that of another. */
    public double leastChord(int node, BallTree other, int otherNode) {
        double dx = balls[4 * node] - other.balls[4 * otherNode];
        double dy = balls[4 * node + 1] - other.balls[4 * otherNode + 1];
        double dz = balls[4 * node + 2] - other.balls[4 * otherNode + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz) - radius(node) - other.radius(otherNode);
    }

    /**
     * Whether a direction can lie inside a ring of this chain. What a ring encloses, being the smaller area, lies in
     * the cap around the middle of the root ball that holds all its vertices.
     */
    boolean mayContain(double x, double y, double z) {
        double mx = balls[0];
        double my = balls[1];
        double mz = balls[2];
        double middle = Math.sqrt(mx * mx + my * my + mz * mz);
        double dx = x - mx / middle;
        double dy = y - my / middle;
        double dz = z - mz / middle;
        double reach = Math.min(FARTHEST, balls[3] + (1 - middle));
        return dx * dx + dy * dy + dz * dz <= reach * reach;
    }
}
