package org.parley.space.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;

/** The distance of the oracle against published figures, constructions and a slower method. */
class OracleTest {
    private static final PlainEntry ENTRY = new PlainEntry();
    /** Karney 2013: a quarter of a WGS 84 meridian, metres. */
    private static final double QUARTER_MERIDIAN = 10_001_965.729;

    private static final double EQUATOR_DEGREE = 6_378_137 * Math.PI / 180;

    private static int units(double degrees) {
        return (int) Math.round(degrees * 1e7);
    }

    private static OracleFootprint circle(double lon, double lat, double radius) {
        return OracleFootprint.point(units(lon), units(lat), Math.round(radius * 100));
    }

    @Test
    void meridianAndEquatorArcsAreTheirPublishedLengths() {
        OracleFootprint pole = circle(77, 90, 0);
        assertThat(Oracle.distance(circle(-120, 0, 0), pole)).isCloseTo(QUARTER_MERIDIAN, within(1e-3));
        assertThat(Oracle.distance(circle(179.5, 0, 0), circle(-179.5, 0, 0))).isCloseTo(EQUATOR_DEGREE, within(1e-7));
        OracleFootprint equator = OracleFootprint.line(new int[] {-200_000, 0, 200_000, 0}, 0);
        assertThat(Oracle.distance(equator, circle(0.01, 90, 1_000))).isCloseTo(QUARTER_MERIDIAN - 1_000, within(1e-3));
        assertThat(Oracle.distance(equator, circle(1.02, 0, 100))).isCloseTo(EQUATOR_DEGREE - 100, within(1e-7));
    }

    @Test
    void circlesAreTheirCentresApartLessBothRadii() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            OracleFootprint a = circle(random.nextDouble(-180, 180), random.nextDouble(-90, 90), random.nextInt(1_000));
            OracleFootprint b = circle(random.nextDouble(-180, 180), random.nextDouble(-90, 90), random.nextInt(1_000));
            Place p = Place.ofUnits(a.parts().getFirst().getFirst(), 0);
            Place q = Place.ofUnits(b.parts().getFirst().getFirst(), 0);
            double centres = Geodesic.WGS84.Inverse(p.lat(), p.lon(), q.lat(), q.lon()).s12;
            assertThat(Oracle.distance(a, b)).isCloseTo(centres - (a.bufferCm() + b.bufferCm()) / 100.0, within(1e-7));
        }
        assertThat(Oracle.distance(circle(0, 0, 60_000), circle(1, 0, 51_319.49)))
                .isCloseTo(0.0008, within(1e-4));
        assertThat(Oracle.distance(circle(0, 0, 60_000), circle(1, 0, 51_319.50)))
                .isZero();
    }

    /** From a point of the edge go at a right angle: that far is the edge, whatever the latitude. */
    @Test
    void aPointSquareToAnEdgeIsAsFarAsItWent() {
        RandomGenerator random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            double lat = random.nextInt(4) == 0 ? 89.99 : random.nextDouble(-90, 90);
            GeodesicLine line = Geodesic.WGS84.Line(lat, random.nextDouble(-180, 180), random.nextDouble(-180, 180));
            double length = Math.exp(random.nextDouble(0, Math.log(6_000)));
            GeodesicData to = line.Position(length);
            GeodesicData foot = line.Position(length * random.nextDouble());
            double away = Math.exp(random.nextDouble(Math.log(1e-3), Math.log(3e6)));
            GeodesicData p = Geodesic.WGS84.Direct(foot.lat2, foot.lon2, foot.azi2 + 90, away);
            Edge edge = new Edge(Place.of(lat, line.Longitude()), Place.of(to.lat2, to.lon2), false);
            Place place = Place.of(p.lat2, p.lon2);
            assertThat(edge.distanceFrom(place)).isCloseTo(away, within(1e-6));
            assertThat(edge.leastDistanceFrom(place)).isLessThanOrEqualTo(away + 1e-6);
        }
    }

    @Test
    void edgesThroughOnePointCrossAndThoseThatStopShortDoNot() {
        RandomGenerator random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double lat = random.nextInt(3) == 0 ? 90 : random.nextDouble(-90, 90);
            double[] x = {random.nextDouble(-180, 180), lat};
            double azimuth = random.nextDouble(-180, 180);
            double angle = random.nextDouble(1, 179);
            Edge through = through(x, azimuth, -2_000, 2_000);
            assertThat(through.crosses(through(x, azimuth + angle, -random.nextDouble(1e-3, 2_000), 1_500)))
                    .isTrue();
            double gap = random.nextDouble(1e-3, 1_000);
            Edge stops = through(x, azimuth + angle, gap, gap + 1_500);
            assertThat(through.crosses(stops)).isFalse();
            double sine = gap * Math.sin(Math.toRadians(angle));
            assertThat(through.distanceFrom(stops.from)).isCloseTo(sine, within(1e-6 + gap * 1e-7));
        }
    }

    private static Edge through(double[] x, double azimuth, double low, double high) {
        double[] a = Draw.go(x, azimuth, low);
        double[] b = Draw.go(x, azimuth, high);
        return new Edge(Place.of(a[1], a[0]), Place.of(b[1], b[0]), true);
    }

    /** Nested golden section over both edges, on distances alone: no azimuths, no bounds, no theorem about ends. */
    @Test
    void aSlowSearchOverBothEdgesFindsTheSameDistance() {
        RandomGenerator random = new SplittableRandom(4);
        Draw draw = new Draw(random);
        for (int i = 0; i < 400; i++) {
            double[] c = {random.nextDouble(-180, 180), random.nextInt(3) == 0 ? 89.9 : random.nextDouble(-80, 80)};
            double size = draw.size(10, 5_000);
            OracleFootprint a = ENTRY.stored(Draw.triangle(c, Draw.go(c, 10, size), Draw.go(c, 80, size)));
            double[] far = Draw.go(c, random.nextDouble(100, 350), draw.size(1, 500_000));
            double turn = random.nextDouble(0, 360);
            double[] end = Draw.go(far, turn, size);
            OracleFootprint b = ENTRY.stored(Entered.corridor(new double[] {far[0], far[1], end[0], end[1]}, 0));
            assertThat(Oracle.distance(a, b)).isCloseTo(slow(a, b), within(1e-4));
        }
    }

    private static double slow(OracleFootprint a, OracleFootprint b) {
        int[] ring = a.parts().getFirst().getFirst();
        int[] chain = b.parts().getFirst().getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            for (int j = 0; j + 3 < chain.length; j += 2) {
                least = Math.min(least, slow(line(ring, i), line(chain, j)));
            }
        }
        return least;
    }

    private static double slow(GeodesicLine e, GeodesicLine f) {
        return least(e.Distance(), s -> {
            GeodesicData p = e.Position(s);
            return least(f.Distance(), t -> {
                GeodesicData q = f.Position(t);
                return Geodesic.WGS84.Inverse(p.lat2, p.lon2, q.lat2, q.lon2).s12;
            });
        });
    }

    private static GeodesicLine line(int[] u, int i) {
        return Geodesic.WGS84.InverseLine(u[i + 1] / 1e7, u[i] / 1e7, u[i + 3] / 1e7, u[i + 2] / 1e7);
    }

    private static double least(double high, DoubleUnaryOperator f) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double a = 0;
        double b = high;
        double c = b - golden * (b - a);
        double d = a + golden * (b - a);
        double fc = f.applyAsDouble(c);
        double fd = f.applyAsDouble(d);
        while (b - a > 1e-5) {
            if (fc < fd) {
                b = d;
                d = c;
                fd = fc;
                c = b - golden * (b - a);
                fc = f.applyAsDouble(c);
            } else {
                a = c;
                c = d;
                fc = fd;
                d = a + golden * (b - a);
                fd = f.applyAsDouble(d);
            }
        }
        return Math.min(Math.min(fc, fd), Math.min(f.applyAsDouble(0), f.applyAsDouble(high)));
    }

    /** Bounds may only save work: every end against every edge, none left out, gives the same. */
    @Test
    void pruningChangesNothing() {
        int compared = 0;
        for (int i = 0; i < 1_500; i++) {
            HardPairs.Pair pair = HardPairs.of(6, i);
            OracleFootprint a = ENTRY.stored(pair.a());
            OracleFootprint b = ENTRY.stored(pair.b());
            double found = Oracle.distance(a, b);
            Cluster e = new Core(a).edges;
            Cluster f = new Core(b).edges;
            if (found > 0 && e.edges.size() * f.edges.size() < 1_500) {
                double all = Math.min(exhaustive(e, f), exhaustive(f, e)) - (a.bufferCm() + b.bufferCm()) / 100.0;
                assertThat(found).as("%d %s", i, pair).isCloseTo(all, within(1e-6));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    private static double exhaustive(Cluster ends, Cluster edges) {
        double least = Double.POSITIVE_INFINITY;
        for (Edge end : ends.edges) {
            for (Edge edge : edges.edges) {
                least = Math.min(least, Math.min(edge.distanceFrom(end.from), edge.distanceFrom(end.to)));
            }
        }
        return least;
    }

    @Test
    void whatIsNotCutOrNotClosedIsRefused() {
        OracleFootprint uncut = OracleFootprint.line(new int[] {0, 0, 600_000, 0}, 0);
        assertThatThrownBy(() -> Oracle.distance(uncut, uncut)).hasMessageContaining("not cut");
        for (int[] open : new int[][] {{0, 0, 10, 0, 10, 10, 0, 10}, {0, 0, 10, 0, 10, 10, 20, 0}}) {
            assertThatThrownBy(() -> OracleFootprint.area(List.of(open), 0)).hasMessageContaining("open");
        }
    }
}
