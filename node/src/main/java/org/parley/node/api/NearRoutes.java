package org.parley.node.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import org.parley.node.desk.Outcome;
import org.parley.node.desk.Statement;
import org.parley.node.form.Entry;
import org.parley.node.form.Terms;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Nearby;
import org.parley.record.Kinds;
import org.parley.record.agreement.Agreement;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Entered;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What lies near to something, or within it. Nobody else hears of the question; it stands on the private line. */
final class NearRoutes {
    private static final BigDecimal USUAL = BigDecimal.valueOf(500);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final Rooms rooms;

    NearRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/near",
                                Right.READ_SITES,
                                "Notified sites and declared areas near to a {place} or a {shape}: {within} in metres",
                                this::near)
                        .takes("NearTo")
                        .gives("Near"),
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/within",
                                Right.READ,
                                "What touches a volume: {geometry, radius|halfWidth, lower, upper, from, until}",
                                this::within)
                        .asks("references")
                        .takes("Volume")
                        .gives("Within"),
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/known",
                                Right.READ,
                                "What each party has notified on some ground in a window, and whether it says that this is all:"
                                        + " {geometry, radius|halfWidth, from, until}",
                                this::known)
                        .takes("Volume")
                        .gives("Known"));
    }

    private Reply near(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        JsonNode asked = Said.json(call.body().array());
        BigDecimal within = asked.path("within").decimalValueOpt().orElse(USUAL);
        if (within.signum() < 0 || within.compareTo(MOST) > 0) {
            throw Unanswerable.of(
                    Trouble.ILL_FORMED,
                    "within",
                    within.toString(),
                    "not from 0 to " + MOST + " m",
                    "leave it out for 500 m");
        }
        Json.Obj body = lookUp(line, asked);
        recorded(call, body);
        Nearby nearby = line.picture().near(footprint(body), within.longValue());
        ObjectNode view = View.object().put("within", within);
        nearby.newest().ifPresent(newest -> view.put("listAsOf", View.time(newest)));
        ArrayNode items = view.putArray("items");
        nearby.places()
                .forEach(place -> items.addObject()
                        .put("distance", View.hundredths(place.distance()))
                        .put("version", place.version().record())
                        .set("subject", View.subject(line, place.subject(), rooms.now())));
        return Reply.of(view);
    }

    /** What is asked for, in the form of a record: so it is read like any other, and can be kept. */
    private Json.Obj lookUp(LinePicture line, JsonNode asked) {
        ObjectNode outside = View.object().put("line", line.line().hex()).put("what", "near");
        for (String field : List.of("place", "shape")) {
            if (asked.has(field)) {
                outside.set(field, asked.path(field));
            }
        }
        Json.Obj body = entered(line, "look-up", outside);
        if (!body.has("place") && !body.has("shape")) {
            throw Unanswerable.of(Trouble.ILL_FORMED, "place", "absent", "near to what", "give a place or a shape");
        }
        return body;
    }

    private Json.Obj entered(LinePicture line, String kind, JsonNode outside) {
        Terms terms = Terms.NONE.withHeights(
                line.picture().agreement().orElse(Agreement.NONE).heights());
        return switch (rooms.forms().enter(Kinds.named(kind).orElseThrow(), outside, terms)) {
            case Entered.Accepted<Entry> accepted -> accepted.value().body();
            case Entered.Refused<Entry> refused -> throw new Unanswerable(Trouble.ILL_FORMED, refused.problems());
        };
    }

    private static Footprint footprint(Json.Obj body) {
        return body.get("shape")
                .map(shape -> Shape.read(shape).orElseThrow().footprint().orElseThrow())
                .orElseGet(() -> Footprint.at(Positions.place(body.require("place"))));
    }

    private void recorded(Call call, Json.Obj body) {
        Caller caller = call.visitor().require();
        Outcome outcome = rooms.desk()
                .say(
                        rooms.privateLine(),
                        Visitor.author(caller, Optional.empty()),
                        Statement.of("look-up", Optional.empty(), body),
                        Optional.empty());
        if (outcome instanceof Outcome.Not not) {
            throw new Unanswerable(Trouble.ILL_FORMED, not.problems());
        }
    }

    private Reply within(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        Volume volume = volume(line, call);
        if (call.asked("references").isPresent()) {
            line.picture()
                    .namesWithin(volume, rooms.now())
                    .forEach(name -> items.add(View.object().put("id", name)));
        } else {
            line.picture()
                    .within(volume, rooms.now())
                    .forEach(subject -> items.add(View.subject(line, subject, rooms.now())));
        }
        return Reply.of(view);
    }

    /** The volume that is asked about, read as one of a notice is. */
    private Volume volume(LinePicture line, Call call) {
        ObjectNode outside = View.object().put("area", "restriction").put("name", "asked for");
        outside.putArray("volumes").add(Said.json(call.body().array()));
        Json.Obj body = entered(line, "area", outside);
        return StatedVolume.read(body.require("volumes").array().getFirst()).volume();
    }

    private Reply known(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        return Reply.of(Knowledge.of(line, List.of(volume(line, call)), rooms.now()));
    }
}
