package org.parley.space.footprint;

import java.util.Arrays;
import org.parley.space.Limits;
import org.parley.space.geodesy.Ellipsoid;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

/**
 * Cuts edges as entered into stored edges of at most 6 km, quantising each cut point: from then on the chain is the
 * geometry. Remembers how far a planar edge may lie beside its chain.
 */
final class Cutting {
    /** Cut points are quantised to 1e-7 degree: at most 0.8 cm from where they belong. */
    private static final double QUANTUM = 0.008;

    private final Edges edges;
    private int[] lats = new int[16];
    private int[] lons = new int[16];
    private int[] origins = new int[16];
    private int size;
    private double deviation;

    Cutting(Edges edges) {
        this.edges = edges;
    }

    int size() {
        return size;
    }

    int[] lats() {
        return Arrays.copyOf(lats, size);
    }

    int[] lons() {
        return Arrays.copyOf(lons, size);
    }

    /** For each stored vertex the entered edge that leads to it. */
    int[] origins() {
        return Arrays.copyOf(origins, size);
    }

    /** Whole centimetres by which the chain may differ from what was entered. */
    long margin() {
        return (long) Math.ceil(deviation * 100);
    }

    boolean full() {
        return size > Limits.VERTICES_STORED;
    }

    void add(Place place, int origin) {
        if (size == lats.length) {
            lats = Arrays.copyOf(lats, 2 * size);
            lons = Arrays.copyOf(lons, 2 * size);
            origins = Arrays.copyOf(origins, 2 * size);
        }
        lats[size] = place.lat();
        lons[size] = place.lon();
        origins[size++] = origin;
    }

    /** Adds the cut points between two places, and the second. */
    void edge(Place from, Place to, int origin) {
        if (edges == Edges.GEODESIC) {
            geodesic(from, to, origin);
        } else {
            planar(from, to, origin);
        }
    }

    private void geodesic(Place from, Place to, int origin) {
        Geodesic.Inverse whole = Geodesic.inverse(from.phi(), from.lambda(), to.phi(), to.lambda());
        int pieces = (int) Math.ceil(whole.metres() / Limits.EDGE);
        for (int i = 1; i < pieces && !full(); i++) {
            double[] cut = Geodesic.direct(from.phi(), from.lambda(), whole.azimuth(), whole.metres() * i / pieces);
            add(Place.ofRadians(cut[0], cut[1]), origin);
        }
        add(to, origin);
    }

    private void planar(Place from, Place to, int origin) {
        long step = shortWay(from.lon(), to.lon());
        double deviationHere = halve(from, to.lat() - (double) from.lat(), step, 0, 1, origin);
        deviation = Math.max(deviation, Math.min(deviationHere, Limits.PLANAR_TOLERANCE));
        add(to, origin);
    }

    /** The step in longitude from one to another, −180° to 180°, in 1e-7 degree. */
    static long shortWay(int from, int to) {
        long turn = 360L * Place.DEGREE;
        long step = (long) to - from;
        return step > turn / 2 ? step - turn : step < -turn / 2 ? step + turn : step;
    }

    /** Adds cut points strictly between two fractions of an edge, in order; returns the greatest deviation. */
    private double halve(Place from, double rise, long step, double t0, double t1, int origin) {
        if (full()) {
            return 0;
        }
        double phi0 = radians(from.lat() + t0 * rise);
        double phi1 = radians(from.lat() + t1 * rise);
        double turn = radians((t1 - t0) * Math.abs((double) step));
        double length = lengthBound(phi0, phi1, turn);
        double bound = deviationBound(phi0, phi1, turn, length);
        if (length <= Limits.EDGE && bound <= Limits.PLANAR_TOLERANCE - QUANTUM) {
            return t1 - t0 == 1 ? bound : bound + QUANTUM;
        }
        double middle = (t0 + t1) / 2;
        double before = halve(from, rise, step, t0, middle, origin);
        add(Place.ofUnits(from.lat() + middle * rise, from.lon() + middle * step), origin);
        return Math.max(before, halve(from, rise, step, middle, t1, origin));
    }

    private static double radians(double units) {
        return units * (StrictMath.PI / 180 / Place.DEGREE);
    }

    /** An upper bound in metres of the length of a planar edge. */
    private static double lengthBound(double phi0, double phi1, double turn) {
        double along = Math.abs(phi1 - phi0);
        double across = greatestCos(phi0, phi1) * turn;
        return Ellipsoid.GREATEST_RADIUS * Math.sqrt(along * along + across * across);
    }

    /**
     * An upper bound in metres of the distance between a planar edge and the geodesic between its ends. A line straight
     * in latitude and longitude with heading θ has geodesic curvature tan φ · sin θ · (1 + cos²θ) / R, and a curve of
     * curvature at most κ lies within κL²/8 of its chord; L sin θ is at most R · cos φ · Δλ. Two per cent cover the
     * flattening. Nor is any point of it farther than L/2 from an end.
     */
    private static double deviationBound(double phi0, double phi1, double turn, double length) {
        if (turn == 0) {
            return 0;
        }
        double steepest = Math.max(Math.abs(phi0), Math.abs(phi1));
        double tan = StrictMath.sin(steepest) / Math.max(1e-12, StrictMath.cos(steepest));
        return Math.min(length / 2, 1.02 * tan * greatestCos(phi0, phi1) * turn * length / 4);
    }

    private static double greatestCos(double phi0, double phi1) {
        boolean overEquator = Math.min(phi0, phi1) <= 0 && Math.max(phi0, phi1) >= 0;
        return overEquator ? 1 : StrictMath.cos(Math.min(Math.abs(phi0), Math.abs(phi1)));
    }
}
