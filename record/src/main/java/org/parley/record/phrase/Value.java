package org.parley.record.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.words.Language;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;
import org.parley.space.window.Window;

/**
 * What stands in a field. A value that cannot be is an {@link IllegalArgumentException}; whether it fits a phrase, and whether
 * what a person wrote may be shown, is told by {@link PhraseBook#fill}.
 */
public sealed interface Value {
    /**
     * What a person wrote.
     *
     * @param translations those that a linguist has released; without one, readers of another language see the original, marked
     */
    record Text(String text, Language language, List<Translation> translations) implements Value {
        public Text {
            translations = List.copyOf(translations);
        }

        /** A text that nobody has translated. */
        public Text(String text, Language language) {
            this(text, language, List.of());
        }
    }

    /** A translation that a party's linguist, by pseudonym, has released. */
    record Translation(Language language, String text, PartyName party, String linguist) {}

    /** A number of things, 0 or more. */
    record Count(long count) implements Value {
        public Count {
            require(count >= 0, "a count is 0 or more");
        }
    }

    /** A point. */
    record Point(Place place) implements Value {}

    /** A part of the map. Its numbers are metres, more than 0. */
    sealed interface Area extends Value {}

    /** A circle. */
    record Circle(Place centre, long radius) implements Area {
        public Circle {
            require(radius > 0, "a radius is more than 0 m");
        }
    }

    /** All within a distance of a line of two or more places. */
    record Corridor(List<Place> line, long halfWidth) implements Area {
        public Corridor {
            line = List.copyOf(line);
            require(line.size() > 1 && halfWidth > 0, "a corridor has two places or more and a width");
        }
    }

    /** What lies inside an outline of three or more places. */
    record Outline(List<Place> corners) implements Area {
        public Outline {
            corners = List.copyOf(corners);
            require(corners.size() > 2, "an outline has three places or more");
        }
    }

    /** A height as it was stated. */
    record Level(Height height) implements Value {
        public Level {
            checkFinite(height);
        }
    }

    /** A band of heights as it was stated. */
    record Band(Height lower, Height upper) implements Value {
        public Band {
            checkFinite(lower);
            checkFinite(upper);
        }
    }

    /** A window of time. */
    record During(Window window) implements Value {
        public During {
            checkInstant(window.from());
            checkInstant(window.until());
        }
    }

    /** An instant, in milliseconds since 1970 as {@link Instants} counts them. */
    record Moment(long at) implements Value {
        public Moment {
            checkInstant(at);
        }
    }

    /** A length of time in seconds, 0 or more. */
    record Span(long seconds) implements Value {
        public Span {
            require(seconds >= 0, "a length of time is 0 s or more");
        }
    }

    /** A distance in metres, 0 or more. */
    record Distance(long metres) implements Value {
        public Distance {
            require(metres >= 0, "a distance is 0 m or more");
        }
    }

    /** A course in degrees from true north, 0 to 359. */
    record Course(int degrees) implements Value {
        public Course {
            require(degrees >= 0 && degrees < 360, "a course is 0 to 359 degrees");
        }
    }

    /** A speed, 0 or more. */
    record Speed(int amount, Unit unit) implements Value {
        public Speed {
            require(amount >= 0, "a speed is 0 or more");
        }
    }

    /** The unit in which a speed was stated. */
    enum Unit {
        KNOTS,
        KILOMETRES_PER_HOUR
    }

    /** A party. */
    record Party(PartyName name) implements Value {}

    /** One party or more. */
    record Parties(List<PartyName> names) implements Value {
        public Parties {
            names = List.copyOf(names);
            require(!names.isEmpty(), "at least one party is named");
        }
    }

    /** The name of a record: BIRCH-412, BIRCH-S7, BIRCH.2-1. */
    record Name(String record) implements Value {
        private static final Pattern FORM =
                Pattern.compile("[A-Z][A-Z0-9]{0,15}(\\.([2-9]|[1-9][0-9]{1,8}))?-S?[1-9][0-9]{0,15}");

        public Name {
            require(FORM.matcher(record).matches(), "a record is named like BIRCH-412, BIRCH-S7 or BIRCH.2-1");
        }
    }

    /** A word of a list. */
    record Word(String list, String word) implements Value {}

    /** The name of a field. */
    record FieldName(String name) implements Value {}

    /** A call sign, marking, address or number to ring. */
    record Sign(String sign) implements Value {}

    /** One language or more. */
    record Languages(List<Language> languages) implements Value {
        public Languages {
            languages = List.copyOf(languages);
            require(!languages.isEmpty(), "at least one language is named");
        }
    }

    /** Fields with their values; none of them is {@link Fields} again. */
    record Fields(List<Said> said) implements Value {
        public Fields {
            said = List.copyOf(said);
            require(!said.isEmpty(), "at least one field is named");
            require(
                    said.stream()
                            .noneMatch(one -> one.value() instanceof Fields
                                    || one.old()
                                            .filter(Fields.class::isInstance)
                                            .isPresent()),
                    "fields do not stand in fields");
        }
    }

    /**
     * One field and what is said of it.
     *
     * @param old what it was, where it is changed
     */
    record Said(String field, Value value, Optional<Value> old) {}

    private static void checkInstant(long at) {
        long day = 86_400_000;
        require(
                at >= Instants.MIN + day && at <= Instants.MAX - day,
                "an instant lies in the years 0000 to 9999, at any offset");
    }

    private static void checkFinite(Height height) {
        double figure = switch (height) {
            case Height.Hae(double metres) -> metres;
            case Height.Amsl(double metres) -> metres;
            case Height.Agl(double metres) -> metres;
            case Height.FlightLevel(double level) -> level;
            case Height.Surface surface -> 0;
            case Height.Unbounded unbounded -> 0;
        };
        require(Double.isFinite(figure), "a height is a number");
    }

    private static void require(boolean held, String what) {
        if (!held) {
            throw new IllegalArgumentException(what);
        }
    }
}
