package org.parley.space.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parley.space.drawing.Drawings.area;
import static org.parley.space.drawing.Drawings.circle;
import static org.parley.space.drawing.Drawings.corridor;
import static org.parley.space.drawing.Drawings.metres;
import static org.parley.space.drawing.Drawings.positions;
import static org.parley.space.drawing.Drawings.square;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;

class OutlineTest {
    /** Law: the outline lies on the true one, which is the buffer's length from the core. */
    @Test
    void each_corner_of_an_outline_lies_at_the_edge() {
        for (double lat : new double[] {0, 46, 89.99, -90}) {
            for (double lon : new double[] {0, 180, -97.5}) {
                Footprint disc = circle(lon, lat, 12_345);
                Footprint core = disc.withBuffer(0);
                assertThat(positions(Outline.of(disc)))
                        .filteredOn(at -> Math.abs(at.lat()) != 90 * Place.DEGREE)
                        .filteredOn(at -> Math.abs(at.lon()) != 180 * Place.DEGREE)
                        .hasSizeGreaterThan(60)
                        .allSatisfy(at -> assertThat(metres(at, core)).isCloseTo(12_345, within(0.1)));
            }
        }
    }

    @Test
    void a_corridor_is_as_wide_as_it_says() {
        Footprint road = corridor(200, 7, 46, 7.1, 46, 7.1, 46.1);
        double length = metres(
                        new Sketch.Position(70_000_000, 460_000_000), new Sketch.Position(71_000_000, 460_000_000))
                + metres(new Sketch.Position(71_000_000, 460_000_000), new Sketch.Position(71_000_000, 461_000_000));
        double expected = length * 400 + StrictMath.PI * 200 * 200;
        assertThat(area(Outline.of(road))).isCloseTo(expected, within(expected * 0.01));
    }

    @Test
    void an_area_with_a_buffer_grows() {
        Footprint site = square(10, 50, 0.01);
        assertThat(area(Outline.of(site.withBuffer(10_000)))).isGreaterThan(1.2 * area(Outline.of(site)));
        assertThat(positions(Outline.of(site.withBuffer(50))))
                .hasSize(positions(Outline.of(site)).size());
    }

    @Test
    void a_line_of_many_vertices_is_thinned() {
        double[] line = new double[2 * 30_000];
        for (int i = 0; i < 30_000; i++) {
            line[2 * i] = 5 + i * 1e-4;
            line[2 * i + 1] = 40;
        }
        assertThat(Outline.of(corridor(30, line))).isInstanceOf(Sketch.Polygons.class);
    }

    /** On a map the pole is a line: a sector from it has the pole once under each of its sides. */
    @Test
    void a_sector_from_a_pole_reaches_it_along_both_sides() {
        for (int sign : new int[] {1, -1}) {
            for (int turn = 0; turn < 3; turn++) {
                double[][] corners = {{20, 88.0 * sign}, {60, 88.0 * sign}, {0, 90.0 * sign}};
                double[] ring = new double[8];
                for (int i = 0; i < 4; i++) {
                    System.arraycopy(corners[(i + turn) % 3], 0, ring, 2 * i, 2);
                }
                Footprint sector = FootprintEntry.area(List.of(List.of(ring)), Edges.GEODESIC)
                        .orElseThrow();
                int pole = 900_000_000 * sign;
                assertThat(positions(Outline.of(sector)))
                        .as("first corner " + turn + " at " + 90 * sign)
                        .contains(new Sketch.Position(200_000_000, pole), new Sketch.Position(600_000_000, pole))
                        .allSatisfy(at -> assertThat(at.lon()).isBetween(200_000_000, 600_000_000));
            }
        }
    }

    @Test
    void a_place_is_a_point() {
        assertThat(Outline.of(Footprint.at(new Place(1, 2)))).isEqualTo(new Sketch.Point(new Sketch.Position(2, 1)));
    }
}
