package org.parley.space.height;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;
import org.parley.space.Limits;
import org.parley.space.Problem;
import org.parley.space.Scatter;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;

class BandEntryTest {
    private static final Footprint ORIGIN = Footprint.at(Place.ofDegrees(0, 0));
    private static final HeightTerms NONE = HeightTerms.none();
    private static final HeightTerms AGREED =
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(-10.25, 480.5)), OptionalDouble.of(900));

    private static Band band(Height lower, Height upper, HeightTerms terms) {
        return BandEntry.enter(lower, upper, ORIGIN, terms).orElseThrow();
    }

    private static List<Problem> refused(Height lower, Height upper, HeightTerms terms) {
        var entered = BandEntry.enter(lower, upper, ORIGIN, terms);
        assertThat(entered).isInstanceOf(Entered.Refused.class);
        return ((Entered.Refused<Band>) entered).problems();
    }

    private static List<Problem> warnings(Height lower, Height upper) {
        var entered = BandEntry.enter(lower, upper, ORIGIN, NONE);
        assertThat(entered).isInstanceOf(Entered.Accepted.class);
        return ((Entered.Accepted<Band>) entered).warnings();
    }

    @Test
    void metres_above_the_ellipsoid_are_rounded_outwards_to_centimetres() {
        assertThat(band(new Height.Hae(1.239), new Height.Hae(2.341), NONE)).isEqualTo(new Band.Metres(123, 235));
        assertThat(band(new Height.Hae(-2.341), new Height.Hae(-1.239), NONE)).isEqualTo(new Band.Metres(-235, -123));
        assertThat(band(new Height.Hae(0.29), new Height.Hae(0.57), NONE)).isEqualTo(new Band.Metres(29, 57));
    }

    @Test
    void mean_sea_level_is_the_geoids_with_its_error_outwards() {
        // 17.16 m at 0°, 0°, and 1.17 m either way.
        assertThat(band(new Height.Amsl(100), new Height.Amsl(200), NONE)).isEqualTo(new Band.Metres(11_599, 21_833));
    }

    @Test
    void above_ground_is_above_the_lowest_and_the_highest_terrain() {
        assertThat(band(new Height.Agl(30), new Height.Agl(120), AGREED)).isEqualTo(new Band.Metres(1_975, 60_050));
        assertThat(band(new Height.Surface(), new Height.Surface(), AGREED)).isEqualTo(new Band.Metres(-1_025, 48_050));
    }

    @Test
    void levels_stay_levels_and_their_metres_are_the_margins() {
        assertThat(band(new Height.FlightLevel(100), new Height.FlightLevel(200), NONE))
                .isEqualTo(new Band.Levels(10_000, 20_000, Band.UNBOUNDED));
        // 100 levels are 3,048 m; 17.16 m of geoid, 1.17 m of its error, 900 m of margin.
        assertThat(band(new Height.FlightLevel(100), new Height.FlightLevel(200), AGREED))
                .isEqualTo(new Band.Levels(10_000, 20_000, new Band.Metres(216_399, 701_433)));
        assertThat(band(new Height.FlightLevel(10.001), new Height.FlightLevel(10.001), AGREED))
                .isInstanceOfSatisfying(Band.Levels.class, levels -> {
                    assertThat(levels.lower()).isEqualTo(1_000);
                    assertThat(levels.upper()).isEqualTo(1_001);
                });
    }

    @Test
    void a_level_beside_metres_is_in_metres_and_needs_the_margin() {
        assertThat(band(new Height.Hae(500), new Height.FlightLevel(200), AGREED))
                .isEqualTo(new Band.Metres(50_000, 701_433));
        assertThat(refused(new Height.Hae(500), new Height.FlightLevel(200), NONE))
                .extracting(Problem::field)
                .containsExactly("upperRef");
        assertThat(refused(new Height.FlightLevel(20), new Height.Amsl(5_000), NONE))
                .extracting(Problem::field)
                .containsExactly("lowerRef");
    }

    @Test
    void what_is_absent_is_unbounded_with_a_warning() {
        assertThat(band(new Height.Unbounded(), new Height.Unbounded(), NONE)).isEqualTo(Band.UNBOUNDED);
        assertThat(band(new Height.Unbounded(), new Height.FlightLevel(90), NONE))
                .isEqualTo(new Band.Levels(Band.BOTTOMLESS, 9_000, Band.UNBOUNDED));
        assertThat(warnings(new Height.Unbounded(), new Height.Hae(5)))
                .extracting(Problem::field)
                .containsExactly("lower");
        assertThat(warnings(new Height.Unbounded(), new Height.Unbounded()))
                .extracting(Problem::field)
                .containsExactly("lower", "upper");
        assertThat(warnings(new Height.Hae(1), new Height.Hae(1))).isEmpty();
    }

    @Test
    void upper_below_lower_is_refused_in_one_reference_and_in_two() {
        for (List<Height> pair : List.<List<Height>>of(
                List.of(new Height.Hae(2), new Height.Hae(1.99)),
                List.of(new Height.Amsl(2), new Height.Amsl(1.99)),
                List.of(new Height.Agl(2), new Height.Agl(1.99)),
                List.of(new Height.FlightLevel(2), new Height.FlightLevel(1.99)),
                List.of(new Height.Hae(200), new Height.Amsl(100)),
                List.of(new Height.Amsl(10_000), new Height.FlightLevel(100)))) {
            assertThat(refused(pair.getFirst(), pair.getLast(), AGREED))
                    .extracting(Problem::field)
                    .containsExactly("upper");
        }
        // The error of the geoid alone makes a band of it.
        assertThat(band(new Height.Hae(101), new Height.Amsl(84), NONE)).isEqualTo(new Band.Metres(10_100, 10_233));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -12_000.01, 1_000_000.01, 1e300})
    void a_height_that_is_none_is_refused_by_name(double metres) {
        for (Height height : List.of(new Height.Hae(metres), new Height.Amsl(metres), new Height.Agl(metres))) {
            assertThat(refused(height, new Height.Hae(Limits.HIGHEST), AGREED))
                    .extracting(Problem::field)
                    .containsExactly("lower");
            assertThat(refused(new Height.Hae(Limits.LOWEST), height, AGREED))
                    .extracting(Problem::field)
                    .containsExactly("upper");
            assertThat(refused(height, height, AGREED))
                    .extracting(Problem::field)
                    .containsExactly("lower", "upper");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.01, 2_000.01})
    void a_level_that_is_none_is_refused_by_name(double level) {
        assertThat(refused(new Height.FlightLevel(level), new Height.FlightLevel(2_000), AGREED))
                .extracting(Problem::field)
                .containsExactly("lower");
    }

    @Test
    void the_limits_themselves_are_heights() {
        assertThat(band(new Height.Hae(-12_000), new Height.Hae(1_000_000), NONE))
                .isEqualTo(new Band.Metres(-1_200_000, 100_000_000));
        assertThat(band(new Height.FlightLevel(0), new Height.FlightLevel(2_000), NONE))
                .isEqualTo(new Band.Levels(0, 200_000, Band.UNBOUNDED));
    }

    @Test
    void heights_above_ground_without_terrain_are_refused_by_their_reference() {
        assertThat(refused(new Height.Agl(1), new Height.Agl(2), NONE))
                .extracting(Problem::field, Problem::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lowerRef", "AGL"),
                        org.assertj.core.groups.Tuple.tuple("upperRef", "AGL"));
        assertThat(refused(new Height.Surface(), new Height.Hae(2), NONE))
                .extracting(Problem::field, Problem::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("lowerRef", "SFC"));
    }

    @Test
    void a_larger_footprint_has_a_wider_band() {
        Scatter scatter = new Scatter(12, 300_000);
        for (int n = 0; n < 300; n++) {
            Place middle = scatter.place();
            double radius = scatter.random().nextDouble(1, 100_000);
            Band.Metres small = amsl(FootprintEntry.circle(middle.longitude(), middle.latitude(), radius)
                    .orElseThrow());
            Band.Metres large = amsl(FootprintEntry.circle(middle.longitude(), middle.latitude(), 2 * radius)
                    .orElseThrow());
            assertThat(large.lower()).isLessThanOrEqualTo(small.lower());
            assertThat(large.upper()).isGreaterThanOrEqualTo(small.upper());
        }
    }

    private static Band.Metres amsl(Footprint over) {
        return BandEntry.enter(new Height.Amsl(0), new Height.Amsl(0), over, NONE)
                .orElseThrow()
                .hae();
    }

    @Test
    void the_band_holds_the_geoid_at_every_place_of_the_footprint() {
        Scatter scatter = new Scatter(13, 200_000);
        SplittableRandom random = scatter.random();
        for (int n = 0; n < 300; n++) {
            Footprint footprint = scatter.footprint(scatter.place());
            Band.Metres band = amsl(footprint);
            Chain chain = footprint.chain();
            for (int i = 0; i < 50; i++) {
                Place vertex = chain.place(random.nextInt(chain.size()));
                Place place = scatter.away(vertex, random.nextDouble() * footprint.buffer() / 100);
                double metres = Geoid.egm96().undulation(place.latitude(), place.longitude());
                assertThat(band.lower() / 100.0).isLessThanOrEqualTo(metres - Geoid.ERROR);
                assertThat(band.upper() / 100.0).isGreaterThanOrEqualTo(metres + Geoid.ERROR);
            }
        }
    }
}
