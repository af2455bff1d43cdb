package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.sis.measure.Units;
import org.apache.sis.referencing.CRS;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.referencing.crs.DefaultGeographicCRS;
import org.apache.sis.referencing.datum.BursaWolfParameters;
import org.apache.sis.referencing.datum.DefaultEllipsoid;
import org.apache.sis.referencing.datum.DefaultGeodeticDatum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;
import org.opengis.util.FactoryException;
import org.parley.space.Entered;

/** Failure 24, the wrong datum: SK-42 against Apache SIS with the parameters of EPSG:5044, turned to its convention. */
class DatumTest {
    private static final Coordinates.Context SOVIET_MAP = new Coordinates.Context(Datum.SK_42, Optional.empty());

    @Test
    void sk_42_agrees_with_sis_to_a_millimetre() throws FactoryException, TransformException {
        MathTransform theirs = sisTransform();
        SplittableRandom random = new SplittableRandom(21);
        double worst = 0;
        for (int i = 0; i < 5_000; i++) {
            Degrees at = new Degrees(-89.9 + 179.8 * random.nextDouble(), -180 + 360 * random.nextDouble());
            double[] out = new double[2];
            theirs.transform(new double[] {at.latitude(), at.longitude()}, 0, out, 0, 1);
            worst = Math.max(worst, GridAgainstSisTest.apart(Datum.SK_42.toWgs84(at), new Degrees(out[0], out[1])));
        }
        System.out.printf("SK-42: at most %.2e m from SIS%n", worst);
        assertThat(worst).isLessThan(1e-3);
    }

    private static MathTransform sisTransform() throws FactoryException {
        BursaWolfParameters shift = new BursaWolfParameters(CommonCRS.WGS84.datum(false), null);
        shift.tX = 23.57;
        shift.tY = -140.95;
        shift.tZ = -79.8;
        shift.rY = 0.35;
        shift.rZ = 0.79;
        shift.dS = -0.22;
        DefaultEllipsoid krassovsky = DefaultEllipsoid.createFlattenedSphere(
                Map.of("name", "Krassovsky 1940"), 6_378_245, 298.3, Units.METRE);
        DefaultGeodeticDatum pulkovo = new DefaultGeodeticDatum(
                Map.of("name", "Pulkovo 1942", DefaultGeodeticDatum.BURSA_WOLF_KEY, shift),
                krassovsky,
                CommonCRS.WGS84.primeMeridian());
        DefaultGeographicCRS sk42 = new DefaultGeographicCRS(
                Map.of("name", "SK-42"),
                pulkovo,
                null,
                CommonCRS.WGS84.geographic().getCoordinateSystem());
        return CRS.findOperation(sk42, CommonCRS.WGS84.geographic(), null).getMathTransform();
    }

    /** Between 30° and 70° north from the Levant to the Urals; the least is found in the far north-west. */
    @Test
    void failure_24_the_shift_is_above_a_hundred_metres_and_told() {
        Reading read = Coordinates.read("35.02N 40.62E", SOVIET_MAP).orElseThrow();
        assertThat(read.moved()).isBetween(100.0, 200.0);
        assertThat(read.datum()).isEqualTo(Datum.SK_42);
        assertThat(read.told()).contains("SK-42, moved 1");
        assertThat(Coordinates.read("55.75N 37.62E", SOVIET_MAP).orElseThrow().moved())
                .isBetween(100.0, 200.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35.02N 40.62E SK-42",
                "35.02N 40.62E sk42",
                "СК-42 35.02N 40.62E",
                "35.02N 40.62E (Pulkovo 1942)",
                "35.02N 40.62E datum: SK 42",
                "35,02 с.ш. 40,62 в.д. СК-42",
                "35.02N 40.62E, EPSG:4284"
            })
    void a_datum_named_in_the_text_is_followed(String text) {
        Reading read = Entries.withoutWarning(Coordinates.read(text));
        assertThat(read.place())
                .isEqualTo(Coordinates.read("35.02N 40.62E", SOVIET_MAP)
                        .orElseThrow()
                        .place());
    }

    @Test
    void a_text_that_contradicts_the_chosen_datum_is_warned_of() {
        Entered<Reading> read = Coordinates.read("35.02N 40.62E WGS 84", SOVIET_MAP);
        assertThat(read.orElseThrow().moved()).isZero();
        assertThat(Entries.said(read)).contains("SK-42 was chosen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ED50", "NAD 27", "СК-95", "ПЗ-90.02", "EPSG:4230", "ETRS89"})
    void failure_24_any_other_datum_is_refused_with_the_two_that_are_known(String name) {
        assertThat(Entries.said(Datum.named(name))).contains("WGS 84 or SK-42");
        assertThat(Entries.said(Coordinates.read("35.02N 40.62E " + name))).contains("WGS 84 or SK-42");
    }

    @Test
    void a_grid_on_sk_42_is_refused() {
        assertThat(Entries.said(Coordinates.read("37S DV 1234 5678", SOVIET_MAP)))
                .contains("latitude and longitude only");
    }
}
