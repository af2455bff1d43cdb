package org.parley.space.oracle;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * One closed ring, asked whether a point is inside: it is when the azimuths from the point to the vertices turn once
 * around. The turn also tells a point's antipode from the point, so it is asked only within a hemisphere about the ring.
 */
final class Ring {
    private final List<Place> vertices;
    private final double x;
    private final double y;
    private final double z;
    private final double radius;

    Ring(List<Place> closed) {
        vertices = List.copyOf(closed);
        double[] mean = mean(vertices);
        if (!isAxis(mean)) {
            mean = ballCentre(vertices);
        }
        if (!isAxis(mean)) {
            throw new IllegalArgumentException("a ring that fits in no hemisphere");
        }
        x = mean[0];
        y = mean[1];
        z = mean[2];
        radius = vertices.stream().mapToDouble(v -> v.chordTo(x, y, z)).max().orElse(0);
    }

    static Ring of(int[] lonLat) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < lonLat.length / 2; i++) {
            places.add(Place.ofUnits(lonLat, i));
        }
        return new Ring(places);
    }

    /** On the ring itself, within rounding, either answer. */
    boolean contains(Place q) {
        if (q.x() * x + q.y() * y + q.z() * z <= 0) {
            return false;
        }
        // A ball cuts less than a hemisphere off the Earth only while it is smaller than the Earth: otherwise no short
        // cut.
        if (radius < 6_000_000 && q.chordTo(x, y, z) > radius + 10) {
            return false;
        }
        double turn = 0;
        double before = azimuth(q, vertices.getFirst());
        for (Place v : vertices) {
            double now = azimuth(q, v);
            turn += Math.IEEEremainder(now - before, 360);
            before = now;
        }
        return Math.abs(turn) > 180;
    }

    private static double azimuth(Place q, Place v) {
        return Geodesic.WGS84.Inverse(q.lat(), q.lon(), v.lat(), v.lon(), GeodesicMask.AZIMUTH).azi1;
    }

    private boolean isAxis(double[] c) {
        return vertices.stream().allMatch(v -> v.x() * c[0] + v.y() * c[1] + v.z() * c[2] > 0);
    }

    private static double[] mean(List<Place> places) {
        double[] sum = new double[3];
        for (Place p : places) {
            sum[0] += p.x() / places.size();
            sum[1] += p.y() / places.size();
            sum[2] += p.z() / places.size();
        }
        return sum;
    }

    /** Centre of the smallest ball, nearly (Bădoiu and Clarkson): an axis for every ring within a cap below a hemisphere. */
    private static double[] ballCentre(List<Place> places) {
        double[] c = mean(places);
        for (int i = 1; i <= 2_000; i++) {
            Place far = places.getFirst();
            for (Place p : places) {
                far = p.chordTo(c[0], c[1], c[2]) > far.chordTo(c[0], c[1], c[2]) ? p : far;
            }
            c[0] += (far.x() - c[0]) / (i + 1);
            c[1] += (far.y() - c[1]) / (i + 1);
            c[2] += (far.z() - c[2]) / (i + 1);
        }
        return c;
    }
}
