package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.List;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Geometries as people enter them, and what is stored of them, or why nothing is. */
final class EntryCases {
    private static final boolean PLANAR = true;
    private static final boolean GEODESIC = false;

    private final List<ObjectNode> cases = new ArrayList<>();

    static List<ObjectNode> all() {
        EntryCases all = new EntryCases();
        all.circles();
        all.geodesic();
        all.planar();
        all.rings();
        all.mended();
        all.refusedSizes();
        all.refusedPositions();
        all.refusedRings();
        return all.cases;
    }

    private static ArrayNode positions(double... lonLat) {
        ArrayNode positions = Json.array();
        for (int i = 0; i < lonLat.length; i += 2) {
            positions.add(Json.array(lonLat[i], lonLat[i + 1]));
        }
        return positions;
    }

    private ObjectNode begin(String name, String why, String type) {
        ObjectNode node = Json.object().put("name", name).put("why", why);
        node.putObject("entered").put("type", type);
        cases.add(node);
        return node;
    }

    private static ObjectNode entered(ObjectNode node) {
        return (ObjectNode) node.get("entered");
    }

    private ObjectNode point(String name, String why, double lon, double lat, double radius) {
        ObjectNode node = begin(name, why, "Point");
        entered(node).put("radius", radius).set("coordinates", Json.array(lon, lat));
        return node;
    }

    private ObjectNode line(String name, String why, boolean planar, double halfWidth, double... lonLat) {
        ObjectNode node = begin(name, why, "LineString");
        entered(node)
                .put("edges", planar ? "planar" : "geodesic")
                .put("halfWidth", halfWidth)
                .set("coordinates", positions(lonLat));
        return node;
    }

    private ObjectNode polygon(String name, String why, boolean planar, double[]... rings) {
        ObjectNode node = begin(name, why, "Polygon");
        ArrayNode coordinates = Json.array();
        List.of(rings).forEach(ring -> coordinates.add(positions(ring)));
        entered(node).put("edges", planar ? "planar" : "geodesic").set("coordinates", coordinates);
        return node;
    }

    private ObjectNode polygons(String name, String why, boolean planar, List<List<double[]>> polygons) {
        ObjectNode node = begin(name, why, "MultiPolygon");
        ArrayNode coordinates = Json.array();
        polygons.forEach(rings -> {
            ArrayNode polygon = coordinates.addArray();
            rings.forEach(ring -> polygon.add(positions(ring)));
        });
        entered(node).put("edges", planar ? "planar" : "geodesic").set("coordinates", coordinates);
        return node;
    }

    private static void stored(ObjectNode node, OracleFootprint footprint, String... warnings) {
        node.set("stored", Forms.footprint(footprint));
        ArrayNode fields = node.putArray("warnings");
        List.of(warnings).forEach(fields::add);
    }

    private static void refused(ObjectNode node, String... fields) {
        ArrayNode refused = node.putArray("refused");
        List.of(fields).forEach(refused::add);
    }

    private void circle(String name, String why, double lon, double lat, double radius) {
        stored(point(name, why, lon, lat, radius), Cut.circle(lon, lat, radius));
    }

    private void corridor(String name, String why, boolean planar, double halfWidth, double... lonLat) {
        Cut cut = new Cut(planar);
        OracleFootprint footprint = cut.line(lonLat, halfWidth);
        if (cut.tied()) {
            throw new IllegalStateException("a cut point at a tie: choose another place for " + name);
        }
        stored(line(name, why, planar, halfWidth, lonLat), footprint);
    }

    private void area(String name, String why, boolean planar, double[]... rings) {
        Cut cut = new Cut(planar);
        OracleFootprint footprint = cut.polygons(List.of(List.of(rings)));
        if (cut.tied()) {
            throw new IllegalStateException("a cut point at a tie: choose another place for " + name);
        }
        stored(polygon(name, why, planar, rings), footprint);
    }

    private void circles() {
        circle("a circle", "a centre and whole centimetres", 14.5, 35.9, 500);
        circle(
                "a radius with more digits than centimetres",
                "what is covered never shrinks: upwards",
                14.5,
                35.9,
                12.3401);
        circle("a centre with more digits than 1e-7 degree", "to the nearest", 14.123456789, -35.98765432101, 1);
        circle("a centre on 180°", "180° is stored as −180°", 180, 5, 10);
        circle("a centre on the north pole", "the longitude stays as it is", 55, 90, 10);
        circle("a centre on the south pole", "the longitude stays as it is", -55, -90, 10);
        circle("the largest circle", "2,000 km", 0, 0, 2_000_000);
    }

    private void geodesic() {
        String pieces = "equal pieces of at most 5,990 m";
        Spot start = new Spot(24.7, 59.4);
        corridor("a geodesic edge below 5,990 m", "not cut", GEODESIC, 10, Spot.chain(start, start.go(50, 5_989)));
        corridor("a geodesic edge above 5,990 m", pieces, GEODESIC, 10, Spot.chain(start, start.go(50, 5_991)));
        corridor(
                "geodesic edges of 12 and 18 km",
                pieces,
                GEODESIC,
                12.5,
                Spot.chain(start, start.go(150, 12_000), start.go(90, 18_000)));
        corridor("a geodesic edge of 400 km", pieces, GEODESIC, 100, Spot.chain(start, start.go(77, 400_000)));
        corridor("a geodesic edge over 180°", "no meridian is special", GEODESIC, 100, 179.9, -17, -179.8, -17.2);
        corridor("a geodesic edge that ends on 180°", "180° is stored as −180°", GEODESIC, 100, 179.9, -17, 180, -17.2);
        corridor("a geodesic edge beside the north pole", "no pole is special", GEODESIC, 5, 10, 89.9, 150, 89.93);
        corridor(
                "a geodesic edge from the south pole",
                "half a turn is no doubt at a pole",
                GEODESIC,
                5,
                0,
                -90,
                180,
                -89.8);
        corridor("a geodesic edge along the equator", pieces, GEODESIC, 5, -0.06, 0, 0.07, 0);
        corridor("a geodesic edge along a meridian", pieces, GEODESIC, 5, 3, -0.06, 3, 0.07);
        area(
                "a geodesic triangle",
                "each edge for itself; no margin",
                GEODESIC,
                Spot.ring(start, start.go(50, 7_000), start.go(120, 3_000)));
    }

    private void planar() {
        String halves = "halved until each piece is within 5,990 m and 0.992 m of its geodesic";
        corridor("a planar edge along a meridian", "it is a geodesic: no margin", PLANAR, 10, 35, 40, 35, 40.2);
        corridor("a planar edge along the equator", "its bound is 0", PLANAR, 10, 35, 0, 35.2, 0);
        corridor(
                "a planar edge of 100 m",
                "its bound is some micrometres, its margin a whole centimetre",
                PLANAR,
                10,
                35,
                40,
                35.001,
                40.0005);
        corridor("a planar edge of 5 km, not cut", "the margin is its bound", PLANAR, 10, 35, 40, 35.05, 40.01);
        corridor("a planar edge of 5 km at 66°, not cut", "the margin is its bound", PLANAR, 10, 35, 66, 35.1, 66.01);
        corridor("a planar edge along a parallel of 60°", halves, PLANAR, 10, 5, 60, 6, 60);
        corridor("a planar edge of 400 km", halves, PLANAR, 10, 5, 60, 11.9, 61.1);
        corridor("a planar edge of 400 km in the south", halves, PLANAR, 10, 5, -45, 2, -48);
        corridor("a planar edge over the equator", halves, PLANAR, 10, 5, -0.4, 5.5, 0.3);
        corridor("a planar edge over 180°", "the short way in longitude", PLANAR, 10, 179.7, 51, -179.6, 51.3);
        corridor("a planar edge along a parallel beside the pole", halves, PLANAR, 2, 0, 89.99, 130, 89.99);
        corridor("a planar edge to a pole", halves, PLANAR, 2, 40, 89.9, 70, 90);
        corridor(
                "planar cut points exactly between two units",
                "half goes to the even one",
                PLANAR,
                10,
                5.0000001,
                45.0000001,
                5.2000002,
                45.1000002);
        corridor(
                "planar cut points exactly between two units, below zero",
                "half goes to the even one",
                PLANAR,
                10,
                -5.0000001,
                -45.0000001,
                -5.4000004,
                -45.3000008);
        corridor(
                "several planar edges",
                "the margin is that of the edge that needs most",
                PLANAR,
                1_000,
                35,
                40,
                35.01,
                40.02,
                35.4,
                40.03,
                35.4,
                40.5);
    }

    private void rings() {
        area(
                "a planar box",
                "each ring is closed; the margin grows the shell",
                PLANAR,
                new Spot(35, 40).box(0.03, 0.02));
        area(
                "a planar box with a hole",
                "the shell comes first",
                PLANAR,
                new Spot(35, 40).box(0.03, 0.02),
                new Spot(35.01, 40.005).box(0.01, 0.01));
        area(
                "a hole that touches its shell",
                "touching is no crossing",
                PLANAR,
                new Spot(35, 40).box(0.03, 0.02),
                new double[] {35, 40, 35.01, 40.002, 35.002, 40.01, 35, 40});
        area("a box over 180°", "steps go the short way", PLANAR, new double[] {
            179.98, -1, -179.98, -1, -179.98, -0.97, 179.98, -0.97, 179.98, -1
        });
        area("a clockwise box", "winding means nothing and is kept", GEODESIC, new double[] {
            35, 40, 35, 40.02, 35.03, 40.02, 35.03, 40, 35, 40
        });
        area("a ring around the north pole", "inside is the smaller area", GEODESIC, new double[] {
            0, 89.96, 120, 89.95, -110, 89.97, 0, 89.96
        });
        area("a ring with a vertex on the south pole", "the longitude at a pole is kept", GEODESIC, new double[] {
            33, -90, 0, -89.97, 50, -89.96, 33, -90
        });
        area("a sliver 1 cm wide", "quantising may make it touch itself: that is no crossing", GEODESIC, new double[] {
            10, 50, 10.2, 50.06, 10.2, 50.0600001, 10, 50.0000001, 10, 50
        });
        area(
                "a planar sliver 1 cm wide",
                "quantising may make it touch itself: that is no crossing",
                PLANAR,
                new double[] {10, 50, 10.2, 50.06, 10.2, 50.0600001, 10, 50.0000001, 10, 50});
        area("a ring that touches itself in a vertex", "touching is no crossing", GEODESIC, new double[] {
            10, 50, 10.01, 50, 10.01, 50.01, 10.005, 50, 10, 50.01, 10, 50
        });
        List<List<double[]>> two = List.of(
                List.of(new Spot(35, 40).box(0.03, 0.02), new Spot(35.01, 40.005).box(0.01, 0.01)),
                List.of(new Spot(35.02, 40.01).box(0.03, 0.02)));
        stored(
                polygons("a multipolygon whose parts overlap", "each polygon for itself", PLANAR, two),
                Cut.area(true, two));
    }

    private void mended() {
        double[] box = new Spot(35, 40).box(0.03, 0.02);
        double[] open = java.util.Arrays.copyOf(box, 8);
        stored(
                polygon("an open ring", "closed, with a warning", PLANAR, open),
                Cut.polygon(true, box),
                "coordinates[0]");
        double[] twice = {35, 40, 35.03, 40, 35.03, 40, 35.03, 40.02, 35, 40.02, 35, 40};
        stored(
                polygon("repeated vertices", "left out, with a warning", PLANAR, twice),
                Cut.polygon(true, box),
                "coordinates[0]");
        double[] line = {35, 40, 35.02, 40.01};
        stored(
                line(
                        "a line with a repeated vertex",
                        "left out, with a warning",
                        GEODESIC,
                        10,
                        35,
                        40,
                        35,
                        40,
                        35.02,
                        40.01),
                Cut.corridor(line, 10, false),
                "coordinates");
        stored(
                line("a line without extent", "a point with a half-width: a circle", GEODESIC, 10, 35, 40, 35, 40),
                Cut.circle(35, 40, 10),
                "coordinates");
    }

    private void refusedSizes() {
        String above = "above 0 and at most 2,000 km";
        refused(point("a radius of 0", above, 5, 5, 0), "radius");
        refused(point("a radius below 0", above, 5, 5, -1), "radius");
        refused(point("a radius above the limit", above, 5, 5, 2_000_000.01), "radius");
        refused(line("a half-width of 0", "above 0 and at most 500 km", GEODESIC, 0, 5, 5, 6, 6), "halfWidth");
        refused(
                line("a half-width above the limit", "above 0 and at most 500 km", GEODESIC, 500_001, 5, 5, 6, 6),
                "halfWidth");
        refused(
                line("several reasons at once", "every reason is given", PLANAR, -1, 200, 0, 0, 95),
                "halfWidth",
                "coordinates[0].longitude",
                "coordinates[1].latitude");
    }

    private void refusedPositions() {
        refused(point("a longitude above 180°", "−180° to 180°", 180.0000001, 0, 10), "coordinates.longitude");
        refused(point("a latitude above 90°", "−90° to 90°", 0, 90.0000001, 10), "coordinates.latitude");
        refused(point("latitude before longitude", "longitude comes first", 35, 120, 10), "coordinates.latitude");
        refused(line("a line of one position", "two at least", GEODESIC, 10, 5, 5), "coordinates");
        refused(
                line("a planar step of exactly half a turn", "it goes either way round", PLANAR, 10, -90, 10, 90, 10),
                "coordinates[1]");
        refused(
                line(
                        "a geodesic step of exactly half a turn",
                        "it goes either way round",
                        GEODESIC,
                        10,
                        0,
                        80,
                        180,
                        80),
                "coordinates[1]");
        refused(
                line("a geodesic edge above 8,000 km", "its way is in doubt", GEODESIC, 10, 0, 0, 90, 0),
                "coordinates[1]");
        refused(
                line(
                        "a line around the earth",
                        "no vertex is farther than 8,000 km from the middle",
                        PLANAR,
                        10,
                        -80,
                        0,
                        0,
                        5,
                        80,
                        0,
                        170,
                        5,
                        -100,
                        0),
                "coordinates");
    }

    private void refusedRings() {
        double[] box = new Spot(35, 40).box(0.03, 0.02);
        refused(polygon("no ring", "a polygon has a shell", PLANAR), "coordinates");
        refused(
                polygon("a ring of two places", "a ring has three different ones", PLANAR, new double[] {
                    35, 40, 36, 40, 35, 40
                }),
                "coordinates[0]");
        double[] bow = {35, 40, 35.03, 40.02, 35.03, 40, 35, 40.02, 35, 40};
        refused(polygon("a planar ring that crosses itself", "it has no inside", PLANAR, bow), "coordinates");
        refused(polygon("a geodesic ring that crosses itself", "it has no inside", GEODESIC, bow), "coordinates");
        double[] seam = {179.98, 0, -179.98, 0.02, -179.98, 0, 179.98, 0.02, 179.98, 0};
        refused(polygon("a ring that crosses itself on 180°", "no meridian is special", PLANAR, seam), "coordinates");
        refused(
                polygon(
                        "a hole that crosses its shell",
                        "rings do not cross",
                        PLANAR,
                        box,
                        new Spot(35.02, 40.01).box(0.03, 0.005)),
                "coordinates");
        refused(
                polygon(
                        "a hole outside its shell",
                        "a hole lies in its shell",
                        PLANAR,
                        box,
                        new Spot(36, 40).box(0.01, 0.01)),
                "coordinates");
        refused(
                polygons(
                        "the second polygon's ring has two places",
                        "the field says which",
                        PLANAR,
                        List.of(List.of(box), List.of(new double[] {1, 1, 2, 2, 1, 1}))),
                "coordinates[1][0]");
        refused(
                polygon("a hole with a latitude that is none", "the field says which", PLANAR, box, new double[] {
                    35.01, 40.01, 35.02, 91, 35.01, 40.01
                }),
                "coordinates[1][1].latitude");
    }
}
