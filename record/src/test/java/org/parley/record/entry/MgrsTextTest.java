package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;
import org.parley.space.geodesy.Place;

/** Grid references: the corner, the square, and squares that are nowhere (failure 24). */
class MgrsTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"38SMB4488", "38S MB 44 88", "38smb 44 88", "MGRS 38S MB 4488", "38 S MB 44 88", "٣٨SMB٤٤٨٨"})
    void the_point_read_is_the_south_west_corner_with_the_square_beside_it(String text) {
        Reading read = Entries.withoutWarning(Coordinates.read(text));
        Utm corner = Utm.of(Degrees.of(read.place()));
        assertThat(corner.easting()).isBetween(444_000.0, 444_000.02);
        assertThat(corner.northing()).isBetween(3_688_000.0, 3_688_000.02);
        assertThat(read.square()).isEqualTo(1000);
        assertThat(read.told()).contains("south-west corner of a square of 1000 m");
    }

    @Test
    void cyrillic_letters_that_look_latin_are_read_with_a_warning() {
        Entered<Reading> read = Coordinates.read("38S МВ 44 88");
        assertThat(Entries.said(read)).contains("Cyrillic");
        assertThat(read.orElseThrow().echo().mgrs()).startsWith("38S MB 44");
    }

    @Test
    void failure_24_a_zone_alone_or_a_square_without_digits_is_no_point() {
        assertThat(Entries.said(Coordinates.read("37S"))).contains("not a whole reference");
        assertThat(Entries.said(Coordinates.read("37S D"))).contains("not a whole reference");
        assertThat(Entries.said(Coordinates.read("37SDV"))).contains("100 km").contains("37S DV 50 50");
        assertThat(Entries.said(Coordinates.read("37SDV12"))).contains("10 km").contains("37S DV 15 25");
        assertThat(Entries.said(Coordinates.read("DV 1234 5678"))).contains("no zone number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"37SDV123", "37SDV 12345 6789", "37SDV 1 234", "37SDV 12 34 56", "37SDV123456123456"})
    void failure_24_digits_that_are_not_two_equal_halves_are_refused(String text) {
        assertThat(Entries.said(Coordinates.read(text))).contains("same count of digits");
    }

    /** Columns A to H, J to R, S to Z belong to zones in turn; a reader that does not look moves the point by 600 km. */
    @Test
    void failure_24_a_square_of_another_zone_is_refused_with_the_nearest_valid_reading() {
        Entered<Reading> read = Coordinates.read("37SMB4488");
        assertThat(Entries.said(read)).contains("zone 37 has not").contains("38S MB 44 88");
        assertThat(Entries.said(Coordinates.read("1SWB4488"))).contains("60S WB 44 88");
        assertThat(Entries.said(Coordinates.read("60SDB4488"))).contains("01S DB 44 88");
    }

    @Test
    void failure_24_a_square_of_another_band_is_refused_with_the_right_band() {
        assertThat(Entries.said(Coordinates.read("38TMB4488")))
                .contains("does not touch 38T")
                .contains("38U MB 44 88, or 38S MB 44 88");
        assertThat(Entries.said(Coordinates.read("38RMB4488"))).contains("38S MB 44 88");
    }

    /** In zone 38 at 60° north the columns J and R lie outside the zone, which is 330 km wide there. */
    @Test
    void failure_24_a_square_beyond_the_narrowing_zone_is_refused_with_the_reading_of_its_neighbour() {
        Entered<Reading> read = Coordinates.read("38VJM5050");
        assertThat(Entries.said(read)).contains("does not touch 38V").contains("37V");
    }

    @Test
    void a_square_that_the_zones_edge_cuts_is_read_within_the_zone() {
        Place edge = Place.ofDegrees(35.5, 42);
        String text = Mgrs.print(Degrees.of(edge), 2);
        Reading read = Entries.withoutWarning(Coordinates.read(text));
        assertThat(text).startsWith("38S");
        assertThat(read.place().lon()).isGreaterThanOrEqualTo(edge.lon());
        assertThat(read.echo().mgrs()).startsWith("38S KE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32V KM 50 50 | 32V KM 50", // Norway: zone 32 reaches to 3° east
                "31X EG 50 50 | 31X EG 50", // Svalbard: zone 31 has 9 degrees
            })
    void zones_of_norway_and_svalbard_are_read(String text, String echo) {
        assertThat(Coordinates.read(text).orElseThrow().echo().mgrs()).startsWith(echo);
    }

    @Test
    void failure_24_zones_that_do_not_exist_over_svalbard_are_refused_with_those_that_do() {
        assertThat(Entries.said(Coordinates.read("32X MG 50 50")))
                .contains("31X")
                .contains("nearest valid reading");
    }

    @Test
    void the_poles_lie_in_the_squares_that_begin_there() {
        assertThat(PlaceText.of(Place.ofDegrees(90, 0)).mgrs()).isEqualTo("Z AH 00000 00000");
        assertThat(PlaceText.of(Place.ofDegrees(-90, 0)).mgrs()).isEqualTo("B AN 00000 00000");
    }

    @Test
    void polar_references_are_read_and_those_outside_the_polar_zone_refused() {
        assertThat(Coordinates.read("ZAH 00000 00000").orElseThrow().place().lat())
                .isGreaterThan(899_999_997);
        assertThat(Coordinates.read("B AN 00 00").orElseThrow().place().lat()).isLessThan(-899_000_000);
        assertThat(Entries.said(Coordinates.read("ZJA 99 00"))).contains("outside the polar zone Z");
        assertThat(Entries.said(Coordinates.read("CAH 00 00"))).contains("no zone number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"37SIV1234", "37SDO1234", "61SDV1234", "0SDV1234", "37IDV1234", "37SDW1234", "37ADV1234"})
    void letters_and_zones_that_do_not_exist_are_refused(String text) {
        assertThat(Entries.problems(Coordinates.read(text))).isNotEmpty();
    }
}
