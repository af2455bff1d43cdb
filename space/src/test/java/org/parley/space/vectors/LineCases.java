package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Control lines and what lies beside, across and beyond them. */
final class LineCases {
    private static final int SAMPLES = 8;

    private final List<ObjectNode> cases = new ArrayList<>();

    static List<ObjectNode> all() {
        LineCases all = new LineCases();
        all.straight();
        all.bends();
        all.everywhere();
        return all.cases;
    }

    private void add(String name, String why, double[] line, OracleFootprint footprint) {
        ObjectNode node = Json.object().put("name", name).put("why", why);
        ArrayNode positions = node.putArray("line");
        for (int i = 0; i < line.length; i += 2) {
            positions.add(Json.array(line[i], line[i + 1]));
        }
        node.set("footprint", Forms.footprint(footprint));
        OracleFootprint stored = prolonged(Cut.corridor(line, 0, false));
        OracleFootprint core = new OracleFootprint(footprint.kind(), footprint.parts(), 0);
        double buffer = footprint.bufferCm() / 100.0;
        double nearest = Oracle.distance(stored, core);
        double left = reach(stored, core, -1);
        double right = reach(stored, core, 1);
        node.put("left", Math.round(100 * (left >= 0 ? left + buffer : Math.max(0, buffer - nearest))));
        node.put("right", Math.round(100 * (right >= 0 ? right + buffer : Math.max(0, buffer - nearest))));
        node.put("nearest", Math.round(100 * Math.max(0, nearest - buffer)));
        cases.add(node);
    }

    /** The line with 200 km straight on at both ends. */
    private static OracleFootprint prolonged(OracleFootprint line) {
        int[] chain = line.parts().getFirst().getFirst();
        double[] longer = new double[chain.length + 4];
        for (int i = 0; i < chain.length; i++) {
            longer[i + 2] = chain[i] / 1e7;
        }
        Spot before = beyond(spot(chain, 2), spot(chain, 0));
        Spot after = beyond(spot(chain, chain.length - 4), spot(chain, chain.length - 2));
        longer[0] = before.lon();
        longer[1] = before.lat();
        longer[longer.length - 2] = after.lon();
        longer[longer.length - 1] = after.lat();
        return Cut.corridor(longer, 0, false);
    }

    private static Spot beyond(Spot from, Spot end) {
        return end.go(inverse(from, end).azi2, 200_000);
    }

    /** The greatest distance from the line of any point of the core's edges on a side; −1 where there is none. */
    private static double reach(OracleFootprint line, OracleFootprint core, int side) {
        ToDoubleFunction<Spot> distance = spot -> {
            OracleFootprint point = Cut.circle(spot.lon(), spot.lat(), 0);
            return side(line, spot) == side ? Oracle.distance(line, point) : -1;
        };
        double best = -1;
        for (var part : core.parts()) {
            for (int[] ring : part) {
                best = Math.max(best, distance.applyAsDouble(spot(ring, 0)));
                for (int i = 2; i < ring.length; i += 2) {
                    best = Math.max(best, along(spot(ring, i - 2), spot(ring, i), distance));
                }
            }
        }
        return best;
    }

    private static Spot spot(int[] chain, int at) {
        return new Spot(chain[at] / 1e7, chain[at + 1] / 1e7);
    }

    /** Samples an edge, and the neighbourhood of the best sample ever more narrowly. */
    private static double along(Spot from, Spot to, ToDoubleFunction<Spot> distance) {
        GeodesicLine edge = Geodesic.WGS84.InverseLine(from.lat(), from.lon(), to.lat(), to.lon());
        double low = 0;
        double high = edge.Distance();
        double best = distance.applyAsDouble(to);
        while (high - low > 0.01) {
            double step = (high - low) / SAMPLES;
            double at = high;
            double most = distance.applyAsDouble(to);
            for (int k = 0; k <= SAMPLES; k++) {
                GeodesicData there = edge.Position(low + k * step);
                double metres = distance.applyAsDouble(new Spot(there.lon2, there.lat2));
                if (metres >= most) {
                    most = metres;
                    at = low + k * step;
                }
            }
            best = Math.max(best, most);
            low = Math.max(low, at - step);
            high = Math.min(high, at + step);
        }
        return best;
    }

    /** −1 left, 1 right: at the nearest edge, or between both where the line bends there. */
    private static int side(OracleFootprint line, Spot near) {
        int[] chain = line.parts().getFirst().getFirst();
        OracleFootprint point = Cut.circle(near.lon(), near.lat(), 0);
        Spot p = spot(point.parts().getFirst().getFirst(), 0);
        int nearest = 2;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 2; i < chain.length; i += 2) {
            int[] edge = {chain[i - 2], chain[i - 1], chain[i], chain[i + 1]};
            double metres = Oracle.distance(OracleFootprint.line(edge, 0), point);
            if (metres < least - 1e-7) {
                least = metres;
                nearest = i;
            }
        }
        for (int bend = Math.max(2, nearest - 2); bend <= nearest && bend + 2 < chain.length; bend += 2) {
            GeodesicData to = inverse(spot(chain, bend), p);
            if (to.s12 <= least + 1e-7) {
                double in = Math.toRadians(inverse(spot(chain, bend - 2), spot(chain, bend)).azi2);
                double out = Math.toRadians(inverse(spot(chain, bend), spot(chain, bend + 2)).azi1);
                double mean = Math.atan2(Math.sin(in) + Math.sin(out), Math.cos(in) + Math.cos(out));
                return Math.sin(Math.toRadians(to.azi1) - mean) > 0 ? 1 : -1;
            }
        }
        double azimuth = inverse(spot(chain, nearest - 2), spot(chain, nearest)).azi1;
        double towards = inverse(spot(chain, nearest - 2), p).azi1;
        return Math.sin(Math.toRadians(towards - azimuth)) > 0 ? 1 : -1;
    }

    private static GeodesicData inverse(Spot from, Spot to) {
        return Geodesic.WGS84.Inverse(from.lat(), from.lon(), to.lat(), to.lon());
    }

    private void straight() {
        Spot start = new Spot(35, 40);
        Spot end = start.go(30, 20_000);
        double[] line = Spot.chain(start, end);
        Spot middle = start.go(30, 9_000);
        String sides = "left and right of the way in which the line is written";
        circle("a circle on the right", sides, line, middle.go(120, 3_000), 500);
        circle("a circle on the left", sides, line, middle.go(-60, 3_000), 500);
        circle(
                "the same circle, the line written the other way",
                sides,
                Spot.chain(end, start),
                middle.go(-60, 3_000),
                500);
        circle(
                "a circle whose middle is on the right and whose edge is over the line",
                "the buffer counts",
                line,
                middle.go(120, 300),
                500);
        circle(
                "a circle with its middle nearly on the line",
                "the buffer counts on both sides",
                line,
                middle.go(120, 1),
                500);
        add(
                "a corridor across the line",
                "it reaches on both sides",
                line,
                Cut.corridor(Spot.chain(middle.go(120, 4_000), middle.go(-60, 2_500)), 100, false));
        add(
                "a corridor along the line, on the right",
                sides,
                line,
                Cut.corridor(Spot.chain(start.go(120, 800), end.go(120, 900)), 100, false));
        add(
                "a polygon on the left",
                sides,
                line,
                Cut.polygon(false, middle.go(-60, 5_000).around(2_000, 7)));
        add(
                "a polygon across the line",
                "it reaches on both sides",
                line,
                Cut.polygon(false, middle.go(-60, 500).around(2_000, 7)));
        add(
                "a polygon around the line",
                "it reaches on both sides",
                line,
                Cut.polygon(false, middle.around(40_000, 9)));
        circle(
                "beyond the end, on the right",
                "beyond its ends the line goes on straight",
                line,
                end.go(60, 4_000),
                100);
        circle("beyond the end, on the left", "beyond its ends the line goes on straight", line, end.go(0, 4_000), 100);
        circle(
                "before the beginning, on the right",
                "beyond its ends the line goes on straight",
                line,
                start.go(-160, 4_000),
                100);
        circle(
                "before the beginning, on the left",
                "beyond its ends the line goes on straight",
                line,
                start.go(-130, 4_000),
                100);
        add(
                "beyond the end, across the line thought on",
                "both sides, and not nearer than its end",
                line,
                Cut.corridor(Spot.chain(end.go(80, 4_000), end.go(-20, 4_000)), 50, false));
    }

    private void circle(String name, String why, double[] line, Spot at, double radius) {
        add(name, why, line, Cut.circle(at.lon(), at.lat(), radius));
    }

    private void bends() {
        Spot bend = new Spot(14.8, 42.9);
        double[] sharp = Spot.chain(bend.go(170, 8_000), bend, bend.go(120, 8_000));
        String why = "at a bend the side is that of the sum of both edges' normals";
        circle("outside a sharp bend", why, sharp, bend.go(-35, 3_000), 100);
        circle("outside a sharp bend, to one side", why, sharp, bend.go(20, 3_000), 100);
        circle("outside a sharp bend, to the other side", why, sharp, bend.go(-85, 3_000), 100);
        circle("inside a sharp bend", why, sharp, bend.go(145, 3_000), 100);
        add("around a sharp bend", "it reaches on both sides", sharp, Cut.polygon(false, bend.around(1_500, 8)));
        double[] zigzag =
                Spot.chain(bend, bend.go(90, 5_000), bend.go(70, 9_000), bend.go(95, 14_000), bend.go(80, 20_000));
        add(
                "a polygon within a zigzag",
                why,
                zigzag,
                Cut.polygon(false, bend.go(85, 9_000).around(700, 6)));
        add(
                "a corridor over a zigzag",
                why,
                zigzag,
                Cut.corridor(Spot.chain(bend.go(100, 6_000), bend.go(65, 15_000)), 150, false));
        circle(
                "a circle that reaches over a bend",
                "the buffer counts",
                zigzag,
                bend.go(90, 5_000).go(150, 200),
                400);
    }

    private void everywhere() {
        Spot seam = new Spot(179.95, -17);
        double[] over = Spot.chain(seam, seam.go(60, 15_000));
        circle("a line over 180°, a circle on the left", "no meridian is special", over, new Spot(179.99, -16.9), 300);
        circle(
                "a line over 180°, a circle on the right",
                "no meridian is special",
                over,
                new Spot(-179.99, -17.05),
                300);
        for (int sign : new int[] {1, -1}) {
            String pole = sign > 0 ? "north" : "south";
            double[] across = {10, 89.95 * sign, 170, 89.96 * sign};
            circle(
                    "a line past the " + pole + " pole, a circle on it",
                    "no pole is special",
                    across,
                    new Spot(0, 90.0 * sign),
                    50);
            circle(
                    "a line past the " + pole + " pole, a circle beyond",
                    "no pole is special",
                    across,
                    new Spot(-80, 89.97 * sign),
                    50);
        }
        Spot far = new Spot(24, 66);
        double[] front = Spot.chain(far, far.go(100, 40_000), far.go(85, 90_000));
        circle("a circle 100 km beside a line", "1 cm and 0.01 % of the distance", front, far.go(0, 100_000), 1_000);
        add(
                "a polygon 60 km beside a line",
                "1 cm and 0.01 % of the distance",
                front,
                Cut.polygon(false, far.go(150, 60_000).around(4_000, 5)));
    }
}
