package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import org.parley.ledger.PartyName;
import org.parley.ledger.words.Language;
import org.parley.record.phrase.Renderer.Piece;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;
import org.parley.space.window.Window;

/** Puts values into words, by the forms of the book, each in its isolate. */
final class Wording {
    private final Renderer renderer;
    private final Language language;

    Wording(Renderer renderer) {
        this.renderer = renderer;
        this.language = renderer.language();
    }

    /** A value as its field says it; the other forms of an instant and of a length of time come from the field's type. */
    Piece piece(String field, FieldType type, Value value) {
        return switch (value) {
            case Value.Count(long count) -> Piece.count(isolated(digits(count)), count);
            case Value.Word(String list, String word) ->
                new Piece(renderer.say(Words.id(list, word), Map.of()), word, OptionalLong.empty());
            case Value.Moment(long at) when type == FieldType.CLOCK -> isolatedPiece(Moments.clock(at));
            case Value.During(Window window) when type == FieldType.CLOCKS -> isolatedPiece(Moments.clocks(window));
            case Value.Span(long seconds) when type == FieldType.AGE -> Piece.of(Durations.age(this, seconds));
            case Value.Span(long seconds) when type == FieldType.TIMER -> isolatedPiece(Figures.timer(seconds));
            default -> Piece.of(text(field, value));
        };
    }

    private String text(String field, Value value) {
        return switch (value) {
            case Value.Text text -> written(field, text);
            case Value.Count(long count) -> isolated(digits(count));
            case Value.Point(Place place) -> place(place);
            case Value.Area area -> area(area);
            case Value.Level(Height height) -> height(height);
            case Value.Band(Height lower, Height upper) ->
                composed(Form.BAND, Piece.of(height(lower)), Piece.of(height(upper)));
            case Value.During(Window window) ->
                composed(Form.WINDOW, Piece.of(moment(window.from())), Piece.of(moment(window.until())));
            case Value.Moment(long at) -> moment(at);
            case Value.Span(long seconds) -> Durations.exact(this, seconds);
            case Value.Distance(long metres) -> distance(metres);
            case Value.Course(int degrees) -> single(Form.COURSE, Figures.course(degrees));
            case Value.Speed(int amount, Value.Unit unit) ->
                single(
                        switch (unit) {
                            case KNOTS -> Form.KNOTS;
                            case KILOMETRES_PER_HOUR -> Form.KILOMETRES_PER_HOUR;
                        },
                        Integer.toString(amount));
            case Value.Party(PartyName name) -> isolated(name.name());
            case Value.Parties(List<PartyName> names) ->
                listed(names.stream().map(name -> isolated(name.name())).toList());
            case Value.Name(String record) -> isolated(record);
            case Value.Word(String list, String word) -> renderer.say(Words.id(list, word), Map.of());
            case Value.FieldName(String name) -> renderer.say("label." + name, Map.of());
            case Value.Sign(String sign) -> isolated(sign);
            case Value.Languages(List<Language> languages) ->
                listed(languages.stream().map(this::languageName).toList());
            case Value.Fields(List<Value.Said> said) -> fields(field, said);
        };
    }

    /** A form whose fields are figures: a value of its own direction. */
    private String single(Form form, String... figures) {
        Piece[] pieces = new Piece[figures.length];
        for (int i = 0; i < figures.length; i++) {
            pieces[i] = Piece.of(isolated(figures[i]));
        }
        return isolated(say(form, pieces));
    }

    /** A form whose fields stand in isolates already: it runs as its language does. */
    String composed(Form form, Piece... pieces) {
        return Isolates.composed(say(form, pieces), language);
    }

    /** A form that takes a number of things. */
    String counted(Form form, long count) {
        return isolated(say(form, Piece.count(isolated(Long.toString(count)), count)));
    }

    private String say(Form form, Piece... pieces) {
        Map<String, Piece> named = new HashMap<>();
        for (int i = 0; i < pieces.length; i++) {
            named.put(form.fields().get(i), pieces[i]);
        }
        return renderer.say(form.id(), named);
    }

    private String isolated(String text) {
        return Isolates.value(text, language);
    }

    private Piece isolatedPiece(String text) {
        return Piece.of(isolated(text));
    }

    private String digits(long count) {
        boolean arabicIndic = language == Language.AR && renderer.manner().arabicIndic();
        return arabicIndic ? Figures.arabicIndic(count) : Long.toString(count);
    }

    private String place(Place place) {
        Form form = place.lat() >= 0
                ? (place.lon() >= 0 ? Form.NORTH_EAST : Form.NORTH_WEST)
                : (place.lon() >= 0 ? Form.SOUTH_EAST : Form.SOUTH_WEST);
        return single(form, Figures.degrees(place.lat()), Figures.degrees(place.lon()));
    }

    private String area(Value.Area area) {
        return switch (area) {
            case Value.Circle(Place centre, long radius) ->
                composed(Form.CIRCLE, Piece.of(distance(radius)), Piece.of(place(centre)));
            case Value.Corridor(List<Place> line, long halfWidth) ->
                composed(Form.CORRIDOR, Piece.of(distance(halfWidth)), Piece.of(places(line)));
            case Value.Outline(List<Place> corners) -> composed(Form.POLYGON, Piece.of(places(corners)));
        };
    }

    private String places(List<Place> places) {
        return listed(places.stream().map(this::place).toList());
    }

    private String height(Height height) {
        return switch (height) {
            case Height.Hae(double metres) -> single(Form.HAE, Figures.number(metres));
            case Height.Amsl(double metres) -> single(Form.AMSL, Figures.number(metres));
            case Height.Agl(double metres) -> single(Form.AGL, Figures.number(metres));
            case Height.FlightLevel(double level) -> single(Form.LEVEL, Figures.level(level));
            case Height.Surface surface -> single(Form.SURFACE);
            case Height.Unbounded unbounded -> single(Form.UNBOUNDED);
        };
    }

    private String moment(long at) {
        return isolated(Moments.dated(at, renderer.manner().offset(at)));
    }

    private String distance(long metres) {
        return Figures.inKilometres(metres)
                ? single(Form.KILOMETRES, Figures.kilometres(metres))
                : single(Form.METRES, Long.toString(metres));
    }

    private String languageName(Language one) {
        return renderer.say(Words.id("language", one.name().toLowerCase(Locale.ROOT)), Map.of());
    }

    /** What a person wrote: as it is, as a linguist has translated it, or as it is and marked. */
    private String written(String field, Value.Text text) {
        if (text.language() == language) {
            return Isolates.written(text.text(), language);
        }
        for (Value.Translation translation : text.translations()) {
            if (translation.language() == language) {
                return Isolates.written(translation.text(), language);
            }
        }
        renderer.noteUntranslated(field);
        String original = Isolates.written(text.text(), language);
        return composed(Form.UNTRANSLATED, Piece.of(original), Piece.of(languageName(text.language())));
    }

    private String fields(String field, List<Value.Said> said) {
        List<String> each = new ArrayList<>();
        for (Value.Said one : said) {
            String inside = field + "." + one.field();
            Piece name = Piece.of(renderer.say("label." + one.field(), Map.of()));
            Piece value = Piece.of(text(inside, one.value()));
            each.add(one.old()
                    .map(old -> composed(Form.CHANGE, name, Piece.of(text(inside, old)), value))
                    .orElseGet(() -> composed(Form.SAID, name, value)));
        }
        return folded(each, Form.NEXT);
    }

    private String listed(List<String> parts) {
        return folded(parts, Form.LIST);
    }

    String folded(List<String> parts, Form form) {
        BinaryOperator<String> join = (first, next) -> say(form, Piece.of(first), Piece.of(next));
        return parts.stream().reduce(join).orElseThrow();
    }
}
