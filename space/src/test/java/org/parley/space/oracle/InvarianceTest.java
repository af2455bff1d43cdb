package org.parley.space.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;

/** Ways to write the same footprint: the distance must not notice. */
class InvarianceTest {
    private static final PlainEntry ENTRY = new PlainEntry();
    private static final int PAIRS = 1_200;
    private static final long SEED = 21;

    /** Slivers thinner than the rounding may swap their sides when a vertex is added. */
    private static boolean isThick(HardPairs.Pair pair) {
        return pair.how() != HardPairs.How.BY_SLIVER;
    }

    private static OracleFootprint rewrite(OracleFootprint footprint, UnaryOperator<int[]> chain) {
        List<List<int[]>> parts = footprint.parts().stream()
                .map(rings -> rings.stream().map(chain).toList())
                .toList();
        return new OracleFootprint(footprint.kind(), parts, footprint.bufferCm());
    }

    private static void assertSame(UnaryOperator<int[]> ring, UnaryOperator<int[]> line, double tolerance) {
        for (int i = 0; i < PAIRS; i++) {
            HardPairs.Pair pair = HardPairs.of(SEED, i);
            OracleFootprint a = ENTRY.stored(pair.a());
            OracleFootprint b = ENTRY.stored(pair.b());
            if (tolerance < 1e-3 || isThick(pair)) {
                double before = Oracle.distance(a, b);
                OracleFootprint again = rewrite(a, a.kind() == OracleFootprint.Kind.AREA ? ring : line);
                assertThat(Oracle.distance(b, again)).as("%d %s", i, pair).isCloseTo(before, within(tolerance));
            }
        }
    }

    @Test
    void swapping() {
        assertSame(UnaryOperator.identity(), UnaryOperator.identity(), 2e-6);
    }

    @Test
    void reversing() {
        assertSame(InvarianceTest::reversed, InvarianceTest::reversed, 2e-6);
    }

    private static int[] reversed(int[] chain) {
        int[] out = new int[chain.length];
        for (int i = 0; i < chain.length; i += 2) {
            out[i] = chain[chain.length - 2 - i];
            out[i + 1] = chain[chain.length - 1 - i];
        }
        return out;
    }

    @Test
    void rotatingARing() {
        assertSame(InvarianceTest::rotated, UnaryOperator.identity(), 2e-6);
    }

    private static int[] rotated(int[] ring) {
        int n = ring.length - 2;
        int by = 2 * (n / 4) + 2;
        int[] out = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            out[i] = ring[(i + by) % n];
        }
        return out;
    }

    /** The added vertex is rounded to 1e-7 degree: at most 0.8 cm off its edge. */
    @Test
    void splittingAnEdge() {
        RandomGenerator random = new SplittableRandom(5);
        UnaryOperator<int[]> split = chain -> split(chain, random);
        assertSame(split, split, 0.0081);
    }

    private static int[] split(int[] chain, RandomGenerator random) {
        if (chain.length < 4) {
            return chain;
        }
        int i = 2 * random.nextInt(chain.length / 2 - 1);
        GeodesicLine line =
                Geodesic.WGS84.InverseLine(chain[i + 1] / 1e7, chain[i] / 1e7, chain[i + 3] / 1e7, chain[i + 2] / 1e7);
        GeodesicData g = line.Position(line.Distance() * random.nextDouble());
        int[] out = new int[chain.length + 2];
        System.arraycopy(chain, 0, out, 0, i + 2);
        out[i + 2] = (int) Math.round(g.lon2 * 1e7);
        out[i + 3] = (int) Math.round(g.lat2 * 1e7);
        System.arraycopy(chain, i + 2, out, i + 4, chain.length - i - 2);
        return out;
    }
}
