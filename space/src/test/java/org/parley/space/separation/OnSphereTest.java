package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.space.Scatter;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;

/** What the sphere claims is so on the ellipsoid, for all shapes, at the poles and at the antimeridian, from centimetres to 100 km. */
class OnSphereTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void never_contradicts_the_measured_distance_and_decides_nearly_all() {
        Map<OnSphere.Answer, Integer> answers = new EnumMap<>(OnSphere.Answer.class);
        for (double spread : new double[] {50, 2_000, 100_000}) {
            Scatter scatter = new Scatter(7, spread);
            for (int n = 0; n < 20_000; n++) {
                var near = scatter.place();
                Chain a = scatter.footprint(near).chain();
                Chain b = scatter.footprint(near).chain();
                double metres = ChainDistance.measure(a, b, 1_000_000).metres();
                double limit = random.nextInt(4) == 0
                        ? metres * random.nextDouble(0.985, 1.015)
                        : 0.01 + metres * random.nextDouble(2);
                OnSphere.Answer answer = OnSphere.of(a, b, limit);
                answers.merge(answer, 1, Integer::sum);
                switch (answer) {
                    case NEARER -> assertThat(metres).isLessThanOrEqualTo(limit + 0.005);
                    case NOT_NEARER -> assertThat(metres).isGreaterThanOrEqualTo(limit - 0.005);
                    case UNKNOWN -> {}
                }
                assertThat(OnSphere.of(b, a, limit)).isEqualTo(answer);
            }
        }
        assertThat(answers.get(OnSphere.Answer.NEARER)).isGreaterThan(10_000);
        assertThat(answers.get(OnSphere.Answer.NOT_NEARER)).isGreaterThan(10_000);
        assertThat(answers.get(OnSphere.Answer.UNKNOWN)).isLessThan(20_000);
    }

    /** A vertex of one lies beside an edge of the other, a little nearer or farther than a limit that the strip does not reach. */
    @Test
    void knows_points_beside_edges_outside_the_strip() {
        for (int n = 0; n < 20_000; n++) {
            Scatter scatter = new Scatter(n, 1_000);
            Chain line = scatter.footprint(scatter.place()).chain();
            if (line.kind() == Chain.Kind.LINE && line.size() <= 64) {
                Chain point = Footprint.at(Scatter.towards(
                                line.place(0), random.nextDouble(2 * Math.PI), random.nextDouble(3_000)))
                        .chain();
                double metres = ChainDistance.measure(point, line, 100_000).metres();
                assertThat(OnSphere.of(point, line, metres * 1.012 + 0.02))
                        .as("%s m, %d vertices at %s", metres, line.size(), line.place(0))
                        .isEqualTo(OnSphere.Answer.NEARER);
                assertThat(OnSphere.of(point, line, metres * 0.988 - 0.02)).isEqualTo(OnSphere.Answer.NOT_NEARER);
            }
        }
    }
}
