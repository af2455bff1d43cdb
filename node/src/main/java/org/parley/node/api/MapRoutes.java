package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.access.Right;
import org.parley.node.chart.Chart;
import org.parley.node.chart.Tile;

/** The operator's own map, a tile at a time. */
final class MapRoutes {
    /** A map changes when its node begins anew; where browsers keep a tile, it is for who was signed in. */
    private static final String KEPT = "private, max-age=3600";

    private final Optional<Chart> chart;

    MapRoutes(Optional<Chart> chart) {
        this.chart = chart;
    }

    List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/api/v1/map/{z}/{x}/{y}",
                        Right.READ,
                        "A tile of the operator's own map; GET /api/v1/node says whether there is one, and of what kind",
                        this::tile)
                .givesText("*/*")
                .givesNothing());
    }

    private Reply tile(Call call, Map<String, String> named) {
        Chart of = chart.orElseThrow(() -> notHere("map", "", "this node has no map of its own"));
        Tile tile = new Tile(number(named, "z"), number(named, "x"), number(named, "y"));
        if (!tile.exists()) {
            throw notHere("tile", tile.toString(), "the earth has no such tile");
        }
        return of.tile(tile)
                .map(bytes -> new Reply(
                        200, Map.of("content-type", of.type(), "cache-control", KEPT), new Reply.Whole(bytes)))
                .orElseGet(Reply::nothing);
    }

    private static int number(Map<String, String> named, String name) {
        String given = Optional.ofNullable(named.get(name)).orElseThrow();
        if (!given.matches("[0-9]{1,8}")) {
            throw notHere(name, given, "is no number of a tile");
        }
        return Integer.parseInt(given);
    }

    private static Unanswerable notHere(String field, String value, String reason) {
        return Unanswerable.of(Trouble.NOT_HERE, field, value, reason, "GET /api/v1/node tells what map there is");
    }
}
