package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.space.Entered;
import org.parley.space.footprint.Extent;
import org.parley.space.geodesy.Place;

/** Failure 24 of the catalogue: a typing error, swapped axes, a lost sign, a wrong datum. */
class CoordinateSlipsTest {
    /** The middle Euphrates. */
    private static final Coordinates.Context RIVER =
            new Coordinates.Context(Datum.WGS_84, Optional.of(new Extent(34, 36.5, 38, 3.5)));

    private static final Coordinates.Context PATAGONIA =
            new Coordinates.Context(Datum.WGS_84, Optional.of(new Extent(-50, -40, -75, 10)));

    @Test
    void failure_24_inside_the_area_nothing_is_said() {
        Entries.withoutWarning(Coordinates.read("35.03N 40.62E", RIVER));
    }

    @Test
    void failure_24_a_latitude_beyond_90_that_fits_swapped_says_so_and_is_not_applied() {
        Entered<Reading> read = Coordinates.read("140.62, 35.02");
        assertThat(Entries.problems(read)).hasSize(1);
        assertThat(Entries.said(read)).contains("swapped").contains("35.0200000°N 140.6200000°E");
    }

    @Test
    void failure_24_swapped_axes_are_suggested_where_only_they_lie_in_the_area() {
        Entered<Reading> read = Coordinates.read("40.62, 35.02", RIVER);
        assertThat(read.orElseThrow().place()).isEqualTo(Place.ofDegrees(40.62, 35.02));
        assertThat(Entries.said(read)).contains("swapped").contains("35.0200000°N 040.6200000°E");
    }

    @Test
    void failure_24_swapped_letters_are_suggested_too() {
        assertThat(Entries.said(Coordinates.read("40.62N 35.02E", RIVER))).contains("swapped");
    }

    @Test
    void failure_24_a_lost_minus_is_suggested() {
        assertThat(Entries.said(Coordinates.read("45.5, -70.2", PATAGONIA))).contains("other sign of the latitude");
        assertThat(Entries.said(Coordinates.read("-45.5, 70.2", PATAGONIA))).contains("other sign of the longitude");
        Entered<Reading> both = Coordinates.read("45.5 70.2", PATAGONIA);
        assertThat(Entries.said(both)).contains("other signs of both").contains("45.5000000°S 070.2000000°W");
        assertThat(both.orElseThrow().place()).isEqualTo(Place.ofDegrees(45.5, 70.2));
    }

    /** 35.59 meant as 35°59′: 0.6 degrees apart, 43 km. */
    @Test
    void failure_24_minutes_written_as_decimals_are_warned_of_only_by_the_area() {
        Coordinates.Context north =
                new Coordinates.Context(Datum.WGS_84, Optional.of(new Extent(35.9, 36.1, 40.4, 0.3)));
        Entered<Reading> read = Coordinates.read("35.59N 40.30E", north);
        assertThat(Entries.said(read)).contains("decimals taken for minutes").contains("35.9833333°N 040.5000000°E");
        Entries.withoutWarning(Coordinates.read("35.59N 40.30E"));
    }

    @Test
    void failure_24_decimals_written_as_minutes_are_warned_of_by_the_area() {
        Coordinates.Context small =
                new Coordinates.Context(Datum.WGS_84, Optional.of(new Extent(35.15, 35.25, 40.35, 0.1)));
        assertThat(Entries.said(Coordinates.read("35 20N 40 40E", small))).contains("minutes taken for decimals");
    }

    @Test
    void failure_24_two_digits_exchanged_show_as_far_outside_the_area() {
        assertThat(Entries.said(Coordinates.read("53.02N 40.62E", RIVER))).contains("look at the map");
        assertThat(Entries.said(Coordinates.read("37T DV 1234 5678", RIVER))).isNotBlank();
    }

    @Test
    void failure_24_minutes_and_seconds_of_60_are_refused() {
        assertThat(Entries.said(Coordinates.read("35 60.0N 40 37.2E"))).contains("minutes are 60 or more");
        assertThat(Entries.said(Coordinates.read("35 59 60N 40 37 12E"))).contains("seconds are 60 or more");
    }

    /** S is a band to one writer and a hemisphere to the other: 10,000 km. */
    @Test
    void failure_24_utm_with_the_letter_s_is_refused_unless_the_area_decides() {
        String text = "37S 465334 3875509";
        assertThat(Entries.said(Coordinates.read(text)))
                .contains("37 north 465334.0 3875509.0")
                .contains("37 south 465334.0 3875509.0");
        Entered<Reading> read = Coordinates.read(text, RIVER);
        assertThat(read.orElseThrow().place().lat()).isBetween(350_000_000, 351_000_000);
        assertThat(Entries.said(read)).contains("S is read as the band");
    }

    @Test
    void failure_24_utm_south_of_the_band_s_can_only_mean_the_hemisphere() {
        assertThat(Coordinates.read("37S 465334 6875509").orElseThrow().place().lat())
                .isNegative();
    }
}
