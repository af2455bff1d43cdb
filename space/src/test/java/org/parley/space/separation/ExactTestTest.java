package org.parley.space.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;

class ExactTestTest {
    private static final double QUANTISED = 0.02;

    private static Footprint circle(double lon, double radius) {
        return FootprintEntry.circle(lon, 0, radius).orElseThrow();
    }

    /** On the equator. */
    private static double apart(double degrees) {
        return Geodesic.WGS84.Inverse(0, 0, 0, degrees).s12;
    }

    @Test
    void what_must_move_is_what_is_missing_to_the_minimum_buffers_and_all() {
        double gap = apart(0.01) - 100 - 200;
        assertThat(ExactTest.missing(circle(0, 100), circle(0.01, 200), 1_000))
                .isCloseTo(1_000 - gap, within(QUANTISED));
        assertThat(ExactTest.missing(circle(0, 100), circle(0.01, 200), 500)).isNegative();
    }

    /** Out of an area it is not enough to come to its edge. */
    @Test
    void what_lies_within_must_first_come_to_the_edge() {
        double[] box = {-0.1, -0.1, 0.1, -0.1, 0.1, 0.1, -0.1, 0.1, -0.1, -0.1};
        Footprint area =
                FootprintEntry.area(List.of(List.of(box)), Edges.GEODESIC).orElseThrow();
        Footprint inside = Footprint.at(Place.ofDegrees(0, 0.09));
        assertThat(ExactTest.missing(area, inside, 500)).isCloseTo(500 + apart(0.01), within(0.1));
        assertThat(ExactTest.missing(inside, area, 500)).isCloseTo(500 + apart(0.01), within(0.1));
    }

    /** Five thousand kilometres between what counts, not between centres. */
    @Test
    void buffers_do_not_count_towards_what_is_too_far_to_be_measured() {
        double degrees = ExactTest.MEASURED / apart(1);
        double most = 50_000;
        assertThat(ExactTest.measure(circle(0, 1), circle(degrees + 0.01, 1))).isEmpty();
        assertThat(ExactTest.measure(circle(0, most), circle(degrees + 0.8, most))
                        .orElseThrow()
                        .metres())
                .isCloseTo(apart(degrees + 0.8) - 2 * most, within(0.1));
        assertThat(ExactTest.measure(circle(0, most), circle(degrees + 1, most)))
                .isEmpty();
    }
}
