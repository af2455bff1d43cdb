package org.parley.space.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parley.space.drawing.Drawings.area;
import static org.parley.space.drawing.Drawings.circle;
import static org.parley.space.drawing.Drawings.corridor;
import static org.parley.space.drawing.Drawings.meeting;
import static org.parley.space.drawing.Drawings.metres;
import static org.parley.space.drawing.Drawings.positions;
import static org.parley.space.drawing.Drawings.separation;
import static org.parley.space.drawing.Drawings.signedArea;
import static org.parley.space.drawing.Drawings.square;
import static org.parley.space.drawing.Drawings.withHole;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Geodesic;
import org.parley.space.geodesy.Place;

class MeetingTest {
    private static final long SEED = 20_261_123;

    /** Law: whatever meets where, each vertex of the drawing lies in both footprints, by the exact test. */
    @Test
    void what_is_drawn_lies_in_both_footprints() {
        Random random = new Random(SEED);
        int polygons = 0;
        for (int i = 0; i < 300; i++) {
            double[] where = where(random);
            double size = StrictMath.exp(random.nextDouble() * StrictMath.log(3e4)) * 10;
            Footprint a = some(random, where, size);
            Footprint b = some(random, where, size * (0.2 + random.nextDouble()));
            Sketch drawn = meeting(a, b);
            polygons += drawn instanceof Sketch.Polygons ? 1 : 0;
            boolean meet = separation(a, b).horizontal() == 0;
            for (Sketch.Position at : meet ? positions(drawn) : List.<Sketch.Position>of()) {
                assertThat(metres(at, a)).as("pair %d from a, %s", i, at).isLessThan(1 + 0.01 * size);
                assertThat(metres(at, b)).as("pair %d from b, %s", i, at).isLessThan(1 + 0.01 * size);
            }
            assertWellFormed(drawn);
        }
        assertThat(polygons).isGreaterThan(120);
    }

    /** Law: the drawing does not depend on who is first, but for which ring comes first. */
    @Test
    void what_is_drawn_is_the_same_from_both_sides() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < 100; i++) {
            double[] where = {random.nextDouble() * 360 - 180, random.nextDouble() * 120 - 60};
            Footprint a = some(random, where, 1_000);
            Footprint b = some(random, where, 1_000);
            if (meeting(a, b) instanceof Sketch.Polygons one && meeting(b, a) instanceof Sketch.Polygons other) {
                assertThat(area(one)).isCloseTo(area(other), within(2.0 + 0.001 * area(one)));
            }
        }
    }

    @Test
    void squares_share_a_quarter() {
        Sketch drawn = meeting(square(10, 0, 0.02), square(10.01, 0.01, 0.02));
        double side = StrictMath.toRadians(0.01) * 6_371_007;
        assertThat(area(drawn)).isCloseTo(side * side, within(side * side * 0.01));
    }

    @Test
    void a_corridor_through_a_circle_is_a_band() {
        Footprint disc = circle(7, 46, 1_000);
        Footprint road = corridor(100, 6.9, 46, 7.1, 46);
        assertThat(area(meeting(disc, road))).isCloseTo(2_000 * 200, within(6_000.0));
    }

    @Test
    void what_contains_the_other_leaves_it_whole() {
        Footprint outer = square(30, 50, 5);
        Footprint inner = circle(32, 52, 5_000);
        assertThat(area(meeting(outer, inner))).isCloseTo(StrictMath.PI * 25e6, within(1e6));
        assertThat(meeting(inner, outer)).isInstanceOf(Sketch.Polygons.class);
    }

    @Test
    void holes_stay_holes() {
        Footprint ring = withHole(box(20, 10, 1), box(20.4, 10.4, 0.2));
        var drawn = (Sketch.Polygons) meeting(ring, square(19.5, 9.5, 2));
        assertThat(drawn.polygons()).hasSize(1);
        assertThat(drawn.polygons().getFirst().rings()).hasSize(2);
        assertThat(signedArea(drawn.polygons().getFirst().rings().getLast())).isNegative();
        assertThat(area(drawn)).isCloseTo(0.96 * 1.2174e10, within(1e8));
    }

    @Test
    void across_the_antimeridian_it_is_cut_in_two() {
        var drawn = (Sketch.Polygons) meeting(circle(180, 10, 10_000), circle(-179.95, 10, 10_000));
        assertThat(drawn.polygons()).hasSize(2);
        for (Sketch.Polygon polygon : drawn.polygons()) {
            List<Sketch.Position> shell = polygon.rings().getFirst();
            assertThat(shell).anyMatch(at -> Math.abs(at.lon()) == 180 * Place.DEGREE);
            boolean east = shell.stream().anyMatch(at -> at.lon() > 0);
            assertThat(shell).allMatch(at -> at.lon() > 0 == east);
        }
        Sketch elsewhere = meeting(circle(0, 10, 10_000), circle(0.05, 10, 10_000));
        assertThat(area(drawn)).isCloseTo(area(elsewhere), within(1e4));
    }

    @Test
    void a_pole_is_inside_and_the_antimeridian_leads_to_it() {
        var drawn = (Sketch.Polygons) meeting(circle(0, 90, 50_000), circle(77, 89.9, 80_000));
        assertThat(drawn.polygons()).hasSize(1);
        assertThat(positions(drawn)).anyMatch(at -> at.lat() == 90 * Place.DEGREE);
        assertThat(area(drawn)).isCloseTo(StrictMath.PI * 25e8, within(1.5e8));
        var south = (Sketch.Polygons) meeting(circle(0, -90, 50_000), circle(77, -89.9, 80_000));
        assertThat(positions(south)).anyMatch(at -> at.lat() == -90 * Place.DEGREE);
    }

    @Test
    void a_hole_may_hold_the_pole() {
        double[] shell = {0, 80, 90, 80, 180, 80, -90, 80, 0, 80};
        double[] hole = {0, 85, 90, 85, 180, 85, -90, 85, 0, 85};
        Footprint crown = withHole(shell, hole);
        Sketch drawn = meeting(crown, circle(0, 90, 2_000_000));
        assertThat(positions(drawn)).noneMatch(at -> at.lat() == 90 * Place.DEGREE);
        assertWellFormed(drawn);
    }

    @Test
    void what_touches_is_a_line_or_a_point() {
        Sketch edge = meeting(square(0, 0, 0.01), square(0.01, 0, 0.01));
        assertThat(edge).isNotInstanceOf(Sketch.Polygons.class);
        Sketch corner = meeting(square(0, 0, 0.01), square(0.01, 0.01, 0.01));
        assertThat(corner).isInstanceOf(Sketch.Point.class);
    }

    @Test
    void what_is_apart_is_joined_by_the_shortest_line() {
        Footprint a = circle(179.99, 0, 100);
        Footprint b = circle(-179.99, 0, 100);
        var line = (Sketch.Line) meeting(a, b);
        assertThat(line.pieces()).hasSize(2);
        double length = line.pieces().stream()
                .mapToDouble(piece -> metres(piece.getFirst(), piece.getLast()))
                .sum();
        assertThat(length).isCloseTo(separation(a, b).horizontalMetres(), within(0.1));
    }

    @Test
    void one_place_twice_is_a_point() {
        Footprint place = Footprint.at(Place.ofDegrees(1, 2));
        assertThat(meeting(place, place)).isEqualTo(new Sketch.Point(new Sketch.Position(20_000_000, 10_000_000)));
    }

    @Test
    void thousands_of_vertices_take_less_than_seconds() {
        Footprint a = zigzag(6_000, 0);
        Footprint b = zigzag(6_000, 0.003);
        long start = System.nanoTime();
        Sketch drawn = meeting(a, b);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(drawn).isInstanceOf(Sketch.Polygons.class);
    }

    private static Footprint zigzag(int vertices, double shift) {
        double[] line = new double[2 * vertices];
        for (int i = 0; i < vertices; i++) {
            line[2 * i] = i * 0.001;
            line[2 * i + 1] = 45 + shift + (i % 2) * 0.01;
        }
        return corridor(50, line);
    }

    private static double[] box(double west, double south, double side) {
        return new double[] {west, south, west + side, south, west + side, south + side, west, south + side, west, south
        };
    }

    private static double[] where(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new double[] {180, random.nextDouble() * 160 - 80};
            case 1 -> new double[] {random.nextDouble() * 360 - 180, 90};
            case 2 -> new double[] {random.nextDouble() * 360 - 180, -89.999};
            default -> new double[] {random.nextDouble() * 360 - 180, random.nextDouble() * 160 - 80};
        };
    }

    /** A footprint of about a size (metres) about a place. */
    private static Footprint some(Random random, double[] where, double size) {
        double[] middle = away(where[0], where[1], random.nextDouble() * 7, size * random.nextDouble());
        return switch (random.nextInt(3)) {
            case 0 -> circle(middle[0], middle[1], size);
            case 1 -> {
                double[] line = new double[6];
                for (int i = 0; i < 3; i++) {
                    double[] at = away(middle[0], middle[1], random.nextDouble() * 7, size * random.nextDouble());
                    line[2 * i] = at[0];
                    line[2 * i + 1] = at[1];
                }
                yield corridor(size * 0.3, line);
            }
            default -> star(random, middle, size);
        };
    }

    private static Footprint star(Random random, double[] middle, double size) {
        int corners = 3 + random.nextInt(8);
        List<Double> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double[] at = away(
                    middle[0], middle[1], 2 * StrictMath.PI * i / corners, size * (0.5 + 0.5 * random.nextDouble()));
            ring.add(at[0]);
            ring.add(at[1]);
        }
        return area(ring.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] away(double lon, double lat, double azimuth, double metres) {
        double[] at = Geodesic.direct(StrictMath.toRadians(lat), StrictMath.toRadians(lon), azimuth, metres);
        Place place = Place.ofRadians(at[0], at[1]);
        return new double[] {place.longitude(), place.latitude()};
    }

    private static void assertWellFormed(Sketch drawn) {
        if (drawn instanceof Sketch.Polygons polygons) {
            for (Sketch.Polygon polygon : polygons.polygons()) {
                for (int r = 0; r < polygon.rings().size(); r++) {
                    List<Sketch.Position> ring = polygon.rings().get(r);
                    assertThat(ring).hasSizeGreaterThan(3);
                    assertThat(ring.getFirst()).isEqualTo(ring.getLast());
                    assertThat(planarArea(ring) > 0)
                            .as("wound as RFC 7946 asks: %s", ring)
                            .isEqualTo(r == 0);
                }
            }
        }
        for (Sketch.Position at : positions(drawn)) {
            assertThat(Math.abs((long) at.lon())).isLessThanOrEqualTo(180L * Place.DEGREE);
            assertThat(Math.abs(at.lat())).isLessThanOrEqualTo(90 * Place.DEGREE);
        }
    }

    private static double planarArea(List<Sketch.Position> ring) {
        Sketch.Position first = ring.getFirst();
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            Sketch.Position from = ring.get(i - 1);
            Sketch.Position to = ring.get(i);
            sum += (from.longitude() - first.longitude()) * (to.latitude() - first.latitude())
                    - (to.longitude() - first.longitude()) * (from.latitude() - first.latitude());
        }
        return sum;
    }
}
