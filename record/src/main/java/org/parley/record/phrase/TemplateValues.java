package org.parley.record.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.words.Language;
import org.parley.record.volume.Bound;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;
import org.parley.space.window.Window;

/** Reads the values of a template's fields, which have the form of {@link TemplateForm}. */
final class TemplateValues {
    private static final long CENTIMETRES = 100;
    private static final long HUNDREDTHS = 100;

    private TemplateValues() {}

    /** What no sentence can hold is an {@link IllegalArgumentException}. */
    static Value value(Field field, Json json) {
        return switch (field.type()) {
            case TEXT -> text(json.object());
            case COUNT -> new Value.Count(json.integer());
            case PLACE -> new Value.Point(Positions.place(json));
            case VOLUME -> area(Shape.read(json).orElseThrow());
            case BAND ->
                new Value.Band(
                        height(json.object().get("lower")), height(json.object().get("upper")));
            case WINDOW, CLOCKS -> new Value.During(window(json.object()));
            case MOMENT, CLOCK -> new Value.Moment(Instants.parse(json.text()));
            case DISTANCE -> new Value.Distance(whole(json.integer(), CENTIMETRES, "metres"));
            case HEIGHT -> new Value.Level(height(Optional.of(json)));
            case COURSE -> new Value.Course((int) whole(json.integer(), HUNDREDTHS, "degrees"));
            case SPEED -> speed(json.object());
            case PARTY -> new Value.Party(new PartyName(json.text()));
            case PARTIES -> new Value.Parties(all(json, item -> new PartyName(item.text())));
            case ROLE, WORD -> new Value.Word(field.list().orElseThrow(), json.text());
            case RECORD -> new Value.Name(json.text());
            case DURATION, AGE, TIMER -> new Value.Span(json.integer());
            case FIELD -> new Value.FieldName(json.text());
            case SIGN -> new Value.Sign(json.text());
            case LANGUAGES -> new Value.Languages(all(json, TemplateValues::language));
            case FIELDS -> throw new IllegalArgumentException("fields are said by the record itself");
        };
    }

    private static <T> List<T> all(Json json, Function<Json, T> each) {
        return json.array().stream().map(each).toList();
    }

    private static Value text(Json.Obj written) {
        return new Value.Text(
                written.require("text").text(),
                language(written.require("language")),
                all(written.get("translations").orElse(Json.of(List.of())), TemplateValues::translation));
    }

    private static Value.Translation translation(Json json) {
        Json.Obj of = json.object();
        return new Value.Translation(
                language(of.require("language")),
                of.require("text").text(),
                new PartyName(of.require("party").text()),
                of.require("linguist").text());
    }

    private static Language language(Json json) {
        return Language.valueOf(json.text().toUpperCase(Locale.ROOT));
    }

    private static Height height(Optional<Json> bound) {
        return bound.map(json -> Bound.read(json).height()).orElseGet(Height.Unbounded::new);
    }

    static Window window(Json.Obj of) {
        return new Window(
                Instants.parse(of.require("from").text()),
                Instants.parse(of.require("until").text()));
    }

    private static Value speed(Json.Obj of) {
        Value.Unit unit = of.require("unit").text().equals("kt") ? Value.Unit.KNOTS : Value.Unit.KILOMETRES_PER_HOUR;
        return new Value.Speed((int) of.require("value").integer(), unit);
    }

    private static Value area(Shape shape) {
        return switch (shape) {
            case Shape.Circle(Place centre, long radius) ->
                new Value.Circle(centre, whole(radius, CENTIMETRES, "metres"));
            case Shape.Corridor(List<Place> line, long halfWidth, var edges) ->
                new Value.Corridor(line, whole(halfWidth, CENTIMETRES, "metres"));
            case Shape.Area(var polygons, var edges) -> outline(polygons);
        };
    }

    private static Value outline(List<List<List<Place>>> polygons) {
        if (polygons.size() != 1 || polygons.getFirst().size() != 1) {
            throw new IllegalArgumentException("a sentence holds one outline without holes");
        }
        List<Place> ring = polygons.getFirst().getFirst();
        boolean closed = ring.getFirst().equals(ring.getLast());
        return new Value.Outline(closed ? ring.subList(0, ring.size() - 1) : ring);
    }

    private static long whole(long size, long unit, String name) {
        if (size % unit != 0) {
            throw new IllegalArgumentException("a sentence holds whole " + name);
        }
        return size / unit;
    }
}
