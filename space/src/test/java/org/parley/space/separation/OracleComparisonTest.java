package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.space.Limits;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.oracle.Comparison;
import org.parley.space.oracle.Entered;
import org.parley.space.oracle.Entry;
import org.parley.space.oracle.HardPairs;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;

/** The exact test against a brute-force oracle that another author wrote from the definitions alone. */
class OracleComparisonTest {
    private static final int SAMPLE = 10_000;
    private static final int NIGHTLY = 1_130_000;

    @Test
    void never_a_false_negative_nor_a_false_positive_beyond_two_centimetres() {
        assertAgreement(Comparison.run(2026, 0, SAMPLE, OracleComparisonTest::stored, OracleComparisonTest::near));
    }

    @Test
    @Tag("nightly")
    void a_million_pairs() {
        assertAgreement(Comparison.run(11, 0, NIGHTLY, OracleComparisonTest::stored, OracleComparisonTest::near));
    }

    @Test
    void three_centimetres_of_error_do_not_pass() {
        var missed = Comparison.run(7, 0, 2_000, OracleComparisonTest::stored, (a, b, h) -> near(a, b, h - 3));
        var invented = Comparison.run(7, 0, 2_000, OracleComparisonTest::stored, (a, b, h) -> near(a, b, h + 3));
        assertThat(missed.falseNegatives()).isPositive();
        assertThat(invented.falsePositives()).isPositive();
    }

    @Test
    void measured_distances_are_the_oracles_to_a_centimetre() {
        for (int i = 0; i < 2_000; i++) {
            HardPairs.Pair pair = HardPairs.of(31, i);
            double truth = Oracle.distance(stored(pair.a()), stored(pair.b()));
            var measured = ExactTest.measure(enter(pair.a()), enter(pair.b()));
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
            Footprint a = enter(pair.a());
            Footprint b = enter(pair.b());
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
        return ExactTest.near(enter(a), enter(b), hCm / 100.0);
    }

    private static Footprint enter(Entered shape) {
        double[] first = shape.chains().getFirst();
        var entered = switch (shape.kind()) {
            case CIRCLE -> FootprintEntry.circle(first[0], first[1], shape.sizeM());
            case CORRIDOR -> corridor(first, shape.sizeM());
            case POLYGON -> FootprintEntry.area(List.of(shape.chains()), Edges.GEODESIC);
        };
        return switch (entered) {
            case org.parley.space.Entered.Accepted<Footprint> accepted -> accepted.value();
            case org.parley.space.Entered.Refused<Footprint> refused ->
                throw new Entry.Refused(refused.problems().toString());
        };
    }

    /** A line without width is no corridor that anyone may enter, but a hard case all the same. */
    private static org.parley.space.Entered<Footprint> corridor(double[] line, double halfWidth) {
        var entered = FootprintEntry.corridor(line, halfWidth == 0 ? 1 : halfWidth, Edges.GEODESIC);
        return halfWidth == 0 && entered instanceof org.parley.space.Entered.Accepted<Footprint> accepted
                ? org.parley.space.Entered.accepted(accepted.value().withBuffer(0))
                : entered;
    }

    private static OracleFootprint stored(Entered shape) {
        Footprint footprint = enter(shape);
        Chain chain = footprint.chain();
        List<int[]> parts = new ArrayList<>();
        for (int part = 0; part < chain.parts(); part++) {
            int[] lonLat = new int[2 * (chain.partStart(part + 1) - chain.partStart(part))];
            for (int i = 0; i < lonLat.length / 2; i++) {
                Place place = chain.place(chain.partStart(part) + i);
                lonLat[2 * i] = place.lon();
                lonLat[2 * i + 1] = place.lat();
            }
            parts.add(lonLat);
        }
        return switch (chain.kind()) {
            case POINT -> OracleFootprint.point(parts.getFirst()[0], parts.getFirst()[1], footprint.buffer());
            case LINE -> OracleFootprint.line(parts.getFirst(), footprint.buffer());
            case AREA ->
                OracleFootprint.area(List.copyOf(Arrays.asList(parts.toArray(int[][]::new))), footprint.buffer());
        };
    }
}
