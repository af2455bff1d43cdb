package org.parley.space.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.Scatter;
import org.parley.space.geodesy.Place;
import org.parley.space.separation.ExactTest;

class FootprintEntryTest {
    private static final double[] SQUARE = {10, 50, 11, 50, 11, 51, 10, 51, 10, 50};

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 180.0000001, -181, 1e300})
    void a_longitude_that_is_none_is_refused_by_name(double longitude) {
        assertThat(problems(FootprintEntry.circle(longitude, 0, 1)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("coordinates.longitude"));
    }

    @Test
    void swapped_latitude_and_longitude_are_recognised() {
        assertThat(problems(FootprintEntry.circle(35, 120, 1)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.wayOut()).contains("longitude before latitude"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Limits.RADIUS + 1})
    void a_radius_that_is_none_is_refused(double radius) {
        assertThat(problems(FootprintEntry.circle(0, 0, radius)))
                .extracting(Problem::field)
                .containsExactly("radius");
    }

    @Test
    void every_reason_is_given_at_once() {
        assertThat(problems(FootprintEntry.corridor(new double[] {200, 0, 0, 95}, -1, Edges.PLANAR)))
                .extracting(Problem::field)
                .containsExactly("halfWidth", "coordinates[0].longitude", "coordinates[1].latitude");
    }

    @Test
    void an_open_ring_is_closed_with_a_warning() {
        double[] open = java.util.Arrays.copyOf(SQUARE, 8);
        assertThat(accepted(FootprintEntry.area(List.of(List.of(open)), Edges.GEODESIC))
                        .warnings())
                .extracting(Problem::value)
                .containsExactly("open ring");
        assertThat(area(Edges.GEODESIC, open).chain().size())
                .isEqualTo(area(Edges.GEODESIC, SQUARE).chain().size());
    }

    @Test
    void repeated_vertices_are_left_out_with_a_warning() {
        double[] twice = {10, 50, 11, 50, 11, 50, 11, 50, 11, 51, 10, 51, 10, 50};
        assertThat(accepted(FootprintEntry.area(List.of(List.of(twice)), Edges.GEODESIC))
                        .warnings())
                .extracting(Problem::value)
                .containsExactly("2 repeated vertices");
    }

    @Test
    void fewer_than_three_different_vertices_are_no_ring() {
        double[] two = {10, 50, 11, 50, 10, 50};
        assertThat(problems(FootprintEntry.area(List.of(List.of(two)), Edges.PLANAR)))
                .hasSize(1);
        assertThat(problems(FootprintEntry.area(List.of(List.of(new double[0])), Edges.PLANAR)))
                .hasSize(1);
        assertThat(problems(FootprintEntry.area(List.of(), Edges.PLANAR))).hasSize(1);
    }

    @Test
    void a_self_crossing_ring_is_refused_and_told_where() {
        double[] bow = {10, 50, 11, 51, 11, 50, 10, 51, 10, 50};
        for (Edges edges : Edges.values()) {
            assertThat(problems(FootprintEntry.area(List.of(List.of(bow)), edges)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason())
                            .contains("crosses itself")
                            .containsPattern("\\(10\\.[345]"));
        }
    }

    @Test
    void a_hole_that_crosses_or_leaves_its_shell_is_refused() {
        double[] crossing = {10.5, 50.5, 11.5, 50.5, 11.5, 50.6, 10.5, 50.6, 10.5, 50.5};
        double[] outside = {12, 50, 13, 50, 13, 51, 12, 50};
        assertThat(problems(FootprintEntry.area(List.of(List.of(SQUARE, crossing)), Edges.PLANAR)))
                .hasSize(1);
        assertThat(problems(FootprintEntry.area(List.of(List.of(SQUARE, outside)), Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("does not lie in its shell"));
    }

    @Test
    void rings_that_touch_and_polygons_that_overlap_are_accepted() {
        double[] touching = {10, 50, 10.5, 50.2, 10.2, 50.5, 10, 50};
        accepted(FootprintEntry.area(List.of(List.of(SQUARE, touching)), Edges.PLANAR));
        accepted(FootprintEntry.area(List.of(List.of(SQUARE), List.of(SQUARE)), Edges.PLANAR));
    }

    /** A sliver of a centimetre crosses itself once its cut points are quantised: that is not its author's doing. */
    @Test
    void slivers_are_accepted() {
        for (double width : new double[] {2e-7, 1e-6, 1e-5}) {
            double[] sliver = {10, 50, 11, 50.3, 11, 50.3 + width, 10, 50 + width, 10, 50};
            for (Edges edges : Edges.values()) {
                accepted(FootprintEntry.area(List.of(List.of(sliver)), edges));
            }
        }
    }

    @Test
    void a_step_of_exactly_half_a_turn_is_refused_and_a_longer_one_goes_the_short_way() {
        double[] half = {-90, 10, 90, 10, 0, 20, -90, 10};
        assertThat(problems(FootprintEntry.area(List.of(List.of(half)), Edges.PLANAR)))
                .extracting(Problem::field)
                .containsExactly("coordinates[0][1]");
        double[] overSeam = {179, -1, -179, -1, -179, 1, 179, 1, 179, -1};
        Footprint box = area(Edges.PLANAR, overSeam);
        assertThat(box.coreContains(Place.ofDegrees(0, 180))).isTrue();
        assertThat(box.coreContains(Place.ofDegrees(0, -179.5))).isTrue();
        assertThat(box.coreContains(Place.ofDegrees(0, 0))).isFalse();
        assertThat(box.coreContains(Place.ofDegrees(0, 178.9))).isFalse();
    }

    @Test
    void what_a_ring_goes_round_twice_is_inside_too() {
        double[] twice = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0};
        double[] loop = {0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 0.5, 2, 1, 2, 2, 1, 2, 0, 0};
        assertThat(area(Edges.GEODESIC, twice).coreContains(Place.ofDegrees(0.5, 0.5)))
                .isTrue();
        assertThat(area(Edges.GEODESIC, loop).coreContains(Place.ofDegrees(1.5, 1.5)))
                .isTrue();
    }

    @Test
    void a_hole_that_is_its_shell_is_refused() {
        assertThat(problems(FootprintEntry.area(List.of(List.of(SQUARE, SQUARE)), Edges.PLANAR)))
                .hasSize(1);
    }

    @Test
    void wide_planar_edges_that_cross_across_the_antimeridian_are_refused() {
        double[] wide = {0, 60, 170, 60, -175, 59, 150, 61, 100, 75, 0, 60};
        assertThat(problems(FootprintEntry.area(List.of(List.of(wide)), Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("crosses"));
    }

    @Test
    void the_largest_area_holds_nothing_on_the_far_side_of_the_earth() {
        Place middle = Place.ofDegrees(0, 10);
        double[] ring = new double[602];
        for (int i = 0; i <= 300; i++) {
            Place at = Scatter.towards(middle, 2 * Math.PI * (i % 300) / 300, 7_940_000);
            ring[2 * i] = at.longitude();
            ring[2 * i + 1] = at.latitude();
        }
        Footprint largest = area(Edges.GEODESIC, ring);
        assertThat(largest.coreContains(middle)).isTrue();
        assertThat(largest.coreContains(Place.ofDegrees(71.3888129, -170))).isFalse();
        for (int lat = -80; lat <= 80; lat += 5) {
            assertThat(largest.coreContains(Place.ofDegrees(lat, -170))).isFalse();
        }
    }

    @Test
    void a_place_visited_without_end_is_refused() {
        double[] spikes = new double[4_004];
        for (int i = 0; i < spikes.length / 2; i++) {
            spikes[2 * i] = i % 2;
            spikes[2 * i + 1] = i % 2 * i * 1e-6;
        }
        assertThat(problems(FootprintEntry.corridor(spikes, 10, Edges.PLANAR))).isNotEmpty();
    }

    @Test
    void positions_that_are_not_in_pairs_are_refused() {
        assertThat(problems(FootprintEntry.corridor(new double[] {0, 0, 1, 1, 2}, 10, Edges.PLANAR)))
                .hasSize(1);
    }

    @Test
    void a_ring_around_a_pole_holds_the_pole() {
        for (int sign : new int[] {1, -1}) {
            double[] cap = {0, 80.0 * sign, 90, 80.0 * sign, 179, 80.0 * sign, -90, 80.0 * sign, 0, 80.0 * sign};
            Footprint footprint = area(Edges.PLANAR, cap);
            assertThat(footprint.coreContains(Place.ofDegrees(90 * sign, 0))).isTrue();
            assertThat(footprint.coreContains(Place.ofDegrees(80.1 * sign, 33))).isTrue();
            assertThat(footprint.coreContains(Place.ofDegrees(79.9 * sign, 33))).isFalse();
            assertThat(footprint.coreContains(Place.ofDegrees(-90 * sign, 0))).isFalse();
        }
    }

    @Test
    void more_vertices_than_the_limit_are_refused_by_the_limit_named() {
        double[] many = new double[2 * (Limits.VERTICES_ENTERED + 1)];
        for (int i = 0; i < many.length / 2; i++) {
            many[2 * i] = i * 1e-5;
            many[2 * i + 1] = i % 2 * 1e-5;
        }
        assertThat(problems(FootprintEntry.corridor(many, 10, Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.value()).contains("" + Limits.VERTICES_ENTERED));
        assertThat(problems(FootprintEntry.area(List.of(List.of(many)), Edges.PLANAR)))
                .hasSize(1);
    }

    @Test
    void what_is_larger_than_a_hemisphere_can_hold_is_refused() {
        double[] belt = {-80, 0, 0, 5, 80, 0, 170, 5, -100, 0};
        assertThat(problems(FootprintEntry.corridor(belt, 10, Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("middle of the footprint"));
    }

    @Test
    void a_ring_of_the_most_vertices_is_checked_in_seconds() {
        int n = Limits.VERTICES_ENTERED - 1;
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double r = 1 + 0.01 * Math.sin(50 * 2 * Math.PI * i / n);
            ring[2 * i] = 20 + r * Math.cos(2 * Math.PI * i / n);
            ring[2 * i + 1] = 40 + r * Math.sin(2 * Math.PI * i / n);
        }
        assertThat(area(Edges.PLANAR, ring).chain().size()).isEqualTo(n + 1);
    }

    /** Every edge meets every other: n² pairs, five thousand millions of them, and no inside. */
    @Test
    void a_ring_that_runs_along_itself_again_and_again_is_refused_soon() {
        int n = Limits.VERTICES_ENTERED - 1;
        double[] ring = new double[2 * n];
        SplittableRandom random = new SplittableRandom(15);
        for (int i = 0; i < n; i++) {
            ring[2 * i] = random.nextDouble(0.05);
        }
        assertThat(problems(FootprintEntry.area(List.of(List.of(ring)), Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("along each other"));
    }

    @Test
    void a_ring_of_many_longitudes_of_a_pole_is_answered_soon() {
        int n = Limits.VERTICES_ENTERED - 1;
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            ring[2 * i] = 360.0 * i / n - 180;
            ring[2 * i + 1] = 90;
        }
        switch (FootprintEntry.area(List.of(List.of(ring)), Edges.PLANAR)) {
            case Entered.Accepted<Footprint> accepted ->
                assertThat(ExactTest.measure(accepted.value(), Footprint.at(Place.ofDegrees(90, 0)))
                                .orElseThrow()
                                .metres())
                        .isLessThan(0.01);
            case Entered.Refused<Footprint> refused ->
                assertThat(refused.problems()).isNotEmpty();
        }
    }

    @Test
    void a_long_hole_outside_a_long_shell_is_refused_soon() {
        int n = Limits.VERTICES_ENTERED / 2 - 1;
        double[] shell = new double[2 * n];
        double[] hole = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            shell[2 * i] = 20 + Math.cos(angle);
            shell[2 * i + 1] = 40 + Math.sin(angle);
            hole[2 * i] = 23 + Math.cos(angle);
            hole[2 * i + 1] = 40 + Math.sin(angle);
        }
        assertThat(problems(FootprintEntry.area(List.of(List.of(shell, hole)), Edges.PLANAR)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("does not lie in its shell"));
    }

    /** Planar edges: the true line in longitude and latitude is never farther from the chain than the margin says. */
    @Test
    void the_margin_covers_what_planar_edges_and_their_chain_differ_by() {
        SplittableRandom random = new SplittableRandom(5);
        double slackest = 1;
        for (int n = 0; n < 500; n++) {
            double lat = random.nextInt(4) == 0 ? random.nextDouble(85, 90) : random.nextDouble(-80, 80);
            double lon = random.nextDouble(-170, 170);
            double toLat = Math.max(-90, Math.min(90, lat + random.nextDouble(-3, 3)));
            double toLon = lon + random.nextDouble(-5, 5);
            Footprint line = FootprintEntry.corridor(new double[] {lon, lat, toLon, toLat}, 1, Edges.PLANAR)
                    .orElseThrow();
            double margin = line.buffer() / 100.0 - 1;
            assertThat(margin).isLessThanOrEqualTo(Limits.PLANAR_TOLERANCE + 0.005);
            Place from = Place.ofDegrees(lat, lon);
            Place to = Place.ofDegrees(toLat, toLon);
            for (int i = 0; i < 40; i++) {
                double t = random.nextDouble();
                Place on = Place.ofDegrees(
                        from.latitude() + t * (to.latitude() - from.latitude()),
                        from.longitude() + t * (to.longitude() - from.longitude()));
                double off = ExactTest.measure(Footprint.at(on), line.withBuffer(0))
                        .orElseThrow()
                        .metres();
                assertThat(off).isLessThanOrEqualTo(margin + 0.009);
                slackest = Math.min(slackest, margin - off);
            }
        }
        assertThat(slackest).isLessThan(0.1);
    }

    /** A long geodesic edge as stored is the geodesic, but for the rounding of its cut points. */
    @Test
    void geodesic_edges_are_geodesics_up_to_eight_thousand_kilometres() {
        SplittableRandom random = new SplittableRandom(6);
        for (int n = 0; n < 30; n++) {
            double lat = random.nextDouble(-90, 90);
            double lon = random.nextDouble(-180, 180);
            GeodesicData edge = Geodesic.WGS84.Direct(lat, lon, random.nextDouble(360), random.nextDouble(7.9e6));
            Footprint line = FootprintEntry.corridor(new double[] {lon, lat, edge.lon2, edge.lat2}, 1, Edges.GEODESIC)
                    .orElseThrow();
            assertThat(line.buffer()).isEqualTo(100);
            for (int i = 0; i < 20; i++) {
                GeodesicData on = Geodesic.WGS84.Direct(lat, lon, edge.azi1, random.nextDouble() * edge.s12);
                Place place = Place.ofDegrees(on.lat2, on.lon2);
                assertThat(ExactTest.measure(Footprint.at(place), line.withBuffer(0))
                                .orElseThrow()
                                .metres())
                        .isLessThan(0.025);
            }
        }
    }

    @Test
    void shifting_moves_the_middle_as_far_as_asked() {
        Scatter scatter = new Scatter(8, 20_000);
        for (int n = 0; n < 200; n++) {
            Footprint footprint = scatter.footprint(scatter.place());
            double metres = scatter.random().nextDouble(10, 50_000);
            double azimuth = scatter.random().nextDouble(2 * Math.PI);
            Footprint shifted = footprint.shifted(azimuth, metres);
            double moved = org.parley.space.geodesy.Geodesic.distance(
                    footprint.middle().place(), shifted.middle().place());
            assertThat(moved).isBetween(metres * 0.993 - 0.1, metres * 1.007 + 0.1);
            assertThat(shifted.buffer()).isEqualTo(footprint.buffer());
        }
    }

    private static Footprint area(Edges edges, double[] ring) {
        return accepted(FootprintEntry.area(List.of(List.of(ring)), edges)).value();
    }

    private static Entered.Accepted<Footprint> accepted(Entered<Footprint> entered) {
        assertThat(entered).isInstanceOf(Entered.Accepted.class);
        return (Entered.Accepted<Footprint>) entered;
    }

    private static List<Problem> problems(Entered<Footprint> entered) {
        List<Problem> problems = new ArrayList<>();
        if (entered instanceof Entered.Refused<Footprint> refused) {
            problems.addAll(refused.problems());
        }
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.field()).isNotBlank();
            assertThat(problem.value()).isNotBlank();
            assertThat(problem.reason()).isNotBlank();
            assertThat(problem.wayOut()).isNotBlank();
        });
        return problems;
    }
}
