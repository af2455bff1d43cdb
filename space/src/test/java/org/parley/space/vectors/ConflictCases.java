package org.parley.space.vectors;

import java.util.List;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ObjectNode;

/** Horizontal separation, everywhere on earth. */
final class ConflictCases {
    private static final double[] DISTANCES = {0.5, 37, 500, 9_260, 100_000};
    private static final double[] LATITUDES = {0, 45, 66, 89.9};
    private static final double[] AZIMUTHS = {3, 47, 90, 138, 181, 266, 301};

    private final Pairs pairs = new Pairs();

    static List<ObjectNode> all() {
        ConflictCases cases = new ConflictCases();
        cases.distances();
        cases.antimeridian();
        cases.pole("north", 1);
        cases.pole("south", -1);
        cases.longEdges();
        cases.slivers();
        cases.holes();
        cases.touching();
        cases.buffers();
        cases.far();
        AxisCases.add(cases.pairs);
        return cases.pairs.cases();
    }

    private void distances() {
        int n = 0;
        for (double latitude : LATITUDES) {
            for (double metres : DISTANCES) {
                double azimuth = AZIMUTHS[n % AZIMUTHS.length];
                Spot from = new Spot(12.3456789 + n, latitude);
                Spot to = from.go(azimuth, metres + 10);
                String name = String.format(
                        java.util.Locale.ROOT, "%s m at %s°, azimuth %.0f°", label(metres), label(latitude), azimuth);
                pairs.boundary(
                        name,
                        "the boundary is met to the centimetre at every distance, latitude and azimuth",
                        shape(n, from, azimuth + 180),
                        shape(n / 2 + 1, to, azimuth));
                n++;
            }
        }
    }

    private static String label(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** Something that reaches 5 m from a position, and away along an azimuth. */
    private static OracleFootprint shape(int kind, Spot at, double away) {
        return switch (kind % 3) {
            case 0 -> Cut.circle(at.lon(), at.lat(), 5);
            case 1 -> Cut.corridor(Spot.chain(at, at.go(away + 20, 4_000), at.go(away - 30, 7_000)), 5, false);
            default -> Cut.polygon(false, Spot.ring(at, at.go(away + 40, 3_000), at.go(away - 35, 2_000)));
        };
    }

    private void antimeridian() {
        String why = "180° is a meridian like any other";
        OracleFootprint east = Cut.circle(179.9999, -17, 10);
        OracleFootprint west = Cut.circle(-179.9998, -17.0001, 10);
        pairs.boundary("circles on both sides of 180°", why, east, west);
        pairs.meet(
                "180° and −180° are one place",
                "180° is stored as −180°",
                Cut.circle(180, -17, 1),
                Cut.circle(-180, -17, 1));
        OracleFootprint over = Cut.corridor(new double[] {179, -16, -179, -17}, 100, false);
        pairs.boundary("a corridor over 180° and a circle on the seam", why, over, Cut.circle(180, -16.6, 25));
        pairs.boundary(
                "a planar corridor over 180°",
                why,
                Cut.corridor(new double[] {-179.5, 65, 179.2, 66}, 50, true),
                Cut.circle(180, 65.5, 40));
        double[] shell = {179.7, -0.3, -179.7, -0.3, -179.7, 0.3, 179.7, 0.3, 179.7, -0.3};
        double[] hole = {179.9, -0.1, -179.9, -0.1, -179.9, 0.1, 179.9, 0.1, 179.9, -0.1};
        pairs.meet(
                "a polygon over 180° holds a circle west of it",
                why,
                Cut.polygon(true, shell),
                Cut.circle(-179.8, 0.2, 1));
        pairs.meet(
                "a polygon over 180° holds a circle east of it",
                why,
                Cut.polygon(true, shell),
                Cut.circle(179.8, 0.2, 1));
        pairs.boundary(
                "a hole over 180° and a circle in it",
                why,
                Cut.polygon(true, shell, hole),
                Cut.circle(179.99, 0.01, 30));
        pairs.boundary(
                "a polygon over 180° seen from outside", why, Cut.polygon(false, shell), Cut.circle(179.6, 0.1, 30));
        pairs.horizontal(
                "a polygon over 180° does not hold the other side of the earth",
                "inside is the smaller area",
                Cut.polygon(false, shell),
                Cut.circle(0, 0, 30),
                50_000_00L);
        Spot start = new Spot(177.5, 51);
        OracleFootprint edge = Cut.corridor(Spot.chain(start, start.go(70, 400_000)), 10, false);
        Spot beside = start.go(70, 201_000);
        pairs.boundary("a 400 km edge over 180°", why, edge, Cut.circle(beside.lon(), beside.lat() + 0.01, 20));
    }

    private void pole(String which, int sign) {
        String why = "a pole is a place like any other";
        OracleFootprint atPole = Cut.circle(0, 90.0 * sign, 1);
        pairs.meet(
                which + " pole under two longitudes",
                "every longitude names the pole",
                atPole,
                Cut.circle(123, 90.0 * sign, 1));
        pairs.boundary(which + " pole and a circle 500 m away", why, atPole, Cut.circle(77, 89.99552 * sign, 1));
        OracleFootprint vertex =
                Cut.polygon(false, new double[] {0, 90.0 * sign, 10, 89.5 * sign, 60, 89.6 * sign, 0, 90.0 * sign});
        pairs.boundary(
                which + " pole, a vertex on it, a circle beyond", why, vertex, Cut.circle(-150, 89.999 * sign, 3));
        pairs.boundary(
                which + " pole, a vertex on it, a circle beside an edge", why, vertex, Cut.circle(-5, 89.8 * sign, 3));
        pairs.meet(which + " pole, a vertex on it, a circle inside", why, vertex, Cut.circle(30, 89.9 * sign, 3));
        double[] line = {0, 89.9 * sign, 179.9999999, 89.9 * sign};
        OracleFootprint across = Cut.corridor(line, 2, false);
        pairs.meet(which + " pole, an edge across it", why, across, atPole);
        pairs.boundary(
                which + " pole, an edge across it and a circle beside", why, across, Cut.circle(90, 89.97 * sign, 3));
        double[] cap = {0, 89.0 * sign, 90, 89.2 * sign, 179, 89.1 * sign, -90, 89.0 * sign, 0, 89.0 * sign};
        OracleFootprint ring = Cut.polygon(false, cap);
        pairs.meet(which + " pole, a ring around it holds it", why, ring, atPole);
        pairs.meet(
                which + " pole, a ring around it holds what lies between", why, ring, Cut.circle(-37, 89.4 * sign, 5));
        pairs.boundary(which + " pole, a ring around it from outside", why, ring, Cut.circle(50, 88.6 * sign, 5));
        double[] planarCap = {0, 89.9 * sign, 100, 89.9 * sign, -130, 89.9 * sign, 0, 89.9 * sign};
        pairs.boundary(
                which + " pole, a planar ring along a parallel, from outside",
                why,
                Cut.polygon(true, planarCap),
                Cut.circle(51, 89.8 * sign, 5));
        double[] gap = {0, 89.9 * sign, 120, 89.9 * sign, -120, 89.9 * sign, 0, 89.9 * sign};
        pairs.boundary(which + " pole, a ring with a hole about it", why, Cut.polygon(false, cap, gap), atPole);
        OracleFootprint wide = Cut.circle(20, 89.5 * sign, 80_000);
        pairs.meet(which + " pole, a circle that holds it", why, wide, Cut.circle(-160, 89.9 * sign, 1));
        pairs.boundary(
                which + " pole, a circle that holds it, seen from beyond", why, wide, Cut.circle(-160, 89.7 * sign, 1));
        pairs.horizontal(which + " pole is not the other", why, ring, Cut.circle(0, -90.0 * sign, 1_000), 50_000_000);
    }

    private void longEdges() {
        for (double latitude : new double[] {0.5, 45, 66, -79}) {
            Spot start = new Spot(20.1, latitude);
            Spot end = start.go(81, 400_000);
            Spot middle = start.go(81, 200_000);
            OracleFootprint geodesic = Cut.corridor(Spot.chain(start, end), 50, false);
            Spot beside = middle.go(-5, 2_000);
            pairs.boundary(
                    "a geodesic edge of 400 km at " + label(latitude) + "°",
                    "a stored chain keeps to the geodesic",
                    geodesic,
                    Cut.circle(beside.lon(), beside.lat(), 100));
            OracleFootprint planar = Cut.polygon(
                    true, Spot.ring(start, end, middle.go(90, 150_000).go(180, 90_000)));
            Spot on = new Spot((start.lon() + end.lon()) / 2, (start.lat() + end.lat()) / 2 + 0.02);
            pairs.boundary(
                    "a planar edge of 400 km at " + label(latitude) + "°",
                    "a planar edge is straight in longitude and latitude; its margin belongs to the footprint",
                    planar,
                    Cut.circle(on.lon(), on.lat(), 100));
        }
    }

    private void slivers() {
        String why = "a sliver of a centimetre has an inside and two sides";
        double[] upright = {30, 50, 30.0000001, 50, 30.0000001, 50.01, 30, 50.01, 30, 50};
        double[] lying = {30, 50, 30.02, 50, 30.02, 50.0000001, 30, 50.0000001, 30, 50};
        double[] slanting = {30, 50, 30.03, 50.02, 30.03, 50.0200002, 30, 50.0000002, 30, 50};
        OracleFootprint point = Cut.circle(30.01, 50.004, 1);
        pairs.boundary("an upright sliver 1 cm wide", why, Cut.polygon(false, upright), point);
        pairs.boundary("a lying sliver 1 cm wide", why, Cut.polygon(false, lying), point);
        pairs.boundary("a slanting sliver 2 cm wide", why, Cut.polygon(false, slanting), point);
        pairs.boundary("a sliver past its tip", why, Cut.polygon(false, upright), Cut.circle(30, 50.0101, 1));
        pairs.meet("a sliver crosses a sliver", why, Cut.polygon(false, upright), Cut.polygon(false, new double[] {
            29.99, 50.005, 30.01, 50.005, 30.01, 50.0050001, 29.99, 50.0050001, 29.99, 50.005
        }));
        double[] parallel = {30.0000021, 50, 30.0000022, 50, 30.0000022, 50.01, 30.0000021, 50.01, 30.0000021, 50};
        pairs.boundary("a sliver beside a sliver", why, Cut.polygon(false, upright), Cut.polygon(false, parallel));
        pairs.meet(
                "a planar sliver of 60 km and a circle on it",
                why,
                Cut.polygon(true, new double[] {10, 50, 10.8, 50.2, 10.8, 50.2000001, 10, 50.0000001, 10, 50}),
                Cut.circle(10.4, 50.1, 3));
    }

    private void holes() {
        Spot middle = new Spot(8.5, 47.4);
        double[] shell = middle.around(5_000, 9);
        double[] hole = middle.around(2_000, 7);
        OracleFootprint ring = Cut.polygon(false, shell, hole);
        String why = "what lies in a hole is outside";
        pairs.boundary("a circle in the middle of a hole", why, ring, Cut.circle(middle.lon(), middle.lat(), 50));
        pairs.horizontal(
                "a hole smaller than h",
                "no place in the hole is h away from the ring",
                ring,
                Cut.circle(middle.lon(), middle.lat(), 50),
                300_000);
        Spot near = middle.go(40, 1_700);
        pairs.boundary("a circle in a hole near its edge", why, ring, Cut.circle(near.lon(), near.lat(), 20));
        pairs.meet("a circle that reaches over the edge of a hole", why, ring, Cut.circle(near.lon(), near.lat(), 400));
        Spot between = middle.go(40, 3_000);
        pairs.meet("a circle between hole and shell", why, ring, Cut.circle(between.lon(), between.lat(), 1));
        pairs.meet(
                "a polygon that fills a hole exactly",
                "touching along a whole ring is meeting",
                ring,
                Cut.polygon(false, hole));
        pairs.meet(
                "a polygon around the hole, inside the ring",
                "the hole lies inside it, the ring around it",
                ring,
                Cut.polygon(false, middle.around(3_000, 11)));
        pairs.boundary(
                "a ring within the hole of a ring",
                why,
                ring,
                Cut.polygon(false, middle.around(1_000, 8), middle.around(500, 5)));
        pairs.meet(
                "a polygon that touches a hole with a vertex",
                "a vertex on a vertex is meeting",
                ring,
                Cut.polygon(false, Spot.ring(middle.go(7, 2_000), middle.go(60, 300), middle.go(-60, 300))));
        double[] second = middle.go(90, 3_500).around(600, 5);
        OracleFootprint two = Cut.polygon(
                false,
                shell,
                middle.go(270, 2_000).around(900, 6),
                middle.go(90, 2_500).around(900, 6));
        pairs.boundary(
                "the second hole of two",
                why,
                two,
                Cut.circle(middle.go(90, 2_400).lon(), middle.go(90, 2_400).lat(), 30));
        OracleFootprint island = Cut.area(false, List.of(List.of(shell, hole), List.of(middle.around(200, 5))));
        pairs.meet(
                "an island in a hole holds a circle",
                "each polygon of a multipolygon counts",
                island,
                Cut.circle(middle.lon(), middle.lat(), 1));
        pairs.boundary(
                "between an island and the hole that it lies in",
                why,
                island,
                Cut.circle(middle.go(77, 900).lon(), middle.go(77, 900).lat(), 10));
        OracleFootprint planar = Cut.polygon(true, new Spot(8, 62).box(2, 1), new Spot(8.5, 62.3).box(1, 0.4));
        pairs.boundary(
                "a planar hole shrinks by the margin",
                "polygons grow and holes shrink by the margin",
                planar,
                Cut.circle(9, 62.31, 100));
        pairs.boundary(
                "a circle beside a multipolygon's second part",
                "each polygon of a multipolygon counts",
                Cut.area(
                        false,
                        List.of(List.of(shell), List.of(middle.go(90, 30_000).around(600, 5)))),
                Cut.circle(middle.go(90, 32_000).lon(), middle.go(90, 32_000).lat(), 30));
        pairs.meet(
                "a circle in a multipolygon's second part",
                "each polygon of a multipolygon counts",
                Cut.area(false, List.of(List.of(middle.go(0, 40_000).around(600, 5)), List.of(second))),
                Cut.circle(middle.go(90, 3_500).lon(), middle.go(90, 3_500).lat(), 30));
        OracleFootprint apart = Cut.area(false, List.of(List.of(new Spot(20, 10).box(0.01, 0.01)), List.of(second)));
        pairs.meet(
                "a multipolygon's second part within a polygon",
                "each polygon of a multipolygon counts",
                apart,
                Cut.polygon(false, middle.around(30_000, 6)));
    }

    private void touching() {
        OracleFootprint box = Cut.polygon(false, new Spot(35, 40).box(0.01, 0.01));
        String why = "touching is meeting";
        pairs.meet("a shared vertex", why, box, Cut.polygon(false, new Spot(35.01, 40.01).box(0.01, 0.01)));
        pairs.meet("a shared edge", why, box, Cut.polygon(false, new Spot(35.01, 40).box(0.01, 0.01)));
        pairs.meet(
                "part of an edge shared, along one meridian",
                why,
                box,
                Cut.polygon(false, new Spot(35.01, 40.004).box(0.01, 0.003)));
        pairs.meet("a vertex on an edge along a meridian", why, box, Cut.polygon(false, new double[] {
            35.01, 40.005, 35.02, 40.001, 35.02, 40.008, 35.01, 40.005
        }));
        pairs.meet(
                "edges along the equator that overlap",
                why,
                Cut.polygon(false, new Spot(35, 0).box(0.03, 0.01)),
                Cut.polygon(false, new Spot(35.02, -0.01).box(0.03, 0.01)));
        pairs.meet("the same polygon twice", "what coincides meets", box, box);
        pairs.meet("the same polygon run the other way", "winding means nothing", box, Cut.polygon(false, new double[] {
            35, 40, 35, 40.01, 35.01, 40.01, 35.01, 40, 35, 40
        }));
        pairs.meet(
                "a polygon within a polygon",
                "nested is meeting",
                box,
                Cut.polygon(false, new Spot(35.002, 40.003).box(0.003, 0.002)));
        pairs.meet(
                "a corridor within a polygon",
                "nested is meeting",
                box,
                Cut.corridor(new double[] {35.002, 40.003, 35.007, 40.008}, 1, false));
        pairs.meet(
                "a corridor through a polygon",
                "crossing is meeting",
                box,
                Cut.corridor(new double[] {34.99, 40.003, 35.02, 40.008}, 1, false));
        pairs.meet(
                "two polygons that cross, no vertex of one in the other",
                "crossing is meeting",
                box,
                Cut.polygon(false, new Spot(34.99, 40.004).box(0.03, 0.002)));
        pairs.meet(
                "two lines that cross",
                "crossing is meeting",
                Cut.corridor(new double[] {-3, 10, -2, 11}, 0, false),
                Cut.corridor(new double[] {-3, 11, -2, 10}, 0, false));
        pairs.boundary(
                "two collinear lines with a gap",
                "beyond its end a line has no extent",
                Cut.corridor(new double[] {35, 0, 35.02, 0}, 0, false),
                Cut.corridor(new double[] {35.0201, 0, 35.04, 0}, 0, false));
        pairs.meet(
                "two polygons meet at one of many vertices, in the second part",
                why,
                box,
                Cut.area(
                        false,
                        List.of(
                                List.of(new Spot(36, 41).box(0.01, 0.01)),
                                List.of(new Spot(35.01, 40.01).box(0.01, 0.01)))));
        pairs.boundary(
                "a unit of 1e-7 degree apart",
                "1.1 cm: smaller than any error that is allowed",
                box,
                Cut.polygon(false, new Spot(35, 40.0100001).box(0.01, 0.01)));
    }

    private void buffers() {
        String why = "a circle and a corridor are all that lies within their buffer";
        Spot at = new Spot(-70.2, -33.3);
        Spot there = at.go(33, 1_000);
        OracleFootprint circle = Cut.circle(at.lon(), at.lat(), 400);
        pairs.boundary("two circles", why, circle, Cut.circle(there.lon(), there.lat(), 500));
        pairs.meet("two circles that overlap by a metre", why, circle, Cut.circle(there.lon(), there.lat(), 601));
        pairs.horizontal(
                "a circle in a circle, far from its edge",
                "the inside belongs to the circle",
                Cut.circle(at.lon(), at.lat(), 50_000),
                Cut.circle(there.lon(), there.lat(), 1),
                0);
        OracleFootprint corridor = Cut.corridor(Spot.chain(at, at.go(120, 30_000), at.go(140, 50_000)), 250, false);
        Spot beside = at.go(120, 30_000).go(60, 3_000);
        pairs.boundary("a corridor's bend is round", why, corridor, Cut.circle(beside.lon(), beside.lat(), 100));
        Spot behind = at.go(-60, 700);
        pairs.boundary("a corridor's end is round", why, corridor, Cut.circle(behind.lon(), behind.lat(), 100));
        pairs.boundary(
                "two corridors side by side",
                why,
                corridor,
                Cut.corridor(Spot.chain(at.go(30, 2_000), at.go(120, 30_000).go(30, 2_100)), 200, false));
        pairs.boundary(
                "a corridor beside a polygon",
                why,
                corridor,
                Cut.polygon(false, at.go(250, 9_000).around(3_000, 5)));
        pairs.boundary(
                "a circle of 2,000 km",
                "the largest that may be entered",
                Cut.circle(10, 40, 2_000_000),
                Cut.circle(37, 40, 100));
        pairs.meet(
                "a corridor whose buffer alone reaches a polygon",
                why,
                Cut.corridor(Spot.chain(at, at.go(10, 4_000)), 900, false),
                Cut.polygon(false, at.go(280, 1_500).around(800, 8)));
        pairs.boundary(
                "a hole and a corridor in it",
                why,
                Cut.polygon(false, at.around(9_000, 12), at.around(6_000, 12)),
                Cut.corridor(Spot.chain(at.go(10, 2_000), at.go(170, 2_000)), 300, false));
    }

    private void far() {
        String why = "the largest horizontal minimum is 500 km";
        pairs.boundary("490 km", why, Cut.circle(5, 60, 1_000), Cut.circle(13.8, 60.5, 1_000));
        pairs.horizontal(
                "antipodes",
                "beyond 5,000 km no distance is given, and no conflict",
                Cut.circle(5, 60, 1_000),
                Cut.circle(-175, -60, 1_000),
                50_000_000);
        pairs.horizontal("4,900 km", why, Cut.circle(5, 0, 1), Cut.circle(49, 1, 1), 50_000_000);
        pairs.horizontal(
                "a hemisphere between",
                why,
                Cut.polygon(false, new Spot(0, 0).around(300_000, 24)),
                Cut.circle(180, 0, 1_000),
                50_000_000);
    }
}
