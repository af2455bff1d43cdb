package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.space.Limits;
import org.parley.space.footprint.Footprint;
import org.parley.space.oracle.Comparison;
import org.parley.space.oracle.Entered;
import org.parley.space.oracle.Entry;
import org.parley.space.oracle.HardPairs;
import org.parley.space.oracle.Oracle;

/** The exact test against a brute-force oracle that another author wrote from the definitions alone. */
class OracleComparisonTest {
    private static final int SAMPLE = 10_000;
    private static final int NIGHTLY = 1_130_000;

    @Test
    void never_a_false_negative_nor_a_false_positive_beyond_two_centimetres() {
        assertAgreement(Comparison.run(2026, 0, SAMPLE, EnteredShapes::stored, OracleComparisonTest::near));
    }

    @Test
    @Tag("nightly")
    void a_million_pairs() {
        assertAgreement(Comparison.run(11, 0, NIGHTLY, EnteredShapes::stored, OracleComparisonTest::near));
    }

    @Test
    void three_centimetres_of_error_do_not_pass() {
        var missed = Comparison.run(7, 0, 2_000, EnteredShapes::stored, (a, b, h) -> near(a, b, h - 3));
        var invented = Comparison.run(7, 0, 2_000, EnteredShapes::stored, (a, b, h) -> near(a, b, h + 3));
        assertThat(missed.falseNegatives()).isPositive();
        assertThat(invented.falsePositives()).isPositive();
    }

    @Test
    void measured_distances_are_the_oracles_to_a_centimetre() {
        for (int i = 0; i < 2_000; i++) {
            HardPairs.Pair pair = HardPairs.of(31, i);
            double truth = Oracle.distance(EnteredShapes.stored(pair.a()), EnteredShapes.stored(pair.b()));
            var measured = ExactTest.measure(EnteredShapes.enter(pair.a()), EnteredShapes.enter(pair.b()));
            if (measured.isEmpty()) {
                assertThat(truth).isGreaterThan(ExactTest.MEASURED);
            } else {
                assertThat(measured.get().metres()).as("%s", pair).isCloseTo(truth, within(0.008));
            }
        }
    }

    /** The points that a measurement names lie in their footprints, and as far apart as it says. */
    @Test
    void the_points_named_are_as_far_apart_as_the_footprints() {
        for (int i = 0; i < 2_000; i++) {
            HardPairs.Pair pair = HardPairs.of(32, i);
            Footprint a = EnteredShapes.enter(pair.a());
            Footprint b = EnteredShapes.enter(pair.b());
            ExactTest.measure(a, b).ifPresent(found -> {
                assertThat(apart(a, Footprint.at(found.onA()))).as("%s", pair).isLessThan(0.02);
                assertThat(apart(b, Footprint.at(found.onB()))).as("%s", pair).isLessThan(0.02);
                assertThat(apart(Footprint.at(found.onA()), Footprint.at(found.onB())))
                        .isCloseTo(found.metres(), within(0.03));
            });
        }
    }

    private static double apart(Footprint a, Footprint b) {
        return ExactTest.measure(a, b).orElseThrow().metres();
    }

    private static void assertAgreement(Comparison.Report report) {
        System.out.printf(
                "oracle: %,d pairs compared, %,d conflicts, %,d in the band, %,d refused%n",
                report.compared(), report.conflicts(), report.undecided(), report.refused());
        assertThat(report.first()).isEmpty();
        assertThat(report.refused()).isLessThan(report.compared() / 5);
    }

    private static boolean near(Entered a, Entered b, long hCm) {
        if (hCm > Limits.HORIZONTAL_MINIMUM * 100) {
            throw new Entry.Refused("a minimum of " + hCm + " cm");
        }
        return ExactTest.near(EnteredShapes.enter(a), EnteredShapes.enter(b), hCm / 100.0);
    }
}
