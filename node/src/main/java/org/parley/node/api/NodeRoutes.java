package org.parley.node.api;

import java.util.List;
import java.util.Map;
import org.parley.node.SteppedClock;
import org.parley.node.access.Right;
import org.parley.node.config.Config;
import org.parley.node.pictures.LinePicture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** About the node itself: who it is, whether it lives and works. */
final class NodeRoutes {
    private final Rooms rooms;

    NodeRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(
                Route.open("GET", "/health", "Whether the process answers", this::health)
                        .gives("Health"),
                Route.open("GET", "/ready", "Whether every line may be written on", this::ready)
                        .gives("Ready")
                        .gives(503, "Ready"),
                Route.of(
                                "GET",
                                "/api/v1/node",
                                Right.READ,
                                "Who this node is, and in which languages its console speaks",
                                this::node)
                        .gives("Node"));
    }

    private Reply health(Call call, Map<String, String> named) {
        return Reply.of(View.object().put("status", "up").put("at", View.time(rooms.now())));
    }

    private Reply ready(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ObjectNode fences = view.putObject("fences");
        boolean ready = true;
        for (LinePicture line : rooms.pictures().all()) {
            String state = rooms.node()
                    .standing()
                    .fence(line.line())
                    .map(fence -> View.word(fence.state()))
                    .orElse("asking");
            fences.put(line.line().hex(), state);
            ready &= state.equals("open");
        }
        view.put("status", ready ? "ready" : "not ready");
        return Reply.of(ready ? 200 : 503, view);
    }

    private Reply node(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        Config.Languages languages = rooms.config().languages();
        ObjectNode spoken = view.putObject("languages").put("first", View.word(languages.first()));
        ArrayNode offered = spoken.putArray("offered");
        languages.offered().stream().sorted().map(View::word).forEach(offered::add);
        rooms.chart().ifPresent(chart -> {
            ObjectNode map = view.putObject("map")
                    .put("type", chart.type())
                    .put("farthest", chart.farthest())
                    .put("nearest", chart.nearest());
            ArrayNode bounds = map.putArray("bounds");
            for (double edge : chart.bounds()) {
                bounds.add(edge);
            }
        });
        return Reply.of(view.put("party", rooms.node().identity().party().name())
                .put("root", rooms.node().identity().rootKey().toString())
                .put("privateLine", rooms.privateLine().hex())
                .put("provider", rooms.node().crypto().toString())
                .put("events", rooms.events().incarnation())
                .put("steppedClock", rooms.node().options().clock() instanceof SteppedClock)
                .put("at", View.time(rooms.now())));
    }
}
