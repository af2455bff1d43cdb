package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Heights as people state them, and the bands that are stored of them. */
final class HeightCases {
    private static final OracleFootprint HILL = Cut.circle(14.5, 47.3, 1_000);

    private final List<ObjectNode> cases = new ArrayList<>();

    /** One end of a band: its reference, and the number that goes with it. */
    private record End(String reference, double number) {}

    static List<ObjectNode> all() {
        HeightCases all = new HeightCases();
        all.ellipsoid();
        all.seaLevel();
        all.ground();
        all.levels();
        all.refused();
        return all.cases;
    }

    private static End hae(double metres) {
        return new End("HAE", metres);
    }

    private static End amsl(double metres) {
        return new End("AMSL", metres);
    }

    private static End agl(double metres) {
        return new End("AGL", metres);
    }

    private static End level(double level) {
        return new End("FL", level);
    }

    private static final End SURFACE = new End("SFC", 0);
    private static final End NONE = new End("none", 0);

    private static ObjectNode end(End end) {
        ObjectNode node = Json.object().put("reference", end.reference);
        boolean bare = end.equals(SURFACE) || end.equals(NONE);
        return bare ? node : node.put("value", end.number);
    }

    private ObjectNode entered(
            String name,
            String why,
            OracleFootprint over,
            End lower,
            End upper,
            double @Nullable [] terrain,
            double margin) {
        ObjectNode node = Json.object().put("name", name).put("why", why);
        node.set("footprint", Forms.footprint(over));
        node.set("lower", end(lower));
        node.set("upper", end(upper));
        if (terrain != null) {
            node.set("terrain", Json.array(terrain));
        }
        if (margin >= 0) {
            node.put("levelMargin", margin);
        }
        cases.add(node);
        return node;
    }

    private void band(
            String name,
            String why,
            OracleFootprint over,
            End lower,
            End upper,
            double @Nullable [] terrain,
            double margin) {
        ObjectNode node = entered(name, why, over, lower, upper, terrain, margin);
        double[] geoid = Grid.range(over);
        ArrayNode band = node.putArray("band");
        add(band, lowest(lower, geoid[0] - Grid.ERROR, terrain, margin), -1);
        add(band, highest(upper, geoid[1] + Grid.ERROR, terrain, margin), 1);
        boolean fits = List.of("FL", "none").containsAll(List.of(lower.reference, upper.reference));
        if (fits && !(lower.equals(NONE) && upper.equals(NONE))) {
            ArrayNode levels = node.putArray("levels");
            add(levels, lower.equals(NONE) ? Double.NEGATIVE_INFINITY : lower.number, -1);
            add(levels, upper.equals(NONE) ? Double.POSITIVE_INFINITY : upper.number, 1);
        }
        ArrayNode warnings = node.putArray("warnings");
        if (lower.equals(NONE)) {
            warnings.add("lower");
        }
        if (upper.equals(NONE)) {
            warnings.add("upper");
        }
    }

    /** In hundredths, outwards, but for a millionth. */
    private static void add(ArrayNode ends, double value, int way) {
        if (Double.isInfinite(value)) {
            ends.addNull();
        } else {
            ends.add((long) (way < 0 ? Math.floor(value * 100 + 1e-6) : Math.ceil(value * 100 - 1e-6)));
        }
    }

    private static double lowest(End end, double geoid, double @Nullable [] terrain, double margin) {
        return switch (end.reference) {
            case "HAE" -> end.number;
            case "AMSL" -> end.number + geoid;
            case "AGL", "SFC" -> end.number + ground(terrain, 0);
            case "FL" -> margin < 0 ? Double.NEGATIVE_INFINITY : end.number * 30.48 - margin + geoid;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    private static double highest(End end, double geoid, double @Nullable [] terrain, double margin) {
        return switch (end.reference) {
            case "HAE" -> end.number;
            case "AMSL" -> end.number + geoid;
            case "AGL", "SFC" -> end.number + ground(terrain, 1);
            case "FL" -> margin < 0 ? Double.POSITIVE_INFINITY : end.number * 30.48 + margin + geoid;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double ground(double @Nullable [] terrain, int end) {
        return terrain == null ? Double.NaN : terrain[end];
    }

    private void ellipsoid() {
        band("metres above the ellipsoid", "whole centimetres", HILL, hae(100), hae(250.5), null, -1);
        band("more digits than centimetres", "lower down, upper up", HILL, hae(100.129), hae(250.121), null, -1);
        band(
                "below the ellipsoid, more digits than centimetres",
                "lower down, upper up",
                HILL,
                hae(-20.121),
                hae(-10.129),
                null,
                -1);
        band("a band without extent", "both ends belong to it", HILL, hae(100), hae(100), null, -1);
        band("no bounds", "unbounded, with a warning for each", HILL, NONE, NONE, null, -1);
        band("no lower bound", "unbounded, with a warning", HILL, NONE, hae(300), null, -1);
        band("no upper bound", "unbounded, with a warning", HILL, hae(300), NONE, null, -1);
        band("the greatest heights", "−12 km and 1,000 km", HILL, hae(-12_000), hae(1_000_000), null, -1);
    }

    private void seaLevel() {
        String why = "by EGM96, its error outwards, over the footprint's rectangle";
        band("above mean sea level", why, HILL, amsl(500), amsl(1_000), null, -1);
        band(
                "above mean sea level on a node of the grid, without extent",
                "value at 0°, 0° is 17.16 m",
                Cut.circle(0, 0, 0),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "the lowest geoid",
                "−106.99 m near Sri Lanka",
                Cut.circle(78.75, 4.75, 50_000),
                amsl(0),
                amsl(100),
                null,
                -1);
        band(
                "the highest geoid",
                "85.39 m near New Guinea",
                Cut.circle(147.25, -8.25, 50_000),
                amsl(0),
                amsl(100),
                null,
                -1);
        band(
                "the geoid at the north pole",
                "13.61 m on every longitude",
                Cut.circle(33, 90, 0),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "the geoid at the south pole",
                "−29.53 m on every longitude",
                Cut.circle(33, -90, 0),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "a circle that holds the north pole",
                "all longitudes count",
                Cut.circle(33, 89.99, 30_000),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "a ring around the south pole",
                "all longitudes count",
                Cut.polygon(false, new double[] {0, -89.96, 120, -89.95, -110, -89.97, 0, -89.96}),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "a ring around the north pole",
                "the pole itself counts",
                Cut.polygon(false, new double[] {0, 88, 70, 87.9, 140, 88, -150, 87.9, -80, 88, 0, 88}),
                amsl(0),
                amsl(0),
                null,
                -1);
        band("over 180°", "columns wrap", Cut.circle(179.99, -17, 5_000), amsl(0), amsl(10), null, -1);
        band(
                "a corridor over 180°",
                "columns wrap",
                Cut.corridor(new double[] {179.6, -17, -179.8, -17.3}, 300, false),
                amsl(0),
                amsl(10),
                null,
                -1);
        band(
                "a corridor of 400 km",
                "the whole rectangle counts",
                Cut.corridor(Spot.chain(new Spot(78, 5), new Spot(78, 5).go(70, 400_000)), 300, false),
                amsl(0),
                amsl(10),
                null,
                -1);
        band(
                "between two nodes of the grid",
                "interpolated linearly both ways",
                Cut.circle(7.9, 46.6, 0),
                amsl(0),
                amsl(0),
                null,
                -1);
        band(
                "below mean sea level, above the ellipsoid",
                "two references in one band",
                HILL,
                hae(40),
                amsl(120),
                null,
                -1);
    }

    private void ground() {
        double[] terrain = {312.4, 1_290.6};
        String why = "lowest terrain + lower, highest terrain + upper";
        band("above the ground", why, HILL, agl(30), agl(120), terrain, -1);
        band("from the surface", why, HILL, SURFACE, agl(120), terrain, -1);
        band("on the surface", why, HILL, SURFACE, SURFACE, terrain, -1);
        band("from the surface to mean sea level heights", why, HILL, SURFACE, amsl(2_000), terrain, -1);
        band("level terrain", why, HILL, agl(0), agl(50), new double[] {-3.2, -3.2}, -1);
    }

    private void levels() {
        String alone = "levels stay levels; without an agreed margin they say nothing of metres";
        String margin = "a level is 30.48 m, give or take the margin, and the geoid";
        band("levels without a margin", alone, HILL, level(100), level(245), null, -1);
        band("levels with a margin", margin, HILL, level(100), level(245), null, 900);
        band(
                "levels with more digits than feet",
                "lower down, upper up",
                HILL,
                level(100.123),
                level(245.677),
                null,
                0);
        band("from a level upwards", "unbounded, with a warning", HILL, level(350), NONE, null, 900);
        band("up to a level", "unbounded, with a warning", HILL, NONE, level(350), null, 900);
        band("from metres to a level", margin, HILL, amsl(500), level(245), null, 900);
        band("from the surface to a level", margin, HILL, SURFACE, level(45), new double[] {300, 700}, 600);
    }

    private void refuse(String name, String why, End lower, End upper, String... fields) {
        ArrayNode refused = entered(name, why, HILL, lower, upper, null, -1).putArray("refused");
        List.of(fields).forEach(refused::add);
    }

    private void refused() {
        refuse("upper below lower", "exchanged by mistake", hae(200), hae(100), "upper");
        refuse("upper below lower in levels", "exchanged by mistake", level(200), level(100), "upper");
        refuse("upper below lower by far in two references", "whatever the geoid", hae(2_000), amsl(1_000), "upper");
        refuse(
                "above the ground without terrain",
                "the field is the reference's",
                agl(0),
                agl(100),
                "lowerRef",
                "upperRef");
        refuse("from the surface without terrain", "the field is the reference's", SURFACE, hae(100), "lowerRef");
        refuse(
                "from metres to a level without a margin",
                "a level that meets metres needs it",
                amsl(500),
                level(245),
                "upperRef");
        refuse(
                "from a level to metres without a margin",
                "a level that meets metres needs it",
                level(45),
                hae(5_000),
                "lowerRef");
        refuse("too low", "−12 km at least", hae(-12_001), hae(0), "lower");
        refuse("too high", "1,000 km at most", hae(0), hae(1_000_001), "upper");
        refuse("a level below 0", "0 to 2,000", level(-1), level(10), "lower");
        refuse("a level too high", "0 to 2,000", level(10), level(2_001), "upper");
    }
}
