package org.parley.space.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;

/** What is inside an area: against ray casting over a dense boundary, and where rays over longitudes fail. */
class InsideTest {
    private static final PlainEntry ENTRY = new PlainEntry();

    private static boolean covers(OracleFootprint area, double[] at) {
        return Oracle.covers(area, (int) Math.round(at[0] * 1e7), (int) Math.round(at[1] * 1e7));
    }

    private static OracleFootprint ringAbout(double[] c, double radius, int n, boolean reversed) {
        double[] ring = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            double[] p = Draw.go(c, (reversed ? -360.0 : 360.0) * (i % n) / n, radius);
            ring[2 * i] = p[0];
            ring[2 * i + 1] = p[1];
        }
        return ENTRY.stored(Entered.polygon(List.of(ring)));
    }

    @Test
    void rayCastingOverADenseBoundaryAgrees() {
        RandomGenerator random = new SplittableRandom(11);
        Draw draw = new Draw(random);
        int inside = 0;
        for (int i = 0; i < 60; i++) {
            double[] c = {random.nextDouble(-150, 150), random.nextDouble(-70, 70)};
            double size = draw.size(100, 20_000);
            Entered shape = draw.holed(c, size);
            OracleFootprint stored = ENTRY.stored(shape);
            double[][] dense = shape.chains().stream().map(InsideTest::dense).toArray(double[][]::new);
            for (int k = 0; k < 20; k++) {
                double[] at = Draw.go(c, random.nextDouble(0, 360), random.nextDouble() * size);
                boolean expected = rays(dense[0], at) && !rays(dense[1], at);
                inside += expected ? 1 : 0;
                if (nearest(dense, at) > 0.002 * size) {
                    assertThat(covers(stored, at)).as("%s at %s", shape, at).isEqualTo(expected);
                }
            }
        }
        assertThat(inside).isBetween(200, 1_000);
    }

    private static double[] dense(double[] ring) {
        int steps = 200;
        double[] out = new double[(ring.length / 2 - 1) * steps * 2];
        for (int i = 0; i + 3 < ring.length; i += 2) {
            GeodesicLine line = Geodesic.WGS84.InverseLine(ring[i + 1], ring[i], ring[i + 3], ring[i + 2]);
            for (int k = 0; k < steps; k++) {
                GeodesicData g = line.Position(line.Distance() * k / steps);
                out[i * steps + 2 * k] = g.lon2;
                out[i * steps + 2 * k + 1] = g.lat2;
            }
        }
        return out;
    }

    private static boolean rays(double[] ring, double[] at) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            boolean spans = (ring[i + 1] > at[1]) != (ring[j + 1] > at[1]);
            double t = (at[1] - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
            inside ^= spans && at[0] < ring[i] + t * (ring[j] - ring[i]);
        }
        return inside;
    }

    private static double nearest(double[][] rings, double[] at) {
        Place p = Place.of(at[1], at[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                least = Math.min(least, p.chordTo(Place.of(ring[i + 1], ring[i])));
            }
        }
        return least;
    }

    /** A ring of many vertices about a centre is a circle, wherever the centre is and whichever way it winds. */
    @Test
    void ringsAboutPolesAndTheAntimeridianHoldWhatIsNearTheirCentre() {
        double[][] centres = {{0, 90}, {33, -90}, {180, 0}, {-180, 65}, {10, 89.9}, {0, 0}, {-179.99, -45}};
        for (double[] c : centres) {
            for (double radius : new double[] {5, 3_000, 400_000, 6_000_000}) {
                OracleFootprint area = ringAbout(c, radius, 60, radius == 3_000);
                for (double azimuth = 0; azimuth < 360; azimuth += 35) {
                    assertThat(covers(area, Draw.go(c, azimuth, 0.98 * radius))).isTrue();
                    assertThat(covers(area, Draw.go(c, azimuth, 1.02 * radius))).isFalse();
                }
                assertThat(covers(area, c)).isTrue();
                double[] antipode = {c[0] > 0 ? c[0] - 180 : c[0] + 180, -c[1]};
                assertThat(covers(area, antipode)).isFalse();
            }
        }
    }

    /** Most vertices on one side pull the mean off the middle, until no ball is a short cut and only the hemisphere is. */
    @Test
    void aLopsidedRingDoesNotHoldAntipodes() {
        double[] c = {20, 40};
        for (double radius : new double[] {4_900_000, 7_900_000}) {
            List<Place> ring = new ArrayList<>(Collections.nCopies(2_000, placeOf(Draw.go(c, 0, radius))));
            for (int azimuth = 0; azimuth <= 360; azimuth += 2) {
                ring.add(placeOf(Draw.go(c, azimuth, radius)));
            }
            Ring lopsided = new Ring(ring);
            assertThat(lopsided.contains(placeOf(c))).isTrue();
            assertThat(lopsided.contains(placeOf(Draw.go(c, 180, 0.98 * radius))))
                    .isTrue();
            assertThat(lopsided.contains(placeOf(Draw.go(c, 180, 1.02 * radius))))
                    .isFalse();
            assertThat(lopsided.contains(Place.of(-40, -160))).isFalse();
        }
    }

    private static Place placeOf(double[] lonLat) {
        return Place.of(lonLat[1], lonLat[0]);
    }

    @Test
    void distanceToARingAboutThePoleIsToItsNearestEdge() {
        OracleFootprint cap = ringAbout(new double[] {0, 90}, 100_000, 4, false);
        double[] out = Draw.go(new double[] {45, 90}, 0, 100_000);
        OracleFootprint probe = ENTRY.stored(Entered.circle(out[0], out[1], 0));
        // Square about the pole, so from the edge's middle at 100 km / sqrt 2; the Earth takes off metres only.
        assertThat(Oracle.distance(cap, probe)).isCloseTo(100_000 - 100_000 / Math.sqrt(2), within(10.0));
        assertThat(Oracle.distance(cap, ENTRY.stored(Entered.circle(5, 89.9, 1))))
                .isZero();
    }

    @Test
    void insideAHoleTheDistanceIsToItsRing() {
        double[] c = {180, 60};
        List<double[]> rings = List.of(square(c, 10_000), square(c, 2_000));
        OracleFootprint area = ENTRY.stored(Entered.polygon(rings));
        double side = 2_000 / Math.sqrt(2);
        OracleFootprint within = ENTRY.stored(Entered.circle(c[0], c[1], 400));
        assertThat(Oracle.distance(area, within)).isCloseTo(side - 400, within(0.1));
        assertThat(Oracle.distance(within, area)).isCloseTo(side - 400, within(0.1));
        OracleFootprint grown = OracleFootprint.area(area.parts().getFirst(), 150_00);
        assertThat(Oracle.distance(grown, within)).isCloseTo(side - 550, within(0.1));
        OracleFootprint island = ENTRY.stored(Entered.polygon(List.of(square(c, 500))));
        assertThat(Oracle.distance(area, island)).isCloseTo(side - 500 / Math.sqrt(2), within(0.1));
        double[] solid = Draw.go(c, 45, 4_000);
        assertThat(Oracle.distance(area, ENTRY.stored(Entered.circle(solid[0], solid[1], 0))))
                .isZero();
        OracleFootprint around = ENTRY.stored(Entered.polygon(List.of(square(c, 30_000))));
        assertThat(Oracle.distance(area, around)).isZero();
    }

    private static double[] square(double[] c, double radius) {
        double[] ring = new double[10];
        for (int i = 0; i <= 4; i++) {
            double[] p = Draw.go(c, 90.0 * (i % 4), radius);
            ring[2 * i] = p[0];
            ring[2 * i + 1] = p[1];
        }
        return ring;
    }

    @Test
    void everyPartOfAnAreaCounts() {
        OracleFootprint one = ringAbout(new double[] {10, 50}, 3_000, 8, false);
        OracleFootprint two = ringAbout(new double[] {12, 50}, 3_000, 8, true);
        OracleFootprint both = new OracleFootprint(
                OracleFootprint.Kind.AREA,
                List.of(one.parts().getFirst(), two.parts().getFirst()),
                0);
        OracleFootprint inSecond = OracleFootprint.point(120_000_000, 500_000_000, 0);
        assertThat(Oracle.distance(both, inSecond)).isZero();
        assertThat(Oracle.distance(one, inSecond)).isGreaterThan(100_000);
        assertThat(Oracle.distance(ringAbout(new double[] {12, 50}, 9_000, 8, false), both))
                .isZero();
    }
}
