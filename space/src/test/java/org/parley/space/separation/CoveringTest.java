package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

class CoveringTest {
    /** A hundredth of a degree of longitude at 35° N, in metres. */
    private static final double STEP = 912.8;

    private static Footprint circle(double lon, double lat, double metres) {
        return FootprintEntry.circle(lon, lat, metres).orElseThrow();
    }

    private static Footprint corridor(double halfWidth, Edges edges, double... degrees) {
        return FootprintEntry.corridor(degrees, halfWidth, edges).orElseThrow();
    }

    /** An area of one polygon: a shell and its holes. */
    private static Footprint area(Edges edges, double[]... rings) {
        return FootprintEntry.area(List.of(List.of(rings)), edges).orElseThrow();
    }

    /** An area of two polygons without holes. */
    private static Footprint two(Edges edges, double[] one, double[] other) {
        return FootprintEntry.area(List.of(List.of(one), List.of(other)), edges).orElseThrow();
    }

    /** A rectangle of longitudes and latitudes. */
    private static double[] ring(double west, double south, double east, double north) {
        return new double[] {west, south, east, south, east, north, west, north, west, south};
    }

    private static Footprint box(double west, double south, double east, double north) {
        return area(Edges.PLANAR, ring(west, south, east, north));
    }

    /** The law: wherever one is in the inner, one is in the outer. Small things are tried in and about greater ones. */
    @RepeatedTest(20)
    void no_place_of_what_is_covered_lies_outside(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int covered = 0;
        for (int i = 0; i < 300; i++) {
            Footprint outer = shape(random, 0.08);
            Footprint inner = shape(random, 0.02);
            if (!Covering.covers(outer, inner)) {
                continue;
            }
            covered++;
            for (Place place : placesOf(inner, random)) {
                assertThat(ExactTest.measure(Footprint.at(place), outer)
                                .orElseThrow()
                                .metres())
                        .as("a place of the inner, metres from the outer")
                        .isZero();
            }
        }
        assertThat(covered).isGreaterThan(5);
    }

    private static Footprint shape(Random random, double size) {
        double lon = 40 + (random.nextDouble() - 0.5) * 0.2;
        double lat = 35 + (random.nextDouble() - 0.5) * 0.2;
        double reach = size * (0.3 + random.nextDouble());
        Edges edges = random.nextBoolean() ? Edges.PLANAR : Edges.GEODESIC;
        return switch (random.nextInt(4)) {
            case 0 -> circle(lon, lat, reach * 90_000);
            case 1 -> corridor(reach * 45_000, edges, lon, lat, lon + reach, lat + reach / 2);
            case 2 -> {
                double hole = reach / (2 + 8 * random.nextDouble());
                yield area(
                        edges,
                        ring(lon - reach, lat - reach, lon + reach, lat + reach),
                        ring(lon - hole, lat - hole, lon + hole, lat + hole));
            }
            default ->
                two(
                        edges,
                        ring(lon - reach, lat - reach, lon - reach / 9, lat + reach),
                        ring(lon + reach / 9, lat - reach, lon + reach, lat + reach));
        };
    }

    /** Places on the edges and inside of the core, and the buffer beyond them. */
    private static List<Place> placesOf(Footprint footprint, Random random) {
        Chain chain = footprint.chain();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Place from = chain.place(random.nextInt(chain.size()));
            double metres = footprint.buffer() / 100.0 * random.nextDouble();
            double[] to =
                    Geodesic.direct(from.phi(), from.lambda(), 2 * StrictMath.PI * random.nextDouble(), metres * 0.999);
            places.add(Place.ofRadians(to[0], to[1]));
            Place within = new Place(
                    from.lat() + random.nextInt(200_000) - 100_000, from.lon() + random.nextInt(200_000) - 100_000);
            if (footprint.coreContains(within)) {
                places.add(within);
            }
        }
        return places;
    }

    @Test
    void everything_covers_itself_and_nothing_wider() {
        Footprint circle = circle(40, 35, 1_000);
        Footprint corridor = corridor(200, Edges.GEODESIC, 40, 35, 40.1, 35.1);
        for (Footprint each : List.of(circle, corridor, box(40, 35, 40.1, 35.1))) {
            assertThat(Covering.covers(each, each)).isTrue();
            assertThat(Covering.covers(each, each.withBuffer(each.buffer() + 1)))
                    .isFalse();
        }
    }

    @Test
    void a_circle_covers_what_is_in_it_to_two_centimetres() {
        Footprint outer = circle(40, 35, 5_000);
        double apart = Geodesic.distance(Place.ofDegrees(35, 40), Place.ofDegrees(35, 40.03));
        long most = (long) (500_000 - apart * 100 - 2);
        assertThat(Covering.covers(outer, circle(40.03, 35, 1).withBuffer(most)))
                .isTrue();
        assertThat(Covering.covers(outer, circle(40.03, 35, 1).withBuffer(most + 2)))
                .isFalse();
        assertThat(Covering.covers(outer, corridor(100, Edges.GEODESIC, 39.98, 35, 40.02, 35.02)))
                .isTrue();
        assertThat(Covering.covers(outer, corridor(100, Edges.GEODESIC, 39.98, 35, 40.06, 35.02)))
                .isFalse();
        assertThat(Covering.covers(outer, box(39.98, 34.98, 40.02, 35.02))).isTrue();
    }

    @Test
    void what_is_on_the_other_side_of_the_earth_is_not_covered() {
        assertThat(Covering.covers(circle(40, 35, 5_000), circle(-140, -35, 1_000)))
                .isFalse();
        assertThat(Covering.covers(circle(40, 35, 5_000), circle(-139.999, -35, 1_000)))
                .isFalse();
        assertThat(Covering.covers(box(39, 34, 41, 36), circle(-140, -35, 1_000)))
                .isFalse();
    }

    @Test
    void an_area_covers_what_keeps_away_from_its_edges() {
        Footprint area = box(39.9, 34.9, 40.1, 35.1);
        assertThat(Covering.covers(area, circle(40, 35, 5_000))).isTrue();
        assertThat(Covering.covers(area, circle(40.09, 35, STEP - 5))).isTrue();
        assertThat(Covering.covers(area, circle(40.09, 35, STEP + 5))).isFalse();
        assertThat(Covering.covers(area, box(39.95, 34.95, 40.05, 35.05))).isTrue();
        assertThat(Covering.covers(area, box(39.95, 34.95, 40.1001, 35.05))).isFalse();
        assertThat(Covering.covers(area, box(39.8, 34.8, 40.2, 35.2)))
                .as("the other way round")
                .isFalse();
    }

    /** An area about a hole is not covered by what has that hole, though its edges lie in it. */
    @Test
    void a_hole_is_not_covered() {
        Footprint holed = area(Edges.GEODESIC, ring(39.9, 34.9, 40.1, 35.1), ring(39.99, 34.99, 40.01, 35.01));
        assertThat(Covering.covers(holed, box(39.95, 34.95, 40.05, 35.05))).isFalse();
        assertThat(Covering.covers(holed, box(39.95, 34.95, 39.98, 35.05))).isTrue();
        assertThat(Covering.covers(holed, circle(40, 35, 100))).isFalse();
        Footprint frame = area(Edges.GEODESIC, ring(39.95, 34.95, 40.05, 35.05), ring(39.98, 34.98, 40.02, 35.02));
        assertThat(Covering.covers(holed, frame)).as("its own hole is wider").isTrue();
    }

    @Test
    void each_part_must_be_covered() {
        Footprint apart = two(Edges.GEODESIC, ring(39.9, 34.9, 40, 35), ring(40.1, 34.9, 40.2, 35));
        Footprint both = two(Edges.GEODESIC, ring(39.92, 34.92, 39.98, 34.98), ring(40.12, 34.92, 40.18, 34.98));
        assertThat(Covering.covers(apart, both)).isTrue();
        assertThat(Covering.covers(box(39.8, 34.8, 40.05, 35.1), both)).isFalse();
        assertThat(Covering.covers(apart, box(39.92, 34.92, 40.18, 34.98)))
                .as("what lies between them")
                .isFalse();
    }

    @Test
    void a_corridor_covers_a_circle_and_is_not_asked_about_more() {
        Footprint corridor = corridor(1_000, Edges.GEODESIC, 40, 35, 40.2, 35);
        assertThat(Covering.covers(corridor, circle(40.1, 35, 900))).isTrue();
        assertThat(Covering.covers(corridor, circle(40.1, 35, 1_000))).isFalse();
        assertThat(Covering.covers(corridor, corridor(100, Edges.GEODESIC, 40.05, 35, 40.1, 35)))
                .isFalse();
    }
}
