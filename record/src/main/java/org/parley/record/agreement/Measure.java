package org.parley.record.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.line.ControlLine;
import org.parley.space.window.Window;

/**
 * A control measure that parties agreed on.
 *
 * @param kind {@code line}, {@code area}, …
 * @param line where it is a line
 * @param area where it is not
 * @param sides who keeps to which side of a line, seen along it
 * @param crossingNotice milliseconds of notice that a crossing needs
 * @param window of time that it is about; without an end, or a beginning, where none was agreed
 */
public record Measure(
        String name,
        String kind,
        Optional<ControlLine> line,
        Optional<Footprint> area,
        Map<PartyName, ControlLine.Side> sides,
        OptionalLong crossingNotice,
        Window window) {
    /** Long before and long after any instant that can be written. */
    private static final Window ALWAYS = new Window(2 * Instants.MIN, 2 * Instants.MAX);

    public Measure {
        sides = Map.copyOf(sides);
    }

    /** Reads what has the form of {@link AgreementForm#MEASURE}; an end before its beginning is an {@link IllegalArgumentException}. */
    public static Measure read(Json.Obj body) {
        return new Measure(
                body.require("name").text(),
                body.require("measure").text(),
                body.get("line").map(Json::array).map(Measure::line),
                body.get("shape")
                        .map(json -> Shape.read(json).orElseThrow().footprint().orElseThrow()),
                sides(body),
                body.get("crossingNotice")
                        .map(json -> OptionalLong.of(json.integer() * 1_000))
                        .orElse(OptionalLong.empty()),
                new Window(
                        moment(body, "from").orElse(ALWAYS.from()),
                        moment(body, "until").orElse(ALWAYS.until())));
    }

    private static Optional<Long> moment(Json.Obj body, String field) {
        return body.get(field).map(Json::text).map(Instants::parse);
    }

    private static ControlLine line(List<Json> places) {
        double[] degrees =
                Positions.degrees(places.stream().map(Positions::place).toList());
        return ControlLine.through(degrees, Edges.GEODESIC).orElseThrow();
    }

    private static Map<PartyName, ControlLine.Side> sides(Json.Obj body) {
        Map<PartyName, ControlLine.Side> sides = new HashMap<>();
        for (Json row : body.get("sides").map(Json::array).orElse(List.of())) {
            Json.Obj side = row.object();
            sides.put(
                    new PartyName(side.require("party").text()),
                    side.require("side").text().equals("left") ? ControlLine.Side.LEFT : ControlLine.Side.RIGHT);
        }
        return sides;
    }
}
