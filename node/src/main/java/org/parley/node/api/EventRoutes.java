package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import org.parley.node.alarm.Watch;
import org.parley.node.config.Config;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changes, as it changes. */
final class EventRoutes {
    private final Rooms rooms;
    private final Sites sites;

    EventRoutes(Rooms rooms, Sites sites) {
        this.rooms = rooms;
        this.sites = sites;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/api/v1/events",
                                Right.READ,
                                "Server-sent events of all lines; Last-Event-ID, or lastEventId, goes on without a gap",
                                this::events)
                        .asks("Last-Event-ID", "lastEventId")
                        .givesText("text/event-stream"),
                Route.of(
                                "GET",
                                "/api/v1/alarms",
                                Right.READ,
                                "What sounds now, whom it has called, and how many there were in the last hour",
                                this::alarms)
                        .gives("Alarms"));
    }

    private Reply alarms(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        Watch.Heard heard = rooms.watch().sounding();
        Config.Alarms settings = rooms.config().alarms();
        heard.alarms().forEach(alarm -> items.add(View.alarm(alarm, false)));
        return Reply.of(view.put("withinHour", heard.withinHour())
                .put("mostPerHour", settings.mostPerHour())
                .put("silencedFor", settings.silencedFor().toSeconds()));
    }

    private Reply events(Call call, Map<String, String> named) {
        Optional<String> last = call.header("last-event-id").or(() -> call.asked("lastEventId"));
        Visitor visitor = call.visitor();
        Caller caller = visitor.require();
        boolean whole = caller.may(Right.READ_SITES);
        if (whole) {
            sites.looked(caller, "GET /api/v1/events", 0);
        }
        return Reply.events(out -> rooms.events().listen(last, whole, () -> listens(visitor, whole), out));
    }

    /** Whether it is still signed in, and may see what it saw. */
    private static boolean listens(Visitor visitor, boolean whole) {
        return visitor.again()
                .get()
                .filter(caller -> caller.may(Right.READ_SITES) == whole)
                .isPresent();
    }
}
