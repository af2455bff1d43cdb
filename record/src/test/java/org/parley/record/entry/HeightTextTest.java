package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.space.Entered;
import org.parley.space.height.Height;

/** Failure 25 of the catalogue: feet for metres, a level for an altitude. */
class HeightTextTest {
    @Test
    void what_is_written_of_a_height_is_read_as_the_same_height() {
        SplittableRandom random = new SplittableRandom(31);
        HeightReference[] references = {HeightReference.HAE, HeightReference.AMSL, HeightReference.AGL};
        LengthUnit[] units = {LengthUnit.METRE, LengthUnit.FOOT};
        for (int i = 0; i < 5_000; i++) {
            String text = Decimal.shortest(random.nextInt(-1_000, 30_000) / 4.0)
                    + " " + units[random.nextInt(2)].symbol()
                    + " " + references[random.nextInt(3)].symbol();
            assertThat(Entries.withoutWarning(HeightText.read(text)).written()).isEqualTo(text);
        }
        for (int level = 0; level <= 660; level++) {
            String text = "FL" + Decimal.padded(level, 3);
            assertThat(Entries.withoutWarning(HeightText.read(text)).written()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6100 m AMSL | 6100.0 m AMSL",
                "6100m amsl | 6100.0 m AMSL",
                "6100 metres MSL | 6100.0 m AMSL",
                "AMSL 6100 m | 6100.0 m AMSL",
                "6 100 м AMSL | 6100.0 m AMSL",
                "٦١٠٠ م AMSL | 6100.0 m AMSL",
                "6100 m HAE | 6100.0 m HAE",
                "500ft AGL | 152.4 m AGL",
                "500 feet AGL | 152.4 m AGL",
                "1,234,567 ft AMSL | 376296.0216 m AMSL",
                "12.5 m AGL | 12.5 m AGL",
                "12,5 m AGL | 12.5 m AGL",
                "-430 m AMSL | -430.0 m AMSL",
                "FL350 | FL350.0",
                "fl 350 | FL350.0",
                "F350 | FL350.0",
                "FL045 | FL45.0",
                "SFC | SFC",
                "gnd | SFC",
                "ground | SFC",
                "UNL | unbounded",
                "unlimited | unbounded",
            })
    void is_read_without_a_warning(String text, String height) {
        assertThat(Entries.withoutWarning(HeightText.read(text)).height()).hasToString(height);
    }

    @Test
    void a_foot_is_exactly_0_3048_m() {
        assertThat(HeightText.read("1 ft AGL").orElseThrow().height()).isEqualTo(new Height.Agl(0.3048));
        assertThat(HeightText.read("500 ft AGL").orElseThrow().echo()).isEqualTo("500 ft AGL = 152.4 m AGL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6100", "6100 m", "6,100 m", "6 100 м", "6100 AMSL", "AMSL", "m", "ft AGL", "350", "500'"})
    void failure_25_a_number_without_unit_and_reference_is_refused(String text) {
        assertThat(Entries.said(HeightText.read(text))).contains("6100 m AMSL, 500 ft AGL, FL200");
        assertThat(Entries.problems(HeightText.read(text))).isNotEmpty();
    }

    @Test
    void failure_25_a_comma_or_point_before_three_digits_is_told() {
        Entered<HeightText> comma = HeightText.read("6,100 m AMSL");
        assertThat(comma.orElseThrow().value()).isEqualTo(6100);
        assertThat(Entries.said(comma)).contains("is read as 6100");
        Entered<HeightText> point = HeightText.read("6.100 m AMSL");
        assertThat(point.orElseThrow().value()).isEqualTo(6.1);
        assertThat(Entries.said(point)).contains("is read as 6.100");
    }

    @Test
    void failure_25_qnh_is_read_as_amsl_with_a_warning() {
        Entered<HeightText> read = HeightText.read("3000 ft QNH");
        assertThat(read.orElseThrow().height()).isEqualTo(new Height.Amsl(914.4));
        assertThat(Entries.said(read)).contains("altimeter");
    }

    /** Levels in metres, as flown in Russia and China: 6,100 m is FL200. */
    @ParameterizedTest
    @ValueSource(
            strings = {"FL6100", "FL 6100 m", "6100 m FL", "6100 m STD", "эшелон 6100 м", "6100 m QNE", "20000 ft FL"})
    void failure_25_a_level_in_metres_is_refused_with_the_level_it_is(String text) {
        assertThat(Entries.problems(HeightText.read(text))).hasSize(1);
        assertThat(Entries.said(HeightText.read(text))).contains("write FL200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 ft QFE",
                "500 m ft AGL",
                "500 ft AGL AMSL",
                "500-1000 ft AGL",
                "500 ft 1000 ft AGL",
                "FL-10",
                "2000 km AMSL",
                "-20000 m AMSL",
                "SFC 500 ft",
                "5 NM AMSL",
                "6,100,5 m AMSL",
                "1,23,456 m AMSL",
                "x m AMSL"
            })
    void what_is_no_height_is_refused(String text) {
        assertThat(Entries.problems(HeightText.read(text)))
                .allSatisfy(problem -> assertThat(problem.wayOut()).isNotBlank());
    }

    @Test
    void failure_25_a_level_with_a_unit_too_many_is_not_answered_with_another_level() {
        assertThat(Entries.said(HeightText.read("FL350 ft")))
                .contains("has a unit")
                .doesNotContain("FL004");
    }

    /** On charts a capital M stands for nautical miles. */
    @Test
    void failure_25_a_distance_in_capital_m_is_told_to_be_metres() {
        Entered<DistanceText> read = DistanceText.read("5 M");
        assertThat(read.orElseThrow().metres()).isEqualTo(5);
        assertThat(Entries.said(read)).contains("read as metres");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 NM | 9260 | 5 NM = 9260 m",
                "5nm | 9260 | 5 NM = 9260 m",
                "1,5 km | 1500 | 1.5 km = 1500 m",
                "500 ft | 152.4 | 500 ft = 152.4 m",
                "250 m | 250 | 250 m",
                "0 m | 0 | 0 m",
            })
    void distances_are_read_with_exact_factors(String text, double metres, String echo) {
        DistanceText read = Entries.withoutWarning(DistanceText.read(text));
        assertThat(read.metres()).isEqualTo(metres);
        assertThat(read.echo()).isEqualTo(echo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 miles", "5 mi", "-5 km", "9000 km", "5 km 200 m", "five km", "5 AMSL", ""})
    void what_is_no_distance_is_refused(String text) {
        assertThat(Entries.problems(DistanceText.read(text))).hasSize(1);
    }
}
