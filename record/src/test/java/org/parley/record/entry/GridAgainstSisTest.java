package org.parley.record.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opengis.referencing.operation.TransformException;
import org.opengis.util.FactoryException;
import org.parley.space.geodesy.Place;

/** UTM, UPS and MGRS of seeded places and of every awkward edge, against Apache SIS. */
class GridAgainstSisTest {
    private static final int COUNT = Boolean.getBoolean("parley.nightly") ? 200_000 : 10_000;

    private final Sis sis = new Sis();

    @Test
    void utm_agrees_with_sis_to_a_micrometre() throws FactoryException, TransformException {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        double worstBack = 0;
        for (int i = 0; i < COUNT; i++) {
            Degrees at = new Degrees(-80 + 164 * random.nextDouble(), -180 + 360 * random.nextDouble());
            Utm ours = Utm.of(at);
            double[] theirs = sis.grid(at.latitude(), at.longitude());
            worst = Math.max(worst, Math.hypot(ours.easting() - theirs[0], ours.northing() - theirs[1]));
            worstBack = Math.max(worstBack, apart(ours.degrees(), at));
        }
        System.out.printf("UTM: %d places, at most %.2e m from SIS, %.2e m there and back%n", COUNT, worst, worstBack);
        assertThat(worst).isLessThan(1e-6);
        assertThat(worstBack).isLessThan(1e-6);
    }

    @Test
    void a_place_some_degrees_beyond_its_zone_agrees_too() throws FactoryException, TransformException {
        SplittableRandom random = new SplittableRandom(2);
        double worst = 0;
        for (int i = 0; i < COUNT; i++) {
            double latitude = -80 + 164 * random.nextDouble();
            int zone = 1 + random.nextInt(60);
            double longitude = Utm.meridian(zone) + 12 * (random.nextDouble() - 0.5);
            Utm ours = Utm.inZone(zone, latitude >= 0, new Degrees(latitude, longitude));
            double plainLatitude = latitude >= 0 ? 10 : -10;
            double[] theirs = sis.gridOf(plainLatitude, Utm.meridian(zone), latitude, longitude);
            worst = Math.max(worst, Math.hypot(ours.easting() - theirs[0], ours.northing() - theirs[1]));
            assertThat(apart(ours.degrees(), new Degrees(latitude, longitude))).isLessThan(1e-6);
        }
        System.out.printf("UTM to 6° off the meridian: at most %.2e m from SIS%n", worst);
        assertThat(worst).isLessThan(1e-6);
    }

    @Test
    void ups_agrees_with_sis() throws FactoryException, TransformException {
        SplittableRandom random = new SplittableRandom(3);
        double worst = 0;
        double worstBack = 0;
        for (int i = 0; i < COUNT; i++) {
            boolean north = random.nextBoolean();
            double latitude = north ? 84 + 6 * random.nextDouble() : -80 - 10 * random.nextDouble();
            Degrees at = new Degrees(latitude, -180 + 360 * random.nextDouble());
            Ups ours = Ups.of(north, at);
            double[] theirs = sis.grid(latitude, at.longitude());
            worst = Math.max(worst, Math.hypot(ours.easting() - theirs[0], ours.northing() - theirs[1]));
            worstBack = Math.max(worstBack, apart(ours.degrees(), at));
        }
        System.out.printf("UPS: %d places, at most %.2e m from SIS, %.2e m there and back%n", COUNT, worst, worstBack);
        assertThat(worst).isLessThan(1e-7);
        assertThat(worstBack).isLessThan(1e-6);
    }

    @Test
    void mgrs_is_what_sis_prints_but_where_a_digit_is_on_the_edge() throws TransformException {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < COUNT; i++) {
            Place place = Place.ofDegrees(-90 + 180 * random.nextDouble(), -180 + 360 * random.nextDouble());
            sameSquare(place);
        }
    }

    @Test
    void mgrs_is_what_sis_prints_along_all_edges_of_zones_and_bands() throws TransformException {
        for (int latitude = -88; latitude <= 88; latitude += 4) {
            for (int longitude = -180; longitude < 180; longitude += 3) {
                for (int nudge = -1; nudge <= 1; nudge++) {
                    Place edge = Place.ofDegrees(latitude + 0.01, longitude);
                    sameSquare(Place.ofUnits(edge.lat(), edge.lon() + nudge));
                    sameSquare(Place.ofUnits(Place.DEGREE * (double) latitude + nudge, edge.lon() + 1_234_567));
                }
            }
        }
    }

    /** Not every letter by chance: where easting or northing is within 0.1 mm of a whole metre, either square is right. */
    private void sameSquare(Place place) throws TransformException {
        Degrees at = Degrees.of(place);
        boolean utm = Utm.covers(at.latitude());
        double easting =
                utm ? Utm.of(at).easting() : Ups.of(at.latitude() > 0, at).easting();
        double northing =
                utm ? Utm.of(at).northing() : Ups.of(at.latitude() > 0, at).northing();
        if (nearWhole(easting) || nearWhole(northing)) {
            return;
        }
        String ours = Mgrs.print(at, 5).replace(" ", "");
        String theirs = sis.mgrs(at.latitude(), at.longitude());
        assertThat(ours.replaceFirst("^0", "")).as("%s", place).isEqualTo(theirs.replaceFirst("^0", ""));
    }

    private static boolean nearWhole(double metres) {
        return Math.abs(metres - Math.rint(metres)) < 1e-4;
    }

    /** Metres, roughly. */
    static double apart(Degrees a, Degrees b) {
        double turn = a.longitude() - b.longitude();
        double aside = (turn - 360 * Math.rint(turn / 360)) * Math.cos(Math.toRadians(b.latitude()));
        return 111_320 * Math.hypot(a.latitude() - b.latitude(), aside);
    }

    /** DMA TM 8358.2, UPS, example 1 and 2 as test suites of PyGeodesy and MeteoIO cite them; the second far outside. */
    @Test
    void published_polar_examples_are_met() {
        Ups first = Ups.of(true, new Degrees(84 + 17 / 60.0 + 14.042 / 3600, -(132 + 14 / 60.0 + 52.761 / 3600)));
        assertThat(first.easting()).isCloseTo(1_530_125.78, within(0.006));
        assertThat(first.northing()).isCloseTo(2_426_773.60, within(0.006));
        Ups second = Ups.of(true, new Degrees(73, 44));
        assertThat(second.easting()).isCloseTo(3_320_416.75, within(0.006));
        assertThat(second.northing()).isCloseTo(632_668.43, within(0.006));
    }

    /** CN Tower, as in the Wikipedia article on UTM: zone 17, 630084 m east, 4833438 m north. */
    @Test
    void a_published_utm_example_is_met() {
        Utm tower = Utm.of(new Degrees(43 + 38 / 60.0 + 33.24 / 3600, -(79 + 23 / 60.0 + 13.7 / 3600)));
        assertThat(tower.zone()).isEqualTo(17);
        assertThat(tower.easting()).isCloseTo(630_084, within(1.0));
        assertThat(tower.northing()).isCloseTo(4_833_438, within(1.0));
    }

    /** GeographicLib, manual page of GeoConvert: E44d24 N33d20 is 38SMB4488, whose middle is 38n 444500 3688500. */
    @Test
    void a_published_mgrs_example_is_met() {
        assertThat(Mgrs.print(new Degrees(33 + 20 / 60.0, 44.4), 2)).isEqualTo("38S MB 44 88");
        Degrees middle = new Utm(38, true, 444_500, 3_688_500).degrees();
        assertThat(middle.latitude()).isCloseTo(33.33424, within(5e-6));
        assertThat(middle.longitude()).isCloseTo(44.40363, within(5e-6));
    }
}
