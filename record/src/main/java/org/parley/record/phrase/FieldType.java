package org.parley.record.phrase;

import java.util.Locale;
import java.util.Optional;

/** What a field of a phrase holds, and how it is said. */
public enum FieldType {
    /** What a person wrote, in a language of their own. */
    TEXT,
    /** A number of things. */
    COUNT,
    /** A point. */
    PLACE,
    /** A circle, corridor or outline; its heights and times are other fields. */
    VOLUME,
    /** From a height to a height. */
    BAND,
    /** From an instant to an instant, with dates. */
    WINDOW,
    /** An instant, with its date. */
    MOMENT,
    /** Metres, said as metres or kilometres. */
    DISTANCE,
    /** One height, with its reference. */
    HEIGHT,
    /** A true course. */
    COURSE,
    /** A speed in its unit. */
    SPEED,
    /** A party. */
    PARTY,
    /** Some parties. */
    PARTIES,
    /** A word of the list {@code role}. */
    ROLE,
    /** The name of a record. */
    RECORD,
    /** A word of a list of the book. */
    WORD,
    /** A length of time, exact. */
    DURATION,
    /** Names of fields with their values: what is read back, or changed. */
    FIELDS,
    /** The name of a field. */
    FIELD,
    /** A call sign, marking, address or number to ring: never translated. */
    SIGN,
    /** Some languages. */
    LANGUAGES,
    /** An instant as time of day; of the current day, as the screen's words show it. */
    CLOCK,
    /** A window as two times of day. */
    CLOCKS,
    /** A length of time in its largest unit, rounded down: 14 min. */
    AGE,
    /** A length of time as a running clock: 0:41. */
    TIMER;

    /** The list whose words a field of type {@link #ROLE} takes. */
    static final String ROLES = "role";

    static Optional<FieldType> named(String text) {
        for (FieldType type : values()) {
            if (type.toString().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    boolean accepts(Value value) {
        return switch (this) {
            case TEXT -> value instanceof Value.Text;
            case COUNT -> value instanceof Value.Count;
            case PLACE -> value instanceof Value.Point;
            case VOLUME -> value instanceof Value.Area;
            case BAND -> value instanceof Value.Band;
            case WINDOW, CLOCKS -> value instanceof Value.During;
            case MOMENT, CLOCK -> value instanceof Value.Moment;
            case DISTANCE -> value instanceof Value.Distance;
            case HEIGHT -> value instanceof Value.Level;
            case COURSE -> value instanceof Value.Course;
            case SPEED -> value instanceof Value.Speed;
            case PARTY -> value instanceof Value.Party;
            case PARTIES -> value instanceof Value.Parties;
            case ROLE, WORD -> value instanceof Value.Word;
            case RECORD -> value instanceof Value.Name;
            case DURATION, AGE, TIMER -> value instanceof Value.Span;
            case FIELDS -> value instanceof Value.Fields;
            case FIELD -> value instanceof Value.FieldName;
            case SIGN -> value instanceof Value.Sign;
            case LANGUAGES -> value instanceof Value.Languages;
        };
    }

    /** As the book writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
