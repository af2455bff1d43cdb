package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.parley.space.oracle.OracleFootprint;

/** The entry rules of {@code docs/vectors/README.md}, written again from that page, on GeographicLib. */
final class Cut {
    private static final double EDGE = 5_990;
    private static final double TOLERANCE = 1.0;
    private static final double QUANTUM = 0.008;
    private static final double A = 6_378_137;
    private static final double POLAR_RADIUS = A / (1 - 1 / 298.257223563);
    private static final long TURN = 3_600_000_000L;

    /** A cut point this near to a tie, in units, depends on the last digits of a geodesic: 2 µm. */
    private static final double TIE = 2e-4;

    private final boolean planar;
    private double deviation;
    private boolean tied;

    Cut(boolean planar) {
        this.planar = planar;
    }

    /** Whether another implementation might rightly round a cut point the other way: no case for publishing. */
    boolean tied() {
        return tied;
    }

    static OracleFootprint circle(double lon, double lat, double radius) {
        return OracleFootprint.point(wrap(units(lon)), (int) units(lat), (long) Math.ceil(radius * 100));
    }

    static OracleFootprint corridor(double[] lonLat, double halfWidth, boolean planar) {
        return new Cut(planar).line(lonLat, halfWidth);
    }

    OracleFootprint line(double[] lonLat, double halfWidth) {
        int[] line = chain(lonLat);
        return OracleFootprint.line(line, (long) Math.ceil(halfWidth * 100) + margin());
    }

    static OracleFootprint polygon(boolean planar, double[]... rings) {
        return area(planar, List.of(List.of(rings)));
    }

    static OracleFootprint area(boolean planar, List<List<double[]>> polygons) {
        return new Cut(planar).polygons(polygons);
    }

    OracleFootprint polygons(List<List<double[]>> polygons) {
        List<List<int[]>> parts = polygons.stream()
                .map(rings -> rings.stream().map(this::chain).toList())
                .toList();
        return new OracleFootprint(OracleFootprint.Kind.AREA, parts, margin());
    }

    private long margin() {
        return (long) Math.ceil(deviation * 100);
    }

    private int[] chain(double[] lonLat) {
        List<Integer> out = new ArrayList<>();
        add(out, units(lonLat[0]), units(lonLat[1]));
        for (int i = 2; i < lonLat.length; i += 2) {
            long lon = wrap(out.get(out.size() - 2));
            long lat = out.getLast();
            long toLon = wrap(units(lonLat[i]));
            long toLat = units(lonLat[i + 1]);
            if (planar) {
                long step = toLon - lon;
                step = step > TURN / 2 ? step - TURN : step < -TURN / 2 ? step + TURN : step;
                deviation = Math.max(deviation, Math.min(TOLERANCE, halve(out, lon, lat, step, toLat - lat, 0, 1)));
            } else {
                geodesic(out, lon, lat, toLon, toLat);
            }
            add(out, toLon, toLat);
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    private void geodesic(List<Integer> out, long lon, long lat, long toLon, long toLat) {
        GeodesicLine line = Geodesic.WGS84.InverseLine(lat / 1e7, lon / 1e7, toLat / 1e7, toLon / 1e7);
        int pieces = (int) Math.ceil(line.Distance() / EDGE);
        for (int k = 1; k < pieces; k++) {
            GeodesicData cut = line.Position(line.Distance() * k / pieces);
            add(out, firmly(cut.lon2 * 1e7), firmly(cut.lat2 * 1e7));
        }
    }

    private long firmly(double units) {
        tied |= Math.abs(units - Math.floor(units) - 0.5) < TIE;
        return (long) Math.rint(units);
    }

    /** Cut points strictly between two fractions of an edge; returns the greatest deviation. */
    private double halve(List<Integer> out, long lon, long lat, long step, long rise, double t0, double t1) {
        double phi0 = Math.toRadians((lat + t0 * rise) / 1e7);
        double phi1 = Math.toRadians((lat + t1 * rise) / 1e7);
        double turn = Math.toRadians((t1 - t0) * Math.abs(step) / 1e7);
        boolean overEquator = Math.min(phi0, phi1) <= 0 && Math.max(phi0, phi1) >= 0;
        double cos = overEquator ? 1 : Math.cos(Math.min(Math.abs(phi0), Math.abs(phi1)));
        double length = POLAR_RADIUS * Math.hypot(phi1 - phi0, cos * turn);
        double steepest = Math.max(Math.abs(phi0), Math.abs(phi1));
        double tan = Math.sin(steepest) / Math.max(1e-12, Math.cos(steepest));
        double bound = turn == 0 ? 0 : Math.min(length / 2, 1.02 * tan * cos * turn * length / 4);
        if (length <= EDGE && bound <= TOLERANCE - QUANTUM) {
            return t1 - t0 == 1 ? bound : bound + QUANTUM;
        }
        double middle = (t0 + t1) / 2;
        double before = halve(out, lon, lat, step, rise, t0, middle);
        add(out, (long) Math.rint(lon + middle * step), (long) Math.rint(lat + middle * rise));
        return Math.max(before, halve(out, lon, lat, step, rise, middle, t1));
    }

    private static void add(List<Integer> out, long lon, long lat) {
        out.add(wrap(lon));
        out.add((int) lat);
    }

    static long units(double degrees) {
        return (long) Math.rint(degrees * 1e7);
    }

    /** −180° up to, not including, 180°. */
    static int wrap(long lon) {
        return (int) (Math.floorMod(lon + TURN / 2, TURN) - TURN / 2);
    }
}
