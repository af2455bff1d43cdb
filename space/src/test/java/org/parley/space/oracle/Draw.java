package org.parley.space.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/** Draws random simple shapes by geodesic direct; lengths in metres, angles in degrees, points as longitude, latitude. */
final class Draw {
    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** As many of each order of magnitude. */
    double size(double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int upTo(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    static double[] go(double[] from, double azimuth, double metres) {
        GeodesicData g = Geodesic.WGS84.Direct(from[1], from[0], azimuth, metres);
        return new double[] {g.lon2, g.lat2};
    }

    static GeodesicData between(double[] from, double[] to) {
        return Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
    }

    Entered any(double[] at, double size) {
        return switch (upTo(0, 3)) {
            case 0 -> Entered.circle(at[0], at[1], Math.min(size * between(0.01, 1), 100_000));
            case 1 -> corridor(at, size);
            case 2 -> holed(at, Math.max(size, 5));
            default -> Entered.polygon(List.of(star(at, size, 0.5)));
        };
    }

    Entered corridor(double[] at, double size) {
        int legs = upTo(1, 5);
        double[] chain = new double[2 * legs + 2];
        double heading = between(0, 360);
        double[] p = at;
        put(chain, 0, p);
        for (int i = 1; i <= legs; i++) {
            p = go(p, heading, between(0.2, 1) * size);
            heading += between(-70, 70);
            put(chain, i, p);
        }
        return Entered.corridor(chain, oneIn(8) ? 0 : size(0.01, Math.max(0.02, Math.min(size, 20_000))));
    }

    /** Star-shaped about its centre, so simple: vertices at growing azimuths, never 180 degrees apart. */
    double[] star(double[] at, double size, double innermost) {
        return star(at, size, innermost, upTo(3, 14));
    }

    double[] star(double[] at, double size, double innermost, int n) {
        double[] ring = new double[2 * n + 2];
        double turn = between(0, 360);
        double way = oneIn(2) ? 1 : -1;
        for (int i = 0; i < n; i++) {
            double azimuth = turn + way * (i + between(-0.2, 0.2)) * 360 / n;
            put(ring, i, go(at, azimuth, size * between(innermost, 1)));
        }
        return closed(ring);
    }

    /** The hole lies between 0.09 and 0.28 of the size from the centre, the shell beyond 0.31. */
    Entered holed(double[] at, double size) {
        return Entered.polygon(List.of(star(at, size, 0.5, upTo(5, 14)), star(at, 0.28 * size, 0.5, upTo(5, 9))));
    }

    /** A quadrangle so much longer than wide that rounding alone moves it by its width. */
    Entered sliver(double[] at, double length, double width) {
        double azimuth = between(0, 360);
        double[] end = go(at, azimuth, length);
        double onward = between(at, end).azi2;
        return quad(at, end, go(end, onward + 90, width), go(at, azimuth + 90, width));
    }

    static Entered triangle(double[] a, double[] b, double[] c) {
        return Entered.polygon(List.of(new double[] {a[0], a[1], b[0], b[1], c[0], c[1], a[0], a[1]}));
    }

    private static Entered quad(double[] a, double[] b, double[] c, double[] d) {
        return Entered.polygon(List.of(new double[] {a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1], a[0], a[1]}));
    }

    static double[] vertex(double[] chain, int i) {
        return Arrays.copyOfRange(chain, 2 * i, 2 * i + 2);
    }

    private static double[] closed(double[] ring) {
        put(ring, ring.length / 2 - 1, vertex(ring, 0));
        return ring;
    }

    private static void put(double[] chain, int i, double[] p) {
        chain[2 * i] = p[0];
        chain[2 * i + 1] = p[1];
    }
}
