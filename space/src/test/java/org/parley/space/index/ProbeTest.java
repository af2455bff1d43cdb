package org.parley.space.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Scatter;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.index.Probe.Verdict;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.window.Window;

/** What a strip tells is what the exact test says, for all shapes, at the poles and at the antimeridian, from centimetres to 1,000 km. */
class ProbeTest {
    private static final Window NOW = new Window(0, 1);

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 2_000, 100_000, 1_000_000})
    void never_contradicts_the_exact_test(double spread) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Scatter scatter = new Scatter(7, spread);
        for (int n = 0; n < 20_000; n++) {
            Pair pair = Pair.of(scatter);
            Minima minima = Minima.of(minimum(scatter, pair.a, pair.b), 0, 0);
            Verdict verdict = pair.judge(minima);
            verdicts.merge(verdict, 1, Integer::sum);
            if (verdict != Verdict.ASK) {
                assertThat(verdict == Verdict.CONFLICT)
                        .as("%d: %s under %s", n, verdict, minima)
                        .isEqualTo(ExactTest.near(pair.a, pair.b, minima));
            }
        }
        assertThat(verdicts).containsKeys(Verdict.values());
    }

    /** Outside the strip between the radii of curvature, a little over one per cent, it knows the answer of all that is told whole. */
    @ParameterizedTest
    @ValueSource(doubles = {50, 2_000, 100_000})
    void knows_the_answer_outside_the_strip(double spread) {
        Scatter scatter = new Scatter(8, spread);
        int known = 0;
        for (int n = 0; n < 20_000; n++) {
            Pair pair = Pair.of(scatter);
            boolean told = isTold(pair.a) && isTold(pair.b);
            double metres =
                    told ? ExactTest.measure(pair.a, pair.b).orElseThrow().metres() : 0;
            double buffers = (pair.a.buffer() + pair.b.buffer()) / 100.0;
            double strip = 0.012 * (metres + buffers) + 0.1;
            if (metres > strip && metres < 100_000) {
                assertThat(pair.judge(Minima.of(metres + strip, 0, 0))).isEqualTo(Verdict.CONFLICT);
                assertThat(pair.judge(Minima.of(metres - strip, 0, 0))).isEqualTo(Verdict.NO_CONFLICT);
                known++;
            }
        }
        assertThat(known).isGreaterThan(1_000);
    }

    /** Places are steps of a centimetre: where the minima are as small, it says only what is sure. */
    @Test
    void never_contradicts_it_within_centimetres_either() {
        Scatter scatter = new Scatter(9, 100);
        SplittableRandom random = scatter.random();
        for (int n = 0; n < 20_000; n++) {
            Place place = scatter.place();
            Place beside = new Place(
                    Math.clamp(place.lat() + random.nextInt(-4, 5), -90 * Place.DEGREE, 90 * Place.DEGREE),
                    Math.clamp(place.lon() + random.nextInt(-4, 5), -180 * Place.DEGREE, 180 * Place.DEGREE));
            Pair pair = new Pair(Footprint.at(place), Footprint.at(beside));
            Minima minima = Minima.of(random.nextInt(6) / 100.0, 0, 0);
            Verdict verdict = pair.judge(minima);
            if (verdict != Verdict.ASK) {
                assertThat(verdict == Verdict.CONFLICT).isEqualTo(ExactTest.near(pair.a, pair.b, minima));
            }
        }
    }

    private static boolean isTold(Footprint footprint) {
        return footprint.chain().size() <= Strip.MOST && footprint.chain().parts() == 1;
    }

    /** Two footprints whose beginnings are up to three times their size apart. */
    private record Pair(Footprint a, Footprint b) {
        static Pair of(Scatter scatter) {
            Place near = scatter.place();
            double apart = scatter.random().nextDouble(3) * scatter.spread();
            return new Pair(scatter.footprint(near), scatter.footprint(scatter.away(near, apart)));
        }

        Verdict judge(Minima minima) {
            Probe probe = new Probe();
            probe.take(Strip.of(ever(a), 0, 0), 0);
            return probe.judge(Strip.of(ever(b), 1, 0), 0, minima);
        }

        private static Volume ever(Footprint footprint) {
            return new Volume(footprint, Band.UNBOUNDED, NOW);
        }
    }

    /** Where it is hard to say as often as not: as far as the two are apart, give or take centimetres or one per cent. */
    private static double minimum(Scatter scatter, Footprint a, Footprint b) {
        Optional<ExactTest.Horizontal> apart = ExactTest.measure(a, b);
        double metres = apart.map(ExactTest.Horizontal::metres).orElse(1_000.0);
        double minimum = switch (scatter.random().nextInt(4)) {
            case 0 -> metres + scatter.random().nextDouble(-0.05, 0.05);
            case 1 -> metres * scatter.random().nextDouble(0.985, 1.015);
            case 2 -> metres * scatter.random().nextDouble(2);
            default -> 0;
        };
        return Math.clamp(minimum, 0, 400_000);
    }
}
