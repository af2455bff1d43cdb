package org.parley.space;

/**
 * Every limit of {@code space}, in one place, with its reason. Distances in metres, heights in centimetres (WGS 84, above
 * the ellipsoid), angles in degrees.
 */
public final class Limits {
    private Limits() {}

    /** Longest stored edge before quantising: up to 6 km a great-circle arc is the geodesic to 0.24 cm. */
    public static final double EDGE = 5_990;

    /** A planar edge and its chain differ by at most this, and the footprint carries what they differ by as a margin. */
    public static final double PLANAR_TOLERANCE = 1.0;

    /** Vertices of one footprint as entered: beyond it an exact test could keep a desk waiting. */
    public static final int VERTICES_ENTERED = 100_000;

    /** Vertices of one footprint after cutting, for the same reason. */
    public static final int VERTICES_STORED = 400_000;

    /**
     * Pairs of edges that may be compared in search of crossings, for each footprint, and besides for each of its edges: an
     * ordinary ring needs some dozens an edge, one that runs along itself again and again as many as it has edges.
     */
    public static final long EDGE_PAIRS = 50_000_000;

    /** The same for each stored edge. */
    public static final long EDGE_PAIRS_EACH = 60;

    /** Steps that the search for a vertex of a hole in its shell may take: a few dozen milliseconds. */
    public static final long HOLE_STEPS = 20_000_000;

    /** A footprint lies within this of its middle: so its inside, the smaller area, is never in doubt. */
    public static final double REACH = 8_000_000;

    /** Longest geodesic edge as entered: beyond it two ends no longer say which way round is meant. */
    public static final double EDGE_ENTERED = 8_000_000;

    /** Largest radius of a circle: the inverse problem is solved well inside its region of convergence. */
    public static final double RADIUS = 2_000_000;

    /** Largest half-width of a corridor. */
    public static final double HALF_WIDTH = 500_000;

    /** Largest horizontal minimum. */
    public static final double HORIZONTAL_MINIMUM = 500_000;

    /** Largest vertical minimum, in metres: more than any band is high. */
    public static final double VERTICAL_MINIMUM = 1_000_000;

    /** Largest time minimum in seconds: ten years. */
    public static final long TIME_MINIMUM = 315_576_000;

    /** Lowest height that is believed, in metres above the ellipsoid: below the deepest sea. */
    public static final double LOWEST = -12_000;

    /** Greatest height that is believed, in metres above the ellipsoid: the edge of space and far beyond it. */
    public static final double HIGHEST = 1_000_000;

    /** Greatest flight level that is believed: where the standard atmosphere's formula ends. */
    public static final double HIGHEST_LEVEL = 2_000;

    /** Rings of one footprint: each is asked about on its own. */
    public static final int RINGS = 2_000;

    /** How often a ring or line may come to one place: what runs to and fro without end is no outline. */
    public static final int VISITS = 1_000;

    /** Ring crossings shallower than this, in metres, are the doing of quantised cut points, not of the author. */
    public static final double CROSSING_TOLERANCE = 0.05;

    /** The error band: a distance computed below the minimum plus this is a conflict, in metres. */
    public static final double ERROR_BAND = 0.01;

    /** A later start is looked for this far ahead, in milliseconds: thirty days. Beyond it a plan is another plan. */
    public static final long LATEST = 30L * 86_400_000;

    /** A sideways shift is looked for this far, in metres. */
    public static final double FARTHEST_SHIFT = 200_000;

    /** A sideways shift is the least along its bearing to this many metres. */
    public static final double SHIFT_STEP = 1;

    /** Steps of the least length along one bearing; after them each is a tenth longer than the last. */
    public static final int SHIFT_STEPS = 50;

    /** Pairs measured for one sideways shift: then the best so far is offered. */
    public static final int SHIFT_PAIRS = 20_000;

    /** Stored vertices of a control line: each is compared with each edge of what lies by it. */
    public static final int LINE_VERTICES = 5_000;

    /** How far a control line is thought to go on straight beyond its ends, in metres. */
    public static final double LINE_GOES_ON = 200_000;

    /** Bearings along which a sideways shift is looked for: every ten degrees. */
    public static final int BEARINGS = 36;
}
