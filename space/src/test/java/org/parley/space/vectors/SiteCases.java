package org.parley.space.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.space.oracle.Oracle;
import org.parley.space.oracle.OracleFootprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Places and the volumes nearest to them. */
final class SiteCases {
    private final List<ObjectNode> cases = new ArrayList<>();

    /** A volume found: 1 µm is the oracle's own error, so distances that differ by less are one. */
    private record Found(String name, long micrometres) {}

    static List<ObjectNode> all() {
        SiteCases all = new SiteCases();
        all.around("at 45°", "nearest first", new Spot(7, 45));
        all.around("beside 180°", "no meridian is special", new Spot(-179.9999, -17));
        all.around("at the north pole", "no pole is special", new Spot(12, 90));
        all.around("at the south pole", "no pole is special", new Spot(-120, -90));
        all.around("at 66°", "nearest first", new Spot(25, 66));
        return all.cases;
    }

    private void around(String where, String why, Spot site) {
        Map<String, OracleFootprint> volumes = new LinkedHashMap<>();
        circle(volumes, "ring road", site.go(20, 2_000), 300);
        circle(volumes, "airfield", site.go(200, 90_000), 2_500);
        circle(volumes, "over the site", site.go(100, 200), 900);
        circle(volumes, "Tie", site.go(70, 5_000), 100);
        circle(volumes, "tie", site.go(70, 5_000), 100);
        volumes.put("convoy", Cut.corridor(Spot.chain(site.go(300, 3_000), site.go(340, 9_000)), 150, false));
        volumes.put("zone", Cut.polygon(false, site.go(250, 30_000).around(12_000, 7)));
        volumes.put("hole about it", Cut.polygon(false, site.around(60_000, 8), site.around(8_000, 6)));
        circle(volumes, "far", site.go(10, 700_000), 1_000);
        OracleFootprint point = Cut.circle(site.lon(), site.lat(), 0);
        add("a place " + where, why, point, volumes, 100_000, 100);
        add("a place " + where + ", the three nearest", "the limit counts", point, volumes, 100_000, 3);
        add("a place " + where + ", far away too", "up to the distance asked", point, volumes, 1_000_000, 100);
        add(
                "a place " + where + " with a buffer",
                "the buffer counts",
                Cut.circle(site.lon(), site.lat(), 1_000),
                volumes,
                4_000,
                100);
    }

    private static void circle(Map<String, OracleFootprint> volumes, String name, Spot at, double radius) {
        volumes.put(name, Cut.circle(at.lon(), at.lat(), radius));
    }

    private void add(
            String name,
            String why,
            OracleFootprint site,
            Map<String, OracleFootprint> volumes,
            double within,
            int limit) {
        ObjectNode node = Json.object().put("name", name).put("why", why);
        node.set("site", Forms.footprint(site));
        ObjectNode all = node.putObject("volumes");
        volumes.forEach((volume, footprint) -> all.set(volume, Forms.footprint(footprint)));
        node.put("within", Math.round(within * 100)).put("limit", limit);
        ArrayNode nearest = node.putArray("nearest");
        volumes.entrySet().stream()
                .map(volume -> new Found(volume.getKey(), Math.round(1e6 * Oracle.distance(site, volume.getValue()))))
                .filter(found -> found.micrometres <= within * 1e6)
                .sorted(Comparator.comparingLong(Found::micrometres).thenComparing(Found::name))
                .limit(limit)
                .forEach(found -> nearest.addObject()
                        .put("volume", found.name)
                        .put("distance", Math.round(found.micrometres / 1e4)));
        cases.add(node);
    }
}
