package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.parley.space.Activity;
import org.parley.space.Scatter;
import org.parley.space.Volume;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.window.Window;

/** What must hold of every pair of volumes under every minima. */
class LawsTest {
    private static final Band LOW = new Band.Metres(0, 10_000);
    private static final Window HOUR = new Window(0, 3_600_000);

    private final Scatter scatter = new Scatter(99, 5_000);

    private Minima minima() {
        return new Minima(
                scatter.random().nextLong(500_000),
                scatter.random().nextLong(50_000),
                scatter.random().nextLong(7_200_000),
                scatter.random().nextBoolean()
                        ? OptionalLong.empty()
                        : OptionalLong.of(scatter.random().nextLong(3_000)));
    }

    private List<Volume> volumes() {
        return scatter.activities(2_000).stream()
                .map(Activity::volumes)
                .map(List::getFirst)
                .toList();
    }

    @Test
    void conflict_is_symmetric() {
        List<Volume> volumes = volumes();
        for (int i = 1; i < volumes.size(); i++) {
            Volume a = volumes.get(i - 1);
            Volume b = volumes.get(i);
            Minima minima = minima();
            assertThat(ExactTest.conflict(a, b, minima)).isEqualTo(ExactTest.conflict(b, a, minima));
            var there = ExactTest.measure(a.footprint(), b.footprint());
            var back = ExactTest.measure(b.footprint(), a.footprint());
            assertThat(there.isPresent()).isEqualTo(back.isPresent());
            there.ifPresent(apart -> assertThat(back.orElseThrow().metres()).isCloseTo(apart.metres(), within(1e-8)));
        }
    }

    @Test
    void conflict_grows_with_the_minima() {
        List<Volume> volumes = volumes();
        int conflicts = 0;
        for (int i = 1; i < volumes.size(); i++) {
            Minima minima = minima();
            Minima wider = minima.widest(minima());
            if (minima.levels().isPresent() == wider.levels().isPresent()
                    && ExactTest.conflict(volumes.get(i - 1), volumes.get(i), minima)) {
                conflicts++;
                assertThat(ExactTest.conflict(volumes.get(i - 1), volumes.get(i), wider))
                        .isTrue();
            }
        }
        assertThat(conflicts).isGreaterThan(5);
    }

    @Test
    void a_ring_may_begin_anywhere_and_run_either_way() {
        for (int n = 0; n < 300; n++) {
            Place middle = scatter.place();
            double[] ring = scatter.star(middle, 3_000, 9);
            Footprint other = scatter.footprint(scatter.away(middle, 4_000));
            double metres = scatter.random().nextDouble(3_000);
            boolean near = ExactTest.near(area(ring), other, metres);
            assertThat(ExactTest.near(area(rotated(ring)), other, metres)).isEqualTo(near);
            assertThat(ExactTest.near(area(reversed(ring)), other, metres)).isEqualTo(near);
        }
    }

    @Test
    void splitting_a_line_or_a_window_or_a_band_changes_no_answer() {
        for (int n = 0; n < 300; n++) {
            Place start = scatter.place();
            double[] line = scatter.line(start, 4);
            Footprint whole = corridor(line, 0, 5);
            Footprint front = corridor(line, 0, 3);
            Footprint back = corridor(line, 2, 5);
            Footprint other = scatter.footprint(scatter.away(start, 4_000));
            double metres = scatter.random().nextDouble(3_000);
            assertThat(ExactTest.near(whole, other, metres))
                    .isEqualTo(ExactTest.near(front, other, metres) || ExactTest.near(back, other, metres));
            Minima minima = minima();
            long at = scatter.random().nextLong(1, 3_600_000);
            Window later = new Window(scatter.random().nextLong(7_200_000), 9_000_000);
            assertThat(HOUR.near(later, minima.time()))
                    .isEqualTo(new Window(0, at).near(later, minima.time())
                            || new Window(at, 3_600_000).near(later, minima.time()));
        }
    }

    @Test
    void what_is_measured_agrees_with_what_is_decided() {
        List<Volume> volumes = volumes();
        for (int i = 1; i < volumes.size(); i++) {
            Footprint a = volumes.get(i - 1).footprint();
            Footprint b = volumes.get(i).footprint();
            ExactTest.measure(a, b).ifPresent(apart -> {
                assertThat(ExactTest.near(a, b, apart.metres() + 0.001)).isTrue();
                assertThat(apart.metres() > 0.02 && ExactTest.near(a, b, apart.metres() - 0.02))
                        .isFalse();
            });
        }
    }

    @Test
    void equality_of_the_height_gap_or_the_time_gap_is_no_conflict() {
        Footprint here = Footprint.at(Place.ofDegrees(10, 10));
        Minima minima = Minima.of(500, 100, 300);
        Volume own = new Volume(here, LOW, HOUR);
        assertThat(ExactTest.conflict(own, new Volume(here, new Band.Metres(20_000, 30_000), HOUR), minima))
                .isFalse();
        assertThat(ExactTest.conflict(own, new Volume(here, new Band.Metres(19_999, 30_000), HOUR), minima))
                .isTrue();
        assertThat(ExactTest.conflict(own, new Volume(here, LOW, HOUR.later(3_900_000)), minima))
                .isFalse();
        assertThat(ExactTest.conflict(own, new Volume(here, LOW, HOUR.later(3_899_999)), minima))
                .isTrue();
    }

    @Test
    void bands_that_touch_meet_and_windows_that_touch_do_not() {
        Footprint here = Footprint.at(Place.ofDegrees(10, 10));
        Minima none = Minima.of(0, 0, 0);
        Volume own = new Volume(here, LOW, HOUR);
        assertThat(ExactTest.conflict(own, new Volume(here, new Band.Metres(10_000, 20_000), HOUR), none))
                .isTrue();
        assertThat(ExactTest.conflict(own, new Volume(here, LOW, HOUR.later(3_600_000)), none))
                .isFalse();
        assertThat(ExactTest.conflict(own, new Volume(here, LOW, HOUR.later(3_599_999)), none))
                .isTrue();
    }

    @Test
    void levels_compare_with_levels_by_levels_and_with_metres_by_metres() {
        Band low = new Band.Levels(10_000, 20_000, new Band.Metres(290_000, 620_000));
        Band high = new Band.Levels(21_000, 30_000, new Band.Metres(600_000, 920_000));
        Minima ten = Minima.of(0, 305, 0).withLevels(10);
        assertThat(ExactTest.near(low, high, ten)).isFalse();
        assertThat(ExactTest.near(low, high, ten.withLevels(10.01))).isTrue();
        assertThat(ExactTest.near(low, high, Minima.of(0, 0, 0))).isTrue();
        assertThat(ExactTest.near(low, new Band.Metres(640_000, 700_000), ten)).isTrue();
        assertThat(ExactTest.near(low, new Band.Metres(650_500, 700_000), ten)).isFalse();
        assertThat(ExactTest.near(low, Band.UNBOUNDED, ten)).isTrue();
    }

    private static Footprint area(double[] ring) {
        return FootprintEntry.area(List.of(List.of(ring)), Edges.GEODESIC).orElseThrow();
    }

    private static Footprint corridor(double[] line, int from, int until) {
        return FootprintEntry.corridor(java.util.Arrays.copyOfRange(line, 2 * from, 2 * until), 100, Edges.GEODESIC)
                .orElseThrow();
    }

    private static double[] rotated(double[] ring) {
        List<Double> turned = new ArrayList<>();
        for (int i = 2; i < ring.length; i++) {
            turned.add(ring[i]);
        }
        turned.add(ring[2]);
        turned.add(ring[3]);
        return turned.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] reversed(double[] ring) {
        double[] back = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            back[i] = ring[ring.length - 2 - i];
            back[i + 1] = ring[ring.length - 1 - i];
        }
        return back;
    }
}
