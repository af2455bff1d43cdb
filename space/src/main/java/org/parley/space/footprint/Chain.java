package org.parley.space.footprint;

import org.parley.space.Limits;
import org.parley.space.geodesy.Place;
import org.parley.space.geodesy.Vec;

/**
 * The stored geometry of a footprint without its buffer: parts of quantised vertices, each joined to the next by a
 * geodesic of at most 6 km. A point is one part of one vertex, a line one part, an area its rings, each closed.
 *
 * <p>What is stored is the geometry: every answer is about these vertices. Unit vectors and the tree of bounding balls
 * are derived once. Immutable and safe for use by several threads.
 */
public final class Chain {
    /** What the parts mean. */
    public enum Kind {
        POINT,
        LINE,
        AREA
    }

    /** A vertex lies within this sine of any latitude on its edges: half an edge, rounded up. */
    private static final double HALF_EDGE = 5e-4;

    private final Kind kind;
    private final int[] lats;
    private final int[] lons;
    private final int[] partStarts;
    private final int[] polygonStarts;
    private final double[] units;
    private final BallTree balls;
    private final double leastSin;
    private final double greatestSin;

    /**
     * @param partStarts first vertex of each part, and the number of vertices
     * @param polygonStarts first part of each polygon, and the number of parts; for points and lines {0, 1}
     */
    Chain(Kind kind, int[] lats, int[] lons, int[] partStarts, int[] polygonStarts) {
        this.kind = kind;
        this.lats = lats;
        this.lons = lons;
        this.partStarts = partStarts;
        this.polygonStarts = polygonStarts;
        this.units = new double[3 * lats.length];
        double least = 1;
        double greatest = 0;
        for (int v = 0; v < lats.length; v++) {
            Vec unit = place(v).unit();
            units[3 * v] = unit.x();
            units[3 * v + 1] = unit.y();
            units[3 * v + 2] = unit.z();
            least = Math.min(least, Math.abs(unit.z()));
            greatest = Math.max(greatest, Math.abs(unit.z()));
        }
        this.leastSin = Math.max(0, least - HALF_EDGE);
        this.greatestSin = Math.min(1, greatest + HALF_EDGE);
        this.balls = BallTree.over(units, partStarts);
    }

    public Kind kind() {
        return kind;
    }

    /** The same parts with other vertices. */
    Chain at(int[] newLats, int[] newLons) {
        return new Chain(kind, newLats, newLons, partStarts, polygonStarts);
    }

    /** Number of vertices; a ring counts its first vertex again at its end. */
    public int size() {
        return lats.length;
    }

    public Place place(int vertex) {
        return new Place(lats[vertex], lons[vertex]);
    }

    public Vec unit(int vertex) {
        return new Vec(units[3 * vertex], units[3 * vertex + 1], units[3 * vertex + 2]);
    }

    /** Unit vectors, three numbers a vertex. Not to be written to. */
    public double[] units() {
        return units;
    }

    /** Number of parts. */
    public int parts() {
        return partStarts.length - 1;
    }

    /** First vertex of a part; {@code partStart(parts())} is the number of vertices. */
    public int partStart(int part) {
        return partStarts[part];
    }

    /** Number of polygons of an area; 1 for a point or a line. */
    public int polygons() {
        return polygonStarts.length - 1;
    }

    /** First part of a polygon, its shell; its holes follow. */
    public int polygonStart(int polygon) {
        return polygonStarts[polygon];
    }

    /** The bounding balls of the edges. */
    public BallTree balls() {
        return balls;
    }

    /** A lower bound of the sine of |latitude| anywhere on the edges. */
    public double leastSin() {
        return leastSin;
    }

    /** An upper bound of the sine of |latitude| anywhere on the edges. */
    public double greatestSin() {
        return greatestSin;
    }

    /**
     * Whether a direction lies inside this area: inside a shell and in none of its holes. On a ring either answer may
     * come, the distance to the ring being nothing. Points and lines have no inside.
     */
    public boolean contains(double x, double y, double z) {
        if (kind != Kind.AREA || !balls.mayContain(x, y, z)) {
            return false;
        }
        for (int polygon = 0; polygon < polygons(); polygon++) {
            int shell = polygonStarts[polygon];
            boolean inside = encloses(shell, x, y, z);
            for (int hole = shell + 1; inside && hole < polygonStarts[polygon + 1]; hole++) {
                inside = !encloses(hole, x, y, z);
            }
            if (inside) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a hole lies in its shell: any of its vertices does, those on the shell itself saying nothing. Where both
     * are long, vertices from all along the hole are asked, as many as {@code Limits.HOLE_STEPS} allows.
     */
    boolean holds(int shell, int hole) {
        int vertices = partStarts[hole + 1] - partStarts[hole];
        long allowed = Limits.HOLE_STEPS / (partStarts[shell + 1] - partStarts[shell]);
        int asked = (int) Math.min(vertices, allowed);
        for (int i = 0; i < asked; i++) {
            int v = partStarts[hole] + (int) ((long) i * vertices / asked);
            if (encloses(shell, units[3 * v], units[3 * v + 1], units[3 * v + 2])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Seen from p, each vertex has a direction; projected on the tangent plane at p an arc turns the same way as the
     * chord between its projected ends, for p·(a×b) is their cross product. So the ring turns around p as often as the
     * projected polygon turns around the origin, and what it turns around at all is inside; and the antipode lies outside, by {@code Limits.REACH}.
     * No pole and no meridian is special, and each vertex's sign is computed once, so that no ray can slip between two
     * edges.
     */
    private boolean encloses(int part, double px, double py, double pz) {
        boolean steep = Math.abs(pz) > 0.7;
        double ex = steep ? 0 : -py;
        double ey = steep ? -pz : px;
        double ez = steep ? py : 0;
        double fx = py * ez - pz * ey;
        double fy = pz * ex - px * ez;
        double fz = px * ey - py * ex;
        int first = 3 * partStarts[part];
        int end = 3 * partStarts[part + 1];
        double u = units[first] * ex + units[first + 1] * ey + units[first + 2] * ez;
        double v = units[first] * fx + units[first + 1] * fy + units[first + 2] * fz;
        int turns = 0;
        for (int i = first + 3; i < end; i += 3) {
            double nextU = units[i] * ex + units[i + 1] * ey + units[i + 2] * ez;
            double nextV = units[i] * fx + units[i + 1] * fy + units[i + 2] * fz;
            boolean upward = nextV > v;
            if ((v > 0) != (nextV > 0) && (u * nextV - nextU * v > 0) == upward) {
                turns += upward ? 1 : -1;
            }
            u = nextU;
            v = nextV;
        }
        return turns != 0;
    }
}
