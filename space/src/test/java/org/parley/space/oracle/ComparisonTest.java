package org.parley.space.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A comparison that could not fail would prove nothing: planted errors are found, and none where there is none. */
class ComparisonTest {
    private static final PlainEntry ENTRY = new PlainEntry();
    private static final long SEED = 31;
    private static final int PAIRS = 3_000;

    /** A subject with the band that the design gives itself, whose distances are off by so many metres. */
    private static Subject offBy(double metres) {
        return (a, b, hCm) -> {
            double d = Oracle.distance(ENTRY.stored(a), ENTRY.stored(b));
            return (d == 0 ? 0 : d + metres) < hCm / 100.0 + 0.01 || d == 0;
        };
    }

    @Test
    void noErrorIsReportedWhereThereIsNone() {
        for (double within : new double[] {0, 0.009, -0.009}) {
            Comparison.Report report = Comparison.run(SEED, 0, PAIRS, ENTRY, offBy(within));
            assertThat(report.disagrees()).as("%s", report.first()).isFalse();
            assertThat(report.compared()).isEqualTo(PAIRS);
            assertThat(report.undecided()).isPositive();
            assertThat(report.conflicts()).isBetween(PAIRS / 4, PAIRS);
        }
    }

    @Test
    void threeCentimetresTooFarAreFalseNegatives() {
        Comparison.Report report = Comparison.run(SEED, 0, 200, ENTRY, offBy(0.03));
        assertThat(report.falseNegatives()).isPositive();
        assertThat(report.falsePositives()).isZero();
        Comparison.Disagreement d = report.first().getFirst();
        assertThat(d.saidConflict()).isFalse();
        HardPairs.Pair again = HardPairs.of(d.seed(), d.index());
        assertThat(again).hasToString(d.pair().toString());
        assertThat(Oracle.distance(ENTRY.stored(again.a()), ENTRY.stored(again.b())))
                .isEqualTo(d.distance());
        assertThat(Comparison.disagrees(d.distance(), d.hCm(), false)).isTrue();
        Comparison.Report replayed = Comparison.run(d.seed(), d.index(), 1, ENTRY, offBy(0.03));
        assertThat(replayed.first()).hasToString("[" + d + "]");
    }

    @Test
    void threeCentimetresTooNearAreFalsePositives() {
        Comparison.Report report = Comparison.run(SEED, 0, 200, ENTRY, offBy(-0.03));
        assertThat(report.falsePositives()).isPositive();
        assertThat(report.falseNegatives()).isZero();
    }

    @Test
    void aMovedEntryIsNoticed() {
        Subject moved = (a, b, hCm) -> {
            OracleFootprint wide = ENTRY.stored(a);
            OracleFootprint wider = new OracleFootprint(wide.kind(), wide.parts(), wide.bufferCm() + 3);
            return Oracle.horizontal(Oracle.distance(wider, ENTRY.stored(b)), hCm) == Verdict.CONFLICT;
        };
        assertThat(Comparison.run(SEED, 0, 200, ENTRY, moved).disagrees()).isTrue();
    }

    @Test
    void aFaithfulEntryStraysByItsRoundingOnly() {
        for (int i = 0; i < 200; i++) {
            Entered shape = HardPairs.of(SEED, i).a();
            OracleFootprint stored = ENTRY.stored(shape);
            assertThat(Fidelity.stray(shape, stored)).as("%s", shape).isLessThan(Fidelity.ROUNDING);
            OracleFootprint wider = new OracleFootprint(stored.kind(), stored.parts(), stored.bufferCm() + 3);
            assertThat(Fidelity.stray(shape, wider)).isGreaterThan(Fidelity.ROUNDING);
        }
    }

    @Test
    void anEntryThatMovesOrLosesAVertexStrays() {
        double[] chain = {10, 50, 10.1, 50, 10.1, 50.1};
        int[] moved = ENTRY.stored(Entered.corridor(chain, 5))
                .parts()
                .getFirst()
                .getFirst()
                .clone();
        moved[3] += 4;
        assertThat(Fidelity.stray(Entered.corridor(chain, 5), OracleFootprint.line(moved, 500)))
                .isBetween(0.03, 0.06);
        OracleFootprint shorter = ENTRY.stored(Entered.corridor(new double[] {10, 50, 10.1, 50}, 5));
        assertThat(Fidelity.stray(Entered.corridor(chain, 5), shorter)).isGreaterThan(10_000);
        OracleFootprint longer =
                ENTRY.stored(Entered.corridor(new double[] {10, 50, 10.1, 50, 10.1, 50.1, 10, 50.1}, 5));
        assertThat(Fidelity.stray(Entered.corridor(chain, 5), longer)).isGreaterThan(5_000);
    }

    @Test
    void refusalsAreCountedApart() {
        Entry picky = shape -> {
            if (shape.kind() == Entered.Kind.CIRCLE) {
                throw new Entry.Refused("circle");
            }
            return ENTRY.stored(shape);
        };
        Comparison.Report report = Comparison.run(SEED, 0, 200, picky, offBy(0));
        assertThat(report.refused()).isPositive();
        assertThat(report.compared() + report.refused()).isEqualTo(200);
    }

    @Test
    void thePairsCoverEveryPlaceAndEveryLay() {
        Set<String> seen = new HashSet<>();
        int apart = 0;
        for (int i = 0; i < PAIRS; i++) {
            HardPairs.Pair pair = HardPairs.of(SEED, i);
            seen.add(pair.where() + " " + pair.how());
            apart += Oracle.distance(ENTRY.stored(pair.a()), ENTRY.stored(pair.b())) > 0 ? 1 : 0;
        }
        assertThat(seen).hasSize(HardPairs.Where.values().length * HardPairs.How.values().length);
        assertThat(apart).isBetween(PAIRS / 3, 2 * PAIRS / 3);
    }

    @Test
    void halfOfTheMinimaLieWithinTenCentimetres() {
        int near = 0;
        int above = 0;
        for (int i = 0; i < 2_000; i++) {
            long hCm = Hard.boundary(1_234.567, HardPairs.random(SEED, i));
            near += Math.abs(hCm - 123_456.7) <= 10.5 ? 1 : 0;
            above += hCm > 123_456.7 ? 1 : 0;
            assertThat(Hard.boundary(0.01, HardPairs.random(SEED, i))).isNotNegative();
        }
        assertThat(near).isBetween(900, 1_100);
        assertThat(above).isBetween(700, 1_300);
        assertThat(Hard.boundary(5, HardPairs.random(1, 2))).isEqualTo(Hard.boundary(5, HardPairs.random(1, 2)));
    }

    /** Slivers may cross themselves once rounded; nothing else may, or the code under test would be asked nonsense. */
    @Test
    void ringsAreSimple() {
        for (int i = 0; i < 1_000; i++) {
            HardPairs.Pair pair = HardPairs.of(SEED, i);
            if (pair.how() != HardPairs.How.BY_SLIVER && pair.how() != HardPairs.How.POLAR_CAP) {
                assertSimple(pair.a());
                assertSimple(pair.b());
            }
        }
    }

    private static void assertSimple(Entered shape) {
        List<Edge> edges = new ArrayList<>();
        if (shape.kind() == Entered.Kind.POLYGON) {
            ENTRY.stored(shape).parts().getFirst().forEach(ring -> {
                for (int k = 1; k < ring.length / 2; k++) {
                    edges.add(new Edge(Place.ofUnits(ring, k - 1), Place.ofUnits(ring, k), false));
                }
            });
        }
        for (int i = 0; i < edges.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(edges.get(i).crosses(edges.get(j))).as("%s", shape).isFalse();
            }
        }
    }
}
