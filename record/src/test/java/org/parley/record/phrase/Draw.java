package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.parley.ledger.PartyName;
import org.parley.ledger.words.Language;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;
import org.parley.space.window.Window;

/** Values by chance, from a seed. */
final class Draw {
    private static final long YEAR_2017 = 1_483_228_800_000L;

    private final Random random;
    private final PhraseBook book;

    Draw(long seed, PhraseBook book) {
        this.random = new Random(seed);
        this.book = book;
    }

    /** Values for every required field, and for each optional one if {@code all} or else by chance. */
    Map<String, Value> values(Phrase phrase, boolean all) {
        Map<String, Value> values = new HashMap<>();
        for (Field field : phrase.fields()) {
            if (field.required() || all || random.nextBoolean()) {
                values.put(field.name(), value(field));
            }
        }
        return values;
    }

    Value value(Field field) {
        return switch (field.type()) {
            case TEXT -> new Value.Text(one("see the sheet", "смотрите лист", "انظروا الورقة"), any(Language.values()));
            case COUNT -> new Value.Count(random.nextInt(1_000));
            case PLACE -> new Value.Point(place());
            case VOLUME -> area();
            case BAND -> new Value.Band(height(), height());
            case WINDOW -> new Value.During(window(10_000_000));
            case CLOCKS -> new Value.During(window(1_000));
            case MOMENT, CLOCK -> new Value.Moment(moment());
            case DISTANCE -> new Value.Distance(random.nextInt(100_000));
            case HEIGHT -> new Value.Level(height());
            case COURSE -> new Value.Course(random.nextInt(360));
            case SPEED -> new Value.Speed(random.nextInt(900), any(Value.Unit.values()));
            case PARTY -> new Value.Party(party());
            case PARTIES -> new Value.Parties(some(this::party));
            case ROLE, WORD -> word(field.list().orElseThrow());
            case RECORD -> new Value.Name(party() + one("-", "-S") + (1 + random.nextInt(9_999)));
            case DURATION, AGE, TIMER -> new Value.Span(random.nextInt(200_000));
            case FIELDS -> fields();
            case FIELD -> new Value.FieldName(one("place", "when", "band"));
            case SIGN -> new Value.Sign(one("GROM 12", "+1 555 0100", "123.450 MHz", "B-02"));
            case LANGUAGES -> new Value.Languages(List.of(any(Language.values())));
        };
    }

    private Value fields() {
        List<Value.Said> said = new ArrayList<>();
        said.add(new Value.Said("place", new Value.Point(place()), Optional.empty()));
        said.add(new Value.Said(
                "band", new Value.Band(height(), height()), Optional.of(new Value.Band(height(), height()))));
        return new Value.Fields(said);
    }

    private Value word(String list) {
        List<Phrase> members = book.lists().stream()
                .filter(words -> words.name().equals(list))
                .findFirst()
                .orElseThrow()
                .members();
        String id = members.get(random.nextInt(members.size())).id();
        return new Value.Word(list, id.substring(list.length() + 1));
    }

    private Value area() {
        return switch (random.nextInt(3)) {
            case 0 -> new Value.Circle(place(), 1 + random.nextInt(50_000));
            case 1 -> new Value.Corridor(List.of(place(), place()), 1 + random.nextInt(9_000));
            default -> new Value.Outline(List.of(place(), place(), place()));
        };
    }

    Place place() {
        int step = random.nextBoolean() ? 1 : 1_000;
        return new Place((random.nextInt(1_800_000_000) - 900_000_000) / step * step, (int)
                ((random.nextLong(3_600_000_000L) - 1_800_000_000L) / step * step));
    }

    private Height height() {
        double metres = random.nextInt(120_000) / 10.0;
        return switch (random.nextInt(6)) {
            case 0 -> new Height.Hae(metres);
            case 1 -> new Height.Agl(metres);
            case 2 -> new Height.FlightLevel(random.nextInt(450));
            case 3 -> new Height.Surface();
            case 4 -> new Height.Unbounded();
            default -> new Height.Amsl(metres);
        };
    }

    private Window window(int atMostSeconds) {
        long from = moment();
        return new Window(from, from + 1_000L * (1 + random.nextInt(atMostSeconds)));
    }

    private long moment() {
        long minutes = random.nextLong(10_000_000);
        return YEAR_2017 + minutes * 60_000 + (random.nextInt(4) == 0 ? random.nextInt(60_000) : 0);
    }

    private PartyName party() {
        return new PartyName(one("AZURE", "BIRCH", "JUNIPER"));
    }

    private <T> List<T> some(Supplier<T> source) {
        List<T> some = new ArrayList<>();
        do {
            some.add(source.get());
        } while (random.nextBoolean());
        return some;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
