package org.parley.space.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.junit.jupiter.api.Test;
import org.parley.space.Scatter;

class ExtentTest {
    /** A millionth of a degree is 11 cm; places here are exact to a millimetre. */
    private static void assertHolds(Extent extent, double latitude, double longitude) {
        assertThat(latitude).isBetween(extent.south() - 1e-8, extent.north() + 1e-8);
        double east = longitude - extent.west();
        assertThat(east - 360 * Math.floor(east / 360 + 1e-11)).isLessThanOrEqualTo(extent.width() + 1e-8);
    }

    @Test
    void an_extent_holds_every_vertex_and_every_point_of_the_outline() {
        Scatter scatter = new Scatter(41, 150_000);
        SplittableRandom random = scatter.random();
        for (int n = 0; n < 600; n++) {
            Footprint footprint = scatter.footprint(scatter.place());
            Extent extent = Extent.of(footprint);
            assertThat(extent.west()).isBetween(-180.0, 180.0);
            assertThat(extent.width()).isBetween(0.0, 360.0);
            assertThat(extent.south()).isBetween(-90.0, extent.north());
            assertThat(extent.north()).isLessThanOrEqualTo(90);
            Chain chain = footprint.chain();
            for (int i = 0; i < 60; i++) {
                int v = random.nextInt(chain.size());
                double lat = chain.place(v).latitude();
                double lon = chain.place(v).longitude();
                assertHolds(extent, lat, lon);
                if (v > 0 && !chain.balls().begins(v)) {
                    GeodesicLine edge = Geodesic.WGS84.InverseLine(
                            lat,
                            lon,
                            chain.place(v - 1).latitude(),
                            chain.place(v - 1).longitude());
                    GeodesicData on = edge.Position(random.nextDouble() * edge.Distance());
                    lat = on.lat2;
                    lon = on.lon2;
                    assertHolds(extent, lat, lon);
                }
                GeodesicData outline =
                        Geodesic.WGS84.Direct(lat, lon, random.nextDouble(360), footprint.buffer() / 100.0);
                assertHolds(extent, outline.lat2, outline.lon2);
            }
        }
    }

    @Test
    void what_holds_a_pole_has_every_longitude() {
        for (int sign : new int[] {1, -1}) {
            double[] cap = {0, 80.0 * sign, 120, 81.0 * sign, -110, 82.0 * sign, 0, 80.0 * sign};
            Extent extent = Extent.of(
                    FootprintEntry.area(List.of(List.of(cap)), Edges.GEODESIC).orElseThrow());
            assertThat(extent.width()).isEqualTo(360);
            assertThat(sign > 0 ? extent.north() : extent.south()).isEqualTo(90.0 * sign);
            Extent circle =
                    Extent.of(FootprintEntry.circle(20, 89.99 * sign, 5_000).orElseThrow());
            assertThat(circle.width()).isEqualTo(360);
            assertThat(sign > 0 ? circle.north() : circle.south()).isEqualTo(90.0 * sign);
        }
    }

    @Test
    void what_lies_over_the_antimeridian_is_not_as_wide_as_the_earth() {
        double[] box = {179, -1, -179, -1, -179, 1, 179, 1, 179, -1};
        Extent extent = Extent.of(
                FootprintEntry.area(List.of(List.of(box)), Edges.PLANAR).orElseThrow());
        assertThat(extent.west()).isBetween(178.9, 179.0);
        assertThat(extent.width()).isBetween(2.0, 2.2);
        Extent circle = Extent.of(FootprintEntry.circle(-179.999, 10, 5_000).orElseThrow());
        assertThat(circle.west()).isBetween(179.9, 180.0);
        assertThat(circle.width()).isLessThan(0.2);
    }

    @Test
    void a_small_footprint_has_a_small_extent() {
        Extent extent = Extent.of(FootprintEntry.circle(10, 60, 1_000).orElseThrow());
        // 1 km is 0.009° of latitude and 0.018° of longitude there, either way.
        assertThat(extent.north() - extent.south()).isBetween(0.0179, 0.0182);
        assertThat(extent.width()).isBetween(0.0358, 0.0367);
    }
}
