package org.parley.space.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;

class CoveredAreaTest {
    /** By GeographicLib, which measures on the ellipsoid: any place, the poles and the antimeridian too, 30 m to 300 km. */
    @Test
    void a_polygon_has_the_area_that_geographiclib_finds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            double latitude = i < 20 ? 90 : i < 40 ? -90 : random.nextDouble(-90, 90);
            double longitude = i % 7 == 0 ? 180 : random.nextDouble(-180, 180);
            double size = StrictMath.exp(random.nextDouble(StrictMath.log(30), StrictMath.log(300_000)));
            double[] ring = ring(random, latitude, longitude, size);
            double expected = byGeographicLib(ring);
            assertThat(area(List.of(ring)).area())
                    .as(latitude + ", " + longitude + ", " + size + " m")
                    .isCloseTo(expected, within(expected * 1e-3 + 0.1));
        }
    }

    /** A star about a place, counterclockwise; its vertices are quantised to 1e-7 degree, which the peer gets too. */
    private static double[] ring(SplittableRandom random, double latitude, double longitude, double size) {
        int corners = random.nextInt(3, 12);
        List<Double> degrees = new ArrayList<>();
        for (int corner = 0; corner <= corners; corner++) {
            double metres = size * (corner % corners == 0 ? 1 : random.nextDouble(0.4, 1));
            GeodesicData at = Geodesic.WGS84.Direct(latitude, longitude, -360.0 * corner / corners, metres);
            degrees.add(Math.rint(at.lon2 * 1e7) / 1e7);
            degrees.add(Math.rint(at.lat2 * 1e7) / 1e7);
        }
        return degrees.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double byGeographicLib(double[] ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < ring.length - 2; i += 2) {
            area.AddPoint(ring[i + 1], ring[i]);
        }
        return Math.abs(area.Compute(false, true).area);
    }

    private static Footprint area(List<double[]> rings) {
        return FootprintEntry.area(List.of(rings), Edges.GEODESIC).orElseThrow();
    }

    @Test
    void a_hole_is_left_out_whatever_its_winding() {
        double[] shell = {10, 50, 11, 50, 11, 51, 10, 51, 10, 50};
        double[] hole = {10.2, 50.2, 10.2, 50.8, 10.8, 50.8, 10.8, 50.2, 10.2, 50.2};
        double whole = area(List.of(shell)).area();
        double without = area(List.of(shell, hole)).area();
        assertThat(whole - without).isCloseTo(byGeographicLib(hole), within(whole * 1e-3));
        List<double[]> turned = new ArrayList<>(List.of(shell, turned(hole)));
        assertThat(area(turned).area()).isEqualTo(without, within(1.0));
    }

    private static double[] turned(double[] ring) {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < ring.length; i += 2) {
            places.add(new double[] {ring[i], ring[i + 1]});
        }
        Collections.reverse(places);
        return places.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    @Test
    void a_circle_and_a_corridor_have_the_areas_of_the_plane() {
        assertThat(FootprintEntry.circle(35, 48, 1_000).orElseThrow().area()).isCloseTo(Math.PI * 1e6, within(1.0));
        Footprint corridor = FootprintEntry.corridor(new double[] {35, 48, 35, 48.1}, 500, Edges.GEODESIC)
                .orElseThrow();
        double length = Geodesic.WGS84.Inverse(48, 35, 48.1, 35).s12;
        assertThat(corridor.area()).isCloseTo(1_000 * length + Math.PI * 250_000, within(2.0));
    }
}
