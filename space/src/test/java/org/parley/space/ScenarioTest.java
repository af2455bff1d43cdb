package org.parley.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.footprint.FootprintEntry;
import org.parley.space.geodesy.Place;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Geoid;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.index.LiveIndex;
import org.parley.space.index.Parties;
import org.parley.space.line.ControlLine;
import org.parley.space.separation.ExactTest;
import org.parley.space.separation.Minima;
import org.parley.space.separation.MinimaTable;
import org.parley.space.separation.Separation;
import org.parley.space.window.Window;

/** Three lines as practitioners know them, with every conflict that there is and none besides. */
class ScenarioTest {
    private static final double ANY_HEIGHT = Limits.VERTICAL_MINIMUM;

    private final Map<String, Activity> activities = new LinkedHashMap<>();

    @Test
    void river_one_line_two_air_forces() {
        river();
        MinimaTable minima = new MinimaTable(
                Minima.of(9_260, 305, 300),
                Map.of(
                        new MinimaTable.Pair("air", "ground"), Minima.of(1_000, 300, 300),
                        new MinimaTable.Pair("ground", "ground"), Minima.of(2_000, ANY_HEIGHT, 1_800)));

        assertThat(conflicts(minima)).containsExactlyInAnyOrder("A-02 B-02", "A-03 B-03", "A-03 B-05", "A-04 B-05");

        Separation c1 = separation("A-02", "B-02");
        assertThat(c1.horizontal()).isZero();
        // Both bands are AMSL: each grows by the geoid's error and its slope under the footprint.
        assertThat(c1.verticalOverlap().orElseThrow()).isBetween(600.0, 605.0);
        assertThat(c1.timeOverlap()).isEqualTo(3_600_000);
        Separation c2 = separation("A-03", "B-03");
        assertThat(c2.horizontal()).isZero();
        assertThat(c2.timeOverlap()).isEqualTo(3_600_000);
        Separation nearest = separation("A-01", "B-04");
        // By GeographicLib 19,756.163 m.
        assertThat(nearest.horizontalMetres()).isEqualTo(19_756.16);
        assertThat(nearest.vertical().metres()).isCloseTo(100, within(15.0));
        assertThat(separation("A-05", "B-01").timeGap()).isEqualTo(40 * 60_000);
        assertThat(separation("A-05", "B-04").vertical().metres()).isCloseTo(3_000, within(15.0));
    }

    @Test
    void river_the_line_that_divides() {
        river();
        ControlLine line = ControlLine.through(
                        lonLat(35.93, 39.02, 35.75, 39.62, 35.34, 40.15, 35.02, 40.46, 34.45, 40.93), Edges.GEODESIC)
                .orElseThrow();

        var box = line.relation(footprint("B-05"));
        assertThat(box.crosses()).isFalse();
        assertThat(box.right()).isZero();
        assertThat(box.nearest()).isCloseTo(996, within(1.0));
        var transport = line.relation(footprint("B-04"));
        assertThat(transport.crosses()).isTrue();
        assertThat(transport.left()).isCloseTo(8_700, within(50.0));
        assertThat(line.relation(footprint("B-04").withBuffer(0)).crosses()).isFalse();
        assertThat(line.relation(footprint("A-05")).crosses()).isTrue();
        assertThat(line.relation(footprint("B-02")).crosses()).isTrue();
        var groundMove = line.relation(footprint("B-03"));
        assertThat(groundMove.left()).isPositive();
        assertThat(line.relation(footprint("B-01")).left()).isZero();
        assertThat(line.relation(footprint("A-01")).right()).isZero();
    }

    @Test
    void harbour_road_aid_and_fire() {
        corridor(
                "M-01",
                "N",
                "ground",
                lonLat(14.802, 42.960, 14.860, 43.080, 14.930, 43.200),
                100,
                0,
                100,
                "06:00",
                "09:30");
        corridor("M-02", "N", "ground", lonLat(14.795, 42.955, 14.700, 43.020), 100, 0, 100, "10:00", "12:00");
        corridor("M-03", "N", "ground", lonLat(14.930, 43.200, 14.990, 43.350), 100, 0, 100, "11:00", "14:00");
        circle("F-01", "S", "air", 14.872, 43.100, 3_000, 0, 5_000, "08:30", "10:00");
        circle("F-02", "T", "air", 14.8070, 42.9590, 400, 0, 5_000, "07:00", "08:00");
        corridor("F-03", "S", "air", lonLat(14.76, 43.00, 14.76, 43.20), 800, 300, 1_500, "06:00", "12:00");
        circle("F-04", "S", "air", 14.72, 43.01, 1_500, 0, 5_000, "13:00", "15:00");
        MinimaTable convoy = new MinimaTable(
                Minima.of(0, 0, 0), Map.of(new MinimaTable.Pair("air", "ground"), Minima.of(2_000, 5_000, 1_800)));

        assertThat(conflicts(convoy)).containsExactlyInAnyOrder("M-01 F-01", "M-01 F-02", "M-02 F-03");
        assertThat(separation("M-01", "F-01").timeOverlap()).isEqualTo(3_600_000);
        // 43.307 m by GeographicLib; the plan's own table says about 50.
        assertThat(separation("M-01", "F-02").horizontalMetres()).isEqualTo(43.31);
        assertThat(separation("M-02", "F-03").horizontalMetres()).isCloseTo(990, within(10.0));
        Footprint hospital = Footprint.at(Place.ofDegrees(14.8005, 42.9510));
        assertThat(ExactTest.measure(hospital, footprint("F-02")).orElseThrow().metres())
                .isCloseTo(720, within(5.0));

        Activity late = activity("M-02")
                .with(volume -> new Volume(
                        volume.footprint(), volume.band(), volume.window().later(31 * 60_000)));
        activities.put("M-02", late);
        assertThat(conflicts(convoy)).contains("M-02 F-04");
    }

    @Test
    void cedar_fire_drones_and_a_pop_up_medevac() {
        cedar();
        MinimaTable minima = MinimaTable.of(Minima.of(926, 150, 300));

        assertThat(conflicts(minima)).containsExactlyInAnyOrder("W-01 W-08", "W-02 W-09", "W-05 W-09");

        assertThat(separation("W-05", "W-09").horizontalMetres()).isCloseTo(380, within(10.0));
        assertThat(separation("W-05", "W-09").verticalOverlap().orElseThrow()).isCloseTo(20, within(5.0));
        Separation under = separation("W-02", "W-04");
        assertThat(under.horizontalMetres()).isCloseTo(40, within(10.0));
        assertThat(under.vertical().metres()).isBetween(170.0, 180.0);
        assertThat(separation("W-01", "W-06").horizontalMetres()).isCloseTo(2_100, within(50.0));
    }

    private void cedar() {
        double mile = 1_852;
        circle("W-01", "FIRE", "air", 39.13, -120.72, 5 * mile, 0, 3_350, "17:00", "24:00");
        double[] lane = lonLat(38.668, -121.401, 39.00, -120.85, 39.13, -120.72);
        corridor("W-02", "FIRE", "air", lane, mile, 900, 1_800, "17:00", "23:30");
        double[] dip = lonLat(39.10, -120.80, 39.13, -120.72);
        corridor("W-03", "FIRE", "air", dip, 600, 800, 1_150, "17:00", "23:30");
        double[] wires = lonLat(39.02, -120.95, 39.06, -120.82);
        corridor("W-04", "UTIL", "air", wires, 150, 600, 720, "18:00", "20:00");
        double[] delivery = lonLat(38.93, -121.08, 38.96, -121.04);
        corridor("W-05", "DELV", "air", delivery, 120, 430, 520, "17:00", "23:00");
        circle("W-06", "MEDIA", "air", 39.20, -120.86, 3_000, 1_700, 2_100, "19:00", "20:00");
        circle("W-07", "FIRE", "air", 39.13, -120.72, 6_000, 1_900, 2_200, "18:30", "22:00");
        double[] route = lonLat(39.45, -121.00, 39.22, -120.60, 39.05, -120.30);
        corridor("W-08", "MIL", "air", route, 3 * mile, 1_200, 2_000, "20:15", "20:45");
        double[] medevac = lonLat(38.94, -121.05, 39.02, -120.82);
        corridor("W-09", "MEDI", "air", medevac, 500, 500, 1_100, "19:20", "19:50");
    }

    private void river() {
        circle("A-01", "A", "air", 35.45, 40.75, 25_000, 6_100, 8_530, "05:00", "11:00");
        circle("A-02", "A", "air", 35.03, 40.62, 8_000, 2_400, 4_000, "06:30", "12:00");
        onGround("A-03", "A", lonLat(35.33, 40.31, 35.40, 40.45), "08:00", "14:00");
        corridor("A-04", "A", "air", lonLat(35.90, 39.90, 35.30, 41.20), 9_000, 7_620, 8_230, "05:00", "13:00");
        circle("A-05", "A", "air", 35.15, 40.30, 10_000, 0, 1_500, "10:10", "11:30");
        circle("B-01", "B", "air", 35.05, 40.05, 15_000, 1_500, 5_000, "05:30", "09:30");
        corridor("B-02", "B", "air", lonLat(35.02, 40.35, 35.02, 40.55), 5_000, 300, 3_000, "07:00", "08:00");
        onGround("B-03", "B", lonLat(35.30, 40.20, 35.33, 40.30), "13:00", "16:00");
        corridor("B-04", "B", "air", lonLat(35.40, 35.95, 35.29, 40.18), 10_000, 4_500, 6_000, "09:00", "11:00");
        double[] box = lonLat(35.2, 40.3, 35.2, 41.3, 36.2, 41.3, 36.2, 40.3, 35.2, 40.3);
        Footprint area =
                FootprintEntry.area(List.of(List.of(box)), Edges.PLANAR).orElseThrow();
        add("B-05", "B", "air", area, new Height.Amsl(0), new Height.Amsl(12_000), "12:00", "36:00");
    }

    private void circle(
            String name,
            String party,
            String kind,
            double lat,
            double lon,
            double radius,
            double low,
            double high,
            String from,
            String until) {
        Footprint footprint = FootprintEntry.circle(lon, lat, radius).orElseThrow();
        add(name, party, kind, footprint, new Height.Amsl(low), new Height.Amsl(high), from, until);
    }

    private void corridor(
            String name,
            String party,
            String kind,
            double[] line,
            double half,
            double low,
            double high,
            String from,
            String until) {
        Footprint footprint =
                FootprintEntry.corridor(line, half, Edges.GEODESIC).orElseThrow();
        add(name, party, kind, footprint, new Height.Amsl(low), new Height.Amsl(high), from, until);
    }

    private void onGround(String name, String party, double[] line, String from, String until) {
        Footprint footprint =
                FootprintEntry.corridor(line, 1_000, Edges.GEODESIC).orElseThrow();
        add(name, party, "ground", footprint, new Height.Surface(), new Height.Surface(), from, until);
    }

    private void add(
            String name,
            String party,
            String kind,
            Footprint footprint,
            Height low,
            Height high,
            String from,
            String until) {
        HeightTerms terms =
                new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(150, 450)), OptionalDouble.empty());
        Volume volume = new Volume(
                footprint, BandEntry.enter(low, high, footprint, terms).orElseThrow(), new Window(at(from), at(until)));
        activities.put(name, new Activity(new ActivityId(party, name), kind, List.of(volume)));
    }

    private static long at(String clock) {
        String[] parts = clock.split(":", 2);
        return Instant.parse("2017-11-20T00:00:00Z").toEpochMilli()
                + (Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60_000;
    }

    /** The tables give latitude first. */
    private static double[] lonLat(double... latLon) {
        double[] swapped = new double[latLon.length];
        for (int i = 0; i < latLon.length; i += 2) {
            swapped[i] = latLon[i + 1];
            swapped[i + 1] = latLon[i];
        }
        return swapped;
    }

    private Activity activity(String name) {
        return Objects.requireNonNull(activities.get(name));
    }

    private Footprint footprint(String name) {
        return activity(name).volumes().getFirst().footprint();
    }

    private Separation separation(String a, String b) {
        return ExactTest.separation(
                        activity(a).volumes().getFirst(), activity(b).volumes().getFirst(), Minima.of(0, 0, 0))
                .orElseThrow();
    }

    private Set<String> conflicts(MinimaTable minima) {
        LiveIndex index = new LiveIndex(minima);
        index.load(List.copyOf(activities.values()));
        List<String> order = List.copyOf(activities.keySet());
        Set<String> found = new TreeSet<>();
        index.snapshot().selfJoin(Parties.DIFFERENT, (a, i, b, j) -> {
            boolean inOrder = order.indexOf(a.id().activity()) < order.indexOf(b.id().activity());
            found.add((inOrder ? a : b).id().activity() + " "
                    + (inOrder ? b : a).id().activity());
        });
        return found;
    }
}
