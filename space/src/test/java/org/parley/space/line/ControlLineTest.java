package org.parley.space.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.parley.space.Entered;
import org.parley.space.Scatter;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.line.ControlLine.Side;

class ControlLineTest {
    /** What a relation promises: 1 cm and 0.01 % of the distance; and 1.6 cm for two quantised places. */
    private static double tolerance(double metres) {
        return 0.026 + 1e-4 * metres;
    }

    private static ControlLine line(double... lonLat) {
        return ControlLine.through(lonLat, Edges.GEODESIC).orElseThrow();
    }

    private static Footprint circle(double lon, double lat, double radius) {
        return FootprintEntry.circle(lon, lat, radius).orElseThrow();
    }

    private static double[] reversed(double[] line) {
        double[] back = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            back[i] = line[line.length - 2 - i];
            back[i + 1] = line[line.length - 1 - i];
        }
        return back;
    }

    @Test
    void a_place_beside_an_edge_is_on_its_side_and_as_far_as_it_was_put() {
        SplittableRandom random = new SplittableRandom(21);
        for (int n = 0; n < 500; n++) {
            double lat = random.nextDouble(-89, 89);
            double lon = n % 5 == 0 ? 179.99 : random.nextDouble(-180, 180);
            double heading = random.nextDouble(360);
            double length = random.nextDouble(5_000, 50_000);
            GeodesicLine geodesic = Geodesic.WGS84.DirectLine(lat, lon, heading, length);
            GeodesicData end = geodesic.Position(length);
            GeodesicData foot = geodesic.Position(random.nextDouble(0.1, 0.9) * length);
            double metres = random.nextDouble(1, 20_000);
            Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
            GeodesicData at =
                    Geodesic.WGS84.Direct(foot.lat2, foot.lon2, foot.azi2 + (side == Side.LEFT ? -90 : 90), metres);
            var relation =
                    line(lon, lat, end.lon2, end.lat2).relation(Footprint.at(Place.ofDegrees(at.lat2, wrap(at.lon2))));
            assertThat(relation.reach(side)).isCloseTo(metres, within(tolerance(metres)));
            assertThat(relation.nearest()).isCloseTo(metres, within(tolerance(metres)));
            assertThat(relation.reach(side.other())).isZero();
            assertThat(relation.crosses()).isFalse();
        }
    }

    private static double wrap(double lon) {
        return Math.IEEEremainder(lon, 360);
    }

    @Test
    void the_other_way_round_left_is_right() {
        Scatter scatter = new Scatter(22, 20_000);
        for (int n = 0; n < 50; n++) {
            Place place = scatter.place();
            double[] way = scatter.line(place, 1 + n % 4);
            Footprint footprint =
                    scatter.footprint(scatter.away(place, scatter.random().nextDouble(20_000)));
            var there = line(way).relation(footprint);
            var back = line(reversed(way)).relation(footprint);
            assertThat(back.left()).isCloseTo(there.right(), within(tolerance(there.right())));
            assertThat(back.right()).isCloseTo(there.left(), within(tolerance(there.left())));
            assertThat(back.nearest()).isCloseTo(there.nearest(), within(tolerance(there.nearest())));
        }
    }

    @Test
    void no_sampled_point_of_the_outline_lies_beyond_the_reach_and_some_lie_near_it() {
        Scatter scatter = new Scatter(23, 10_000);
        for (int n = 0; n < 12; n++) {
            Place place = scatter.place();
            ControlLine line = line(scatter.line(place, 1 + n % 4));
            Footprint core = scatter.footprint(
                            scatter.away(place, scatter.random().nextDouble(10_000)))
                    .withBuffer(0);
            var relation = line.relation(core);
            double[] most = {0, 0};
            Chain chain = core.chain();
            double step = 0;
            for (int v = 0; v < chain.size(); v++) {
                Place from = chain.place(Math.max(0, v - 1));
                Place to = chain.place(v);
                boolean edge = v > 0 && !chain.balls().begins(v);
                GeodesicLine geodesic = Geodesic.WGS84.InverseLine(
                        edge ? from.latitude() : to.latitude(),
                        edge ? from.longitude() : to.longitude(),
                        to.latitude(),
                        to.longitude());
                step = Math.max(step, geodesic.Distance() / 20);
                for (int k = 0; k <= 20; k++) {
                    GeodesicData on = geodesic.Position(k * geodesic.Distance() / 20);
                    var at = line.relation(Footprint.at(Place.ofDegrees(on.lat2, wrap(on.lon2))));
                    most[0] = Math.max(most[0], at.left());
                    most[1] = Math.max(most[1], at.right());
                }
            }
            for (Side side : Side.values()) {
                double sampled = side == Side.LEFT ? most[0] : most[1];
                assertThat(sampled).isLessThanOrEqualTo(relation.reach(side) + tolerance(sampled));
                // Half a step lies at most between a point and the nearest sample; that may be over the line.
                assertThat(sampled).isGreaterThanOrEqualTo(relation.reach(side) - step - tolerance(sampled));
            }
        }
    }

    @Test
    void at_a_bend_the_outside_is_one_side_and_the_inside_the_other() {
        ControlLine right = line(14.8, 42.8, 14.8, 42.9, 14.9, 42.85);
        assertThat(right.relation(circle(14.80, 42.92, 10)).right()).isZero();
        assertThat(right.relation(circle(14.79, 42.905, 10)).right()).isZero();
        assertThat(right.relation(circle(14.82, 42.91, 10)).right()).isZero();
        assertThat(right.relation(circle(14.81, 42.88, 10)).left()).isZero();
        ControlLine left = line(14.8, 42.8, 14.8, 42.9, 14.7, 42.85);
        assertThat(left.relation(circle(14.80, 42.92, 10)).left()).isZero();
        assertThat(left.relation(circle(14.79, 42.88, 10)).right()).isZero();
    }

    @Test
    void beyond_its_ends_the_line_goes_on_straight() {
        ControlLine north = line(20, 50, 20, 50.1);
        assertThat(north.relation(circle(20.01, 50.2, 10)).left()).isZero();
        assertThat(north.relation(circle(19.99, 50.2, 10)).right()).isZero();
        assertThat(north.relation(circle(20.01, 49.9, 10)).left()).isZero();
        assertThat(north.relation(circle(19.99, 49.9, 10)).right()).isZero();
        assertThat(north.relation(circle(20.01, 50.2, 10)).nearest()).isBetween(700.0, 710.0);
        var over = north.relation(circle(20.0001, 50.2, 100));
        assertThat(over.crosses()).isTrue();
        assertThat(over.left()).isBetween(92.0, 94.0);
    }

    @Test
    void beside_the_end_of_all_that_it_goes_on_it_still_has_sides() {
        ControlLine equator = line(0, 0, 0.1, 0);
        assertThat(equator.relation(circle(30, 1, 10)).right()).isZero();
        assertThat(equator.relation(circle(30, -1, 10)).left()).isZero();
        assertThat(equator.relation(circle(-30, 1, 10)).right()).isZero();
        assertThat(equator.relation(circle(-30, -1, 10)).left()).isZero();
    }

    /** A line with a spike, and an edge of which only the middle is in it. */
    @Test
    void an_edge_with_both_ends_on_one_side_reaches_over_where_its_middle_does() {
        ControlLine spiked = line(0, 0, 0.02, 0, 0.025, -0.01, 0.03, 0, 0.05, 0);
        Footprint across = FootprintEntry.corridor(new double[] {0.01, -0.005, 0.04, -0.005}, 1, Edges.GEODESIC)
                .orElseThrow()
                .withBuffer(0);
        double deepest = 0;
        for (double lon = 0.022; lon < 0.028; lon += 1e-5) {
            deepest = Math.max(
                    deepest,
                    spiked.relation(Footprint.at(Place.ofDegrees(-0.005, lon))).left());
        }
        var relation = spiked.relation(across);
        assertThat(deepest).isGreaterThan(200);
        assertThat(relation.left()).isCloseTo(deepest, within(1.2));
        assertThat(relation.nearest()).isZero();
        assertThat(relation.right()).isGreaterThan(500);
    }

    @Test
    void its_footprint_is_the_line_as_stored() {
        Footprint stored = line(9, 0, 9.01, 0).footprint();
        assertThat(stored.buffer()).isZero();
        assertThat(stored.chain().place(0)).isEqualTo(Place.ofDegrees(0, 9));
        assertThat(stored.chain().place(1)).isEqualTo(Place.ofDegrees(0, 9.01));
        assertThat(stored.chain().size()).isEqualTo(2);
    }

    @Test
    void what_touches_the_line_does_not_cross_it() {
        ControlLine bent = line(20, 50, 21, 51.3, 22, 50.7);
        double[] sector = {20, 50, 21, 51.3, 22, 50.7, 22, 50, 20, 50};
        Footprint beside =
                FootprintEntry.area(List.of(List.of(sector)), Edges.GEODESIC).orElseThrow();
        assertThat(bent.relation(beside).left()).isZero();
        assertThat(bent.relation(beside).right()).isGreaterThan(50_000);
        ControlLine equator = line(9, 0, 12, 0);
        double[] below = {10.5, 0, 10.6, -0.1, 10.4, -0.1, 10.5, 0};
        assertThat(equator.relation(FootprintEntry.area(List.of(List.of(below)), Edges.GEODESIC)
                                .orElseThrow())
                        .crosses())
                .isFalse();
        Footprint ending = FootprintEntry.corridor(new double[] {21, 51.3, 21.2, 50}, 1, Edges.GEODESIC)
                .orElseThrow()
                .withBuffer(0);
        assertThat(bent.relation(ending).crosses()).isFalse();
    }

    @Test
    void a_buffer_over_the_line_crosses_it_by_what_it_has_too_much() {
        ControlLine equator = line(0, 0, 1, 0);
        double away = Geodesic.WGS84.Inverse(0, 0.5, 0.001, 0.5).s12;
        var over = equator.relation(circle(0.5, 0.001, 300));
        assertThat(over.crosses()).isTrue();
        assertThat(over.left()).isCloseTo(away + 300, within(tolerance(400)));
        assertThat(over.right()).isCloseTo(300 - away, within(tolerance(200)));
        assertThat(over.nearest()).isZero();
        var beside = equator.relation(circle(0.5, 0.001, 100));
        assertThat(beside.crosses()).isFalse();
        assertThat(beside.right()).isZero();
        assertThat(beside.nearest()).isCloseTo(away - 100, within(tolerance(20)));
    }

    @Test
    void an_area_around_the_whole_line_crosses_it() {
        double[] box = {-1, -1, 2, -1, 2, 1, -1, 1, -1, -1};
        Footprint area = FootprintEntry.area(java.util.List.of(java.util.List.of(box)), Edges.GEODESIC)
                .orElseThrow();
        var relation = line(0, 0, 1, 0).relation(area);
        assertThat(relation.crosses()).isTrue();
        assertThat(relation.nearest()).isZero();
        assertThat(relation.left()).isCloseTo(relation.right(), within(tolerance(relation.right())));
    }

    @Test
    void a_line_over_the_antimeridian_and_one_past_a_pole_have_sides_like_any_other() {
        ControlLine seam = line(179.9, 10, -179.9, 10);
        assertThat(seam.relation(circle(180, 10.05, 100)).right()).isZero();
        assertThat(seam.relation(circle(-179.95, 9.95, 100)).left()).isZero();
        ControlLine pole = line(-90, 89.9, 89, 89.9, 91, 89);
        assertThat(pole.relation(circle(0, 89.95, 100)).left()).isZero();
        assertThat(pole.relation(circle(180, 89.95, 100)).right()).isZero();
    }

    /** Going on over a pole is a step of exactly half a turn, and a long line longer is beyond what may be entered. */
    @Test
    void any_line_that_may_be_entered_goes_on() {
        for (int sign : new int[] {1, -1}) {
            ControlLine meridian = line(0, 88.0 * sign, 0, 89.0 * sign);
            var beyond = meridian.relation(circle(170, 89.5 * sign, 10));
            assertThat(beyond.reach(sign > 0 ? Side.RIGHT : Side.LEFT)).isPositive();
            assertThat(beyond.crosses()).isFalse();
            assertThat(line(0, 88.0 * sign, 0, 90.0 * sign)
                            .relation(circle(180, 89.5 * sign, 10))
                            .crosses())
                    .isTrue();
        }
        ControlLine longest = line(-71, 0, 0, 0, 71, 0);
        assertThat(longest.relation(circle(72, 0.01, 10)).right()).isZero();
    }

    @Test
    void a_line_without_two_places_is_refused() {
        for (double[] none : new double[][] {{5, 5}, {5, 5, 5, 5}, {}, {Double.NaN, 0, 1, 1}}) {
            assertThat(ControlLine.through(none, Edges.GEODESIC)).isInstanceOf(Entered.Refused.class);
        }
    }
}
