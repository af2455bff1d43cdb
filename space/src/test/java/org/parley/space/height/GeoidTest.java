package org.parley.space.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Extent;

/** Landmarks are those of {@code space/data/README.md}, which has them from the source grid. */
class GeoidTest {
    private static final Geoid GEOID = Geoid.egm96();
    /** The last digit of a double at these sizes, and no more. */
    private static final double ROUNDING = 1e-9;

    @Test
    void each_pole_has_one_height_on_every_longitude() {
        for (double longitude = -180; longitude <= 180; longitude += 0.125) {
            assertThat(GEOID.undulation(90, longitude)).isCloseTo(13.61, within(ROUNDING));
            assertThat(GEOID.undulation(-90, longitude)).isCloseTo(-29.53, within(ROUNDING));
        }
    }

    @Test
    void the_landmarks_of_the_grid_are_found() {
        assertThat(GEOID.undulation(0, 0)).isCloseTo(17.16, within(ROUNDING));
        double least = 0;
        double greatest = 0;
        for (int row = 0; row <= 720; row++) {
            for (int column = 0; column < 1440; column++) {
                double metres = GEOID.undulation(90 - row / 4.0, -180 + column / 4.0);
                least = Math.min(least, metres);
                greatest = Math.max(greatest, metres);
            }
        }
        assertThat(least).isCloseTo(-106.99, within(ROUNDING));
        assertThat(greatest).isCloseTo(85.39, within(ROUNDING));
    }

    @Test
    void the_antimeridian_is_no_seam() {
        for (double latitude = -90; latitude <= 90; latitude += 0.3) {
            assertThat(GEOID.undulation(latitude, 180)).isEqualTo(GEOID.undulation(latitude, -180));
            assertThat(GEOID.undulation(latitude, 180 - 1e-7))
                    .isCloseTo(GEOID.undulation(latitude, -180 + 1e-7), within(1e-4));
            assertThat(GEOID.undulation(latitude, 179.9))
                    .isEqualTo(GEOID.undulation(latitude, 179.9 - 360), within(ROUNDING));
        }
    }

    /** A slope of 30 cm a kilometre is steeper than any of this grid. */
    @Test
    void it_is_continuous_everywhere() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 0; n < 20_000; n++) {
            double latitude = random.nextInt(-359, 360) / 4.0;
            double longitude = random.nextInt(-720, 720) / 4.0 + (random.nextBoolean() ? random.nextDouble(0.25) : 0);
            double here = GEOID.undulation(latitude, longitude);
            assertThat(GEOID.undulation(latitude - 1e-6, longitude)).isCloseTo(here, within(1e-4));
            assertThat(GEOID.undulation(latitude + 1e-6, longitude)).isCloseTo(here, within(1e-4));
            assertThat(GEOID.undulation(latitude, longitude - 1e-6)).isCloseTo(here, within(1e-4));
        }
    }

    @Test
    void within_a_cell_it_is_the_mean_weighted_by_nearness() {
        double northWest = GEOID.undulation(46.75, 7.5);
        double northEast = GEOID.undulation(46.75, 7.75);
        double southWest = GEOID.undulation(46.5, 7.5);
        double southEast = GEOID.undulation(46.5, 7.75);
        assertThat(GEOID.undulation(46.625, 7.625))
                .isCloseTo((northWest + northEast + southWest + southEast) / 4, within(ROUNDING));
        assertThat(GEOID.undulation(46.7, 7.55))
                .isCloseTo(
                        0.8 * (0.8 * northWest + 0.2 * northEast) + 0.2 * (0.8 * southWest + 0.2 * southEast),
                        within(ROUNDING));
    }

    @Test
    void the_bounds_over_an_extent_hold_all_of_it_and_are_met() {
        SplittableRandom random = new SplittableRandom(9);
        for (int n = 0; n < 60; n++) {
            double south = random.nextDouble(-90, 89);
            double height = Math.min(90 - south, random.nextDouble(n % 3 == 0 ? 0.2 : 8));
            double width = n % 10 == 0 ? 360 : random.nextDouble(n % 3 == 0 ? 0.2 : 20);
            Extent extent =
                    new Extent(south, south + height, width == 360 ? -180 : random.nextDouble(-180, 180), width);
            double least = GEOID.range(extent).least();
            double greatest = GEOID.range(extent).greatest();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 10_000; i++) {
                double metres = GEOID.undulation(
                        extent.south() + height * random.nextDouble(), extent.west() + width * random.nextDouble());
                low = Math.min(low, metres);
                high = Math.max(high, metres);
            }
            assertThat(least).isLessThanOrEqualTo(low - Geoid.ERROR + ROUNDING);
            assertThat(greatest).isGreaterThanOrEqualTo(high + Geoid.ERROR - ROUNDING);
            if (n % 3 == 0 && width < 1) {
                // So many samples of so small a rectangle come near its extremes: bounds are no wider than need be.
                assertThat(least).isGreaterThan(low - Geoid.ERROR - 0.05);
                assertThat(greatest).isLessThan(high + Geoid.ERROR + 0.05);
            }
        }
    }

    @Test
    void a_grid_of_another_size_is_refused() {
        assertThatThrownBy(() -> new Geoid(new short[10])).isInstanceOf(IllegalArgumentException.class);
    }
}
