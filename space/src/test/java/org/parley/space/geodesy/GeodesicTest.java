package org.parley.space.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;

/** Our geodesics against GeographicLib, to which C. F. F. Karney proved 15 nm. */
class GeodesicTest {
    private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void inverse_agrees_with_GeographicLib_from_millimetres_to_ten_thousand_kilometres() {
        double worst = 0;
        for (int i = 0; i < 200_000; i++) {
            double lat = latitude();
            double lon = random.nextDouble(-180, 180);
            double metres = Math.pow(10, random.nextDouble(-3, 7));
            GeodesicData line = Geodesic.WGS84.Direct(lat, lon, random.nextDouble(360), metres);
            double ours = inverse(lat, lon, line.lat2, line.lon2).metres();
            double theirs = Geodesic.WGS84.Inverse(lat, lon, line.lat2, line.lon2).s12;
            worst = Math.max(worst, Math.abs(ours - theirs));
        }
        assertThat(worst).isLessThan(TENTH_OF_A_MILLIMETRE);
    }

    @Test
    void direct_agrees_with_GeographicLib() {
        double worst = 0;
        for (int i = 0; i < 100_000; i++) {
            double lat = latitude();
            double lon = random.nextDouble(-180, 180);
            double azimuth = random.nextDouble(360);
            double metres = Math.pow(10, random.nextDouble(-3, 7));
            GeodesicData theirs = Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
            double[] ours = org.parley.space.geodesy.Geodesic.direct(
                    Math.toRadians(lat), Math.toRadians(lon), Math.toRadians(azimuth), metres);
            double off = Geodesic.WGS84.Inverse(
                            theirs.lat2, theirs.lon2, Math.toDegrees(ours[0]), Math.toDegrees(ours[1]))
                    .s12;
            worst = Math.max(worst, off);
        }
        assertThat(worst).isLessThan(TENTH_OF_A_MILLIMETRE);
    }

    @Test
    void azimuth_leads_from_one_end_to_the_other() {
        for (int i = 0; i < 10_000; i++) {
            double lat = latitude();
            double lon = random.nextDouble(-180, 180);
            GeodesicData line = Geodesic.WGS84.Direct(lat, lon, random.nextDouble(360), random.nextDouble(10, 5e6));
            double azimuth = inverse(lat, lon, line.lat2, line.lon2).azimuth();
            double[] end = org.parley.space.geodesy.Geodesic.direct(
                    Math.toRadians(lat), Math.toRadians(lon), azimuth, line.s12);
            double off =
                    Geodesic.WGS84.Inverse(line.lat2, line.lon2, Math.toDegrees(end[0]), Math.toDegrees(end[1])).s12;
            assertThat(off).isLessThan(2 * TENTH_OF_A_MILLIMETRE);
        }
    }

    @Test
    void a_place_is_no_distance_from_itself() {
        assertThat(inverse(90, 0, 90, 120).metres()).isLessThan(1e-8);
        assertThat(inverse(12, 34, 12, 34).metres()).isZero();
        assertThat(inverse(12, 180, 12, -180).metres()).isLessThan(1e-8);
    }

    @Test
    void antipodes_are_refused_and_not_guessed() {
        assertThatThrownBy(() -> inverse(0.1, 0, 0.2, 179.9)).isInstanceOf(IllegalArgumentException.class);
    }

    /** M and N bound what an angle on the unit sphere is worth in metres: the proof that the fast decision rests on. */
    @Test
    void the_sphere_bounds_the_ellipsoid() {
        for (int i = 0; i < 100_000; i++) {
            Place from = Place.ofDegrees(latitude(), random.nextDouble(-180, 180));
            GeodesicData line = Geodesic.WGS84.Direct(
                    from.latitude(), from.longitude(), random.nextDouble(360), Math.pow(10, random.nextDouble(0, 6)));
            Place to = Place.ofDegrees(line.lat2, line.lon2);
            double metres =
                    Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude()).s12;
            double sigma = 2 * Math.asin(from.unit().minus(to.unit()).length() / 2);
            double slack = metres / Ellipsoid.LEAST_RADIUS;
            double least = Math.max(
                    0, Math.min(Math.abs(from.unit().z()), Math.abs(to.unit().z())) - slack);
            double greatest = Math.min(
                    1, Math.max(Math.abs(from.unit().z()), Math.abs(to.unit().z())) + slack);
            assertThat(metres).isGreaterThanOrEqualTo(sigma * Ellipsoid.meridionalRadius(least) - 1e-7);
            assertThat(metres).isLessThanOrEqualTo(sigma * Ellipsoid.normalRadius(greatest) + 1e-7);
        }
    }

    /** What a stored edge is taken for, a great-circle arc, lies within 0.24 cm of what it is, a geodesic. */
    @Test
    void an_arc_of_six_kilometres_is_the_geodesic_to_a_quarter_of_a_centimetre() {
        double worst = 0;
        for (int i = 0; i < 100_000; i++) {
            double lat = latitude();
            double lon = random.nextDouble(-180, 180);
            double azimuth = random.nextDouble(360);
            GeodesicData end = Geodesic.WGS84.Direct(lat, lon, azimuth, 6_000);
            GeodesicData inner = Geodesic.WGS84.Direct(lat, lon, azimuth, random.nextDouble(6_000));
            double[] arc = flat(unit(lat, lon), unit(end.lat2, end.lon2));
            double[] point = flat(unit(inner.lat2, inner.lon2));
            worst = Math.max(worst, Math.sqrt(Arc.chord2(point, 0, arc, 0, 3)) * Ellipsoid.GREATEST_RADIUS);
        }
        assertThat(worst).isLessThan(0.0024).isGreaterThan(0.0020);
    }

    private static double[] flat(Vec... vectors) {
        double[] all = new double[3 * vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            all[3 * i] = vectors[i].x();
            all[3 * i + 1] = vectors[i].y();
            all[3 * i + 2] = vectors[i].z();
        }
        return all;
    }

    private static Vec unit(double lat, double lon) {
        double phi = Math.toRadians(lat);
        double lambda = Math.toRadians(lon);
        return new Vec(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
    }

    private double latitude() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextDouble(89.9, 90) * (random.nextBoolean() ? 1 : -1);
            case 1 -> random.nextDouble(-0.01, 0.01);
            default -> Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
        };
    }

    private static org.parley.space.geodesy.Geodesic.Inverse inverse(
            double lat1, double lon1, double lat2, double lon2) {
        return org.parley.space.geodesy.Geodesic.inverse(
                Math.toRadians(lat1), Math.toRadians(lon1), Math.toRadians(lat2), Math.toRadians(lon2));
    }
}
