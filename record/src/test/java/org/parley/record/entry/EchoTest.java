package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.space.geodesy.Place;

/** The law of the echo: whoever copies any form of it into the box gets the same reading. */
class EchoTest {
    private static final int COUNT = 1_000;

    /** Poles, equator, ends of the grids, Norway, Svalbard, and some other edges of bands. */
    private static final int[] EDGES = {-90, -80, -72, -8, 0, 8, 32, 40, 56, 64, 72, 80, 84, 90};

    @Test
    void degrees_minutes_and_seconds_as_printed_are_the_same_place() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < COUNT; i++) {
            Place place = place(random);
            PlaceText text = PlaceText.of(place);
            for (String form : List.of(text.dd(), text.ddm(), text.dms())) {
                Reading read = Entries.withoutWarning(Coordinates.read(form));
                assertThat(read.place()).as(form).isEqualTo(place);
                assertThat(read.echo()).isEqualTo(text);
            }
        }
    }

    @Test
    void mgrs_as_printed_is_read_and_printed_alike() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < COUNT; i++) {
            Place place = place(random);
            for (int digits = 2; digits <= 5; digits++) {
                String text = Mgrs.print(Degrees.of(place), digits);
                Reading read = Entries.withoutWarning(Coordinates.read(text));
                assertThat(Mgrs.print(Degrees.of(read.place()), digits)).isEqualTo(text);
                assertThat(read.form()).isEqualTo(CoordinateForm.MGRS);
                assertThat(read.square()).isEqualTo(Math.pow(10, 5 - digits));
            }
        }
    }

    @Test
    void utm_and_ups_as_printed_are_read_and_printed_alike() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < COUNT; i++) {
            PlaceText text = PlaceText.of(place(random));
            Reading read = Entries.withoutWarning(Coordinates.read(text.grid()));
            assertThat(read.echo().grid()).isEqualTo(text.grid());
        }
    }

    @Test
    void at_every_edge_of_zones_and_bands_the_echo_is_read_without_complaint() {
        for (int latitude : EDGES) {
            for (int longitude = -180; longitude <= 180; longitude += 3) {
                for (int nudge = -1; nudge <= 1; nudge++) {
                    double lat = Math.clamp(latitude * (double) Place.DEGREE + nudge, -9e8, 9e8);
                    Place place = Place.ofUnits(lat, longitude * (double) Place.DEGREE - nudge);
                    PlaceText text = PlaceText.of(place);
                    assertThat(Coordinates.read(text.dms()).orElseThrow().place())
                            .isEqualTo(place);
                    assertThat(Coordinates.read(text.mgrs())
                                    .orElseThrow()
                                    .echo()
                                    .mgrs())
                            .as("%s", place)
                            .isEqualTo(text.mgrs());
                    Place back = Coordinates.read(text.grid()).orElseThrow().place();
                    assertThat(GridAgainstSisTest.apart(Degrees.of(back), Degrees.of(place)))
                            .as("%s", place)
                            .isLessThan(0.09);
                }
            }
        }
    }

    @Test
    void packed_digits_are_read_as_the_forms_with_gaps() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < COUNT; i++) {
            PlaceText text = PlaceText.of(place(random));
            for (String form : List.of(text.ddm(), text.dms())) {
                String packed = form.replaceAll("[°'\" ]", "");
                Reading read = Entries.withoutWarning(Coordinates.read(packed));
                assertThat(read.echo()).as(packed).isEqualTo(text);
                assertThat(read.form()).isEqualTo(CoordinateForm.PACKED);
            }
        }
    }

    @Test
    void the_square_read_holds_the_place_printed() {
        SplittableRandom random = new SplittableRandom(15);
        for (int i = 0; i < COUNT; i++) {
            Place place = place(random);
            Reading read = Coordinates.read(PlaceText.of(place).mgrs()).orElseThrow();
            assertThat(GridAgainstSisTest.apart(Degrees.of(read.place()), Degrees.of(place)))
                    .isLessThan(1.5);
        }
    }

    private static Place place(SplittableRandom random) {
        return new Place(random.nextInt(-900_000_000, 900_000_001), random.nextInt(-1_800_000_000, 1_800_000_000));
    }
}
