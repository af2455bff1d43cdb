package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;
import org.parley.space.geodesy.Place;

/** The forms that people write, and what must not be read. */
class CoordinatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "35.02N 40.62E",
                "35.02n, 40.62e",
                "N35.02 E40.62",
                "N 35.02, E 40.62",
                "40.62E 35.02N",
                "+35.02 N +40.62 E",
                "35.02°N 40.62°E",
                "35,02N 40,62E",
                "35,02° N; 40,62° E",
                "lat 35.02 lon 40.62",
                "Latitude: 35.02, Longitude: 40.62",
                "lon=40.62 lat=35.02",
                "(35.02N, 40.62E)",
                "35 01.2N 40 37.2E",
                "35°01.2'N 40°37.2'E",
                "35º01,2’N 40º37,2’E",
                "N35 01.2 E040 37.2",
                "35 01 12 N 40 37 12 E",
                "35°01'12\"N 40°37'12\"E",
                "35°01′12″ N, 40°37′12″ E",
                "35˚01´12´´N 40˚37´12´´E",
                "35*01'12''N 40*37'12''E",
                "35d01m12sN 40d37m12sE",
                "35d 01m 12s N 40d 37m 12s E",
                "35 deg 01 min 12 sec North 40 deg 37 min 12 sec East",
                "35-01-12N 040-37-12E",
                "35:01:12N 40:37:12E",
                "350112N0403712E",
                "350112N 0403712E",
                "N350112 E0403712",
                "N350112E0403712",
                "3501.2N04037.2E",
                "35°01'12\" с.ш. 40°37'12\" в.д.",
                "35,02° с. ш., 40,62° в. д.",
                "35.02 С 40.62 В",
                "N35°01.2′ E40°37.2′",
                "٣٥٫٠٢ شمال ٤٠٫٦٢ شرق",
                "٣٥°٠١'١٢\"N ٤٠°٣٧'١٢\"E",
                "۳۵.۰۲N ۴۰.۶۲E",
                "\u200f35.02N\u00a040.62E\u202c",
                "３５．０２Ｎ　４０．６２Ｅ",
                "  35.02N\t40.62E\n",
                "WGS84 35.02N 40.62E",
                "35.02N 40.62E (WGS 84)",
            })
    void is_read_as_the_same_place_without_a_warning(String text) {
        Reading read = Entries.withoutWarning(Coordinates.read(text));
        assertThat(read.place()).isEqualTo(Place.ofDegrees(35.02, 40.62));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35.02N 40.62E | DD | 1111",
                "35.0200N 40.6200E | DD | 11.1",
                "35 01N 40 37E | DDM | 1852",
                "35 01.2N 40 37.20E | DDM | 185.2",
                "35 01 12N 40 37 12E | DMS | 30.9",
                "3501N04037E | PACKED | 1852",
                "350112N0403712E | PACKED | 30.9",
                "37S EV 1234 5678 | MGRS | 10",
                "37SEV1257 | MGRS | 1000",
                "37 north 465334 3875509 | UTM | 1",
                "37R 465334.25 3075509.25 | UTM | 0.01",
                "UPS north 2012345 1987654 | UPS | 1",
                "Z 2012345 1987654 | UPS | 1",
            })
    void form_and_resolution_are_told(String text, CoordinateForm form, double resolution) {
        Reading read = Entries.accepted(Coordinates.read(text));
        assertThat(read.form()).isEqualTo(form);
        assertThat(read.resolution()).isBetween(resolution * 0.99, resolution * 1.01);
    }

    @Test
    void southern_and_western_letters_and_signs_are_the_same() {
        Place place = Place.ofDegrees(-35.02, -40.62);
        assertThat(Coordinates.read("35.02S 40.62W").orElseThrow().place()).isEqualTo(place);
        assertThat(Coordinates.read("-35.02 -40.62").orElseThrow().place()).isEqualTo(place);
        assertThat(Coordinates.read("\u221235 01.2 \u221240 37.2").orElseThrow().place())
                .isEqualTo(place);
        assertThat(Coordinates.read("35,02 ю.ш. 40,62 з.д.").orElseThrow().place())
                .isEqualTo(place);
    }

    @Test
    void a_half_degree_south_of_the_equator_keeps_its_sign() {
        assertThat(Coordinates.read("-0 30 0, -0 15 0").orElseThrow().place()).isEqualTo(Place.ofDegrees(-0.5, -0.25));
    }

    @Test
    void the_echo_shows_all_forms() {
        PlaceText echo = Coordinates.read("35.02N 40.62E").orElseThrow().echo();
        assertThat(echo.dd()).isEqualTo("35.0200000°N 040.6200000°E");
        assertThat(echo.ddm()).isEqualTo("35°01.200000'N 040°37.200000'E");
        assertThat(echo.dms()).isEqualTo("35°01'12.0000\"N 040°37'12.0000\"E");
        assertThat(echo.mgrs()).startsWith("37S FU ");
        assertThat(echo.grid()).startsWith("37 north ");
    }

    @Test
    void the_resolution_of_degrees_is_warned_of_when_it_is_kilometres() {
        assertThat(Entries.said(Coordinates.read("35N 40E"))).contains("111 km");
        assertThat(Entries.said(Coordinates.read("35.0N 40.6E"))).contains("11 km");
    }

    @Test
    void two_bare_numbers_are_latitude_then_longitude_with_a_warning() {
        Entered<Reading> read = Coordinates.read("35.02, 40.62");
        assertThat(read.orElseThrow().place()).isEqualTo(Place.ofDegrees(35.02, 40.62));
        assertThat(Entries.said(read))
                .contains("the other way round is possible")
                .contains("35.0200000°N 040.6200000°E");
    }

    @Test
    void two_bare_numbers_that_only_fit_one_way_need_no_warning() {
        Entries.withoutWarning(Coordinates.read("35.02, 140.62"));
    }

    @Test
    void bare_minutes_and_seconds_are_read_in_pairs() {
        Place place = Place.ofDegrees(35.02, 40.62);
        for (String text : new String[] {
            "35 01.2 40 37.2",
            "35 01 12 40 37 12",
            "35 01 12, 40 37 12",
            "35°01.2' 40°37.2'",
            "35,02 40,62",
            "35,02; 40,62"
        }) {
            assertThat(Coordinates.read(text).orElseThrow().place()).as(text).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "35",
                "35.02",
                "35.02N",
                "35N",
                "35.02 40.62E",
                "N35.02 40.62",
                "35.02N 40.62N",
                "35.02E 40.62W",
                "35.02N 40.62E 30",
                "3530N04010E005",
                "35.02 40.62 30",
                "35 20 40",
                "35.1.2N 40.6E",
                "35.02N and 40.62E",
                "35-40",
                "35.02-40.62",
                "-35.02S 40.62E",
                "35.02N -40.62W",
                "35.5 30N 40 37E",
                "35 60N 40 37E",
                "35 30 60N 40 37 00E",
                "35°75'N 40°37'E",
                "355 30N 40 37E",
                "91N 40E",
                "35N 181E",
                "90 00 01N 40 00 00E",
                "35,5,40,2",
                "35 12' 40",
                "12'35°N 40E",
                "lat 40E lon 35N",
                "lat 35 lat 40",
                "401030E 353012N",
                "🚀",
                "null",
                "NaN NaN",
                "1e1, 1e1",
                "35.02N 40.62E; 35.03N 40.63E",
            })
    void what_is_not_one_place_is_refused_with_a_way_out(String text) {
        assertThat(Entries.problems(Coordinates.read(text)))
                .allSatisfy(problem -> assertThat(problem.wayOut()).isNotBlank());
    }

    @Test
    void every_problem_of_both_angles_is_told_at_once() {
        assertThat(Entries.problems(Coordinates.read("35 75 80N 40 61 00E"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35,40 | 35.0 | 40.0",
                "35,5 40 | 35.5 | 40.0",
                "35,5 40,25 | 35.5 | 40.25",
                "35 30,40 15 | 35.5 | 40.25",
                "35 30,0 40 15,0 | 35.5 | 40.25",
                "35.5,40.25 | 35.5 | 40.25",
            })
    void a_comma_divides_or_is_decimal_as_the_count_of_figures_says(String text, double latitude, double longitude) {
        assertThat(Coordinates.read(text).orElseThrow().place()).isEqualTo(Place.ofDegrees(latitude, longitude));
    }

    @Test
    void bare_degrees_with_decimals_after_a_two_digit_zone_like_figure_are_no_utm() {
        assertThat(Coordinates.read("35.123456 140.123456").orElseThrow().form())
                .isEqualTo(CoordinateForm.DD);
    }
}
