package org.parley.record.phrase;

import static org.parley.record.form.Field.optional;
import static org.parley.record.form.Field.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.Language;
import org.parley.record.form.FieldType.Group;
import org.parley.record.form.FieldType.ListOf;
import org.parley.record.form.FieldType.Moment;
import org.parley.record.form.FieldType.Party;
import org.parley.record.form.FieldType.Text;
import org.parley.record.form.FieldType.Whole;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * The fields of a template as the body of a record holds them: by the same types and units as all bodies, so centimetres,
 * hundredths of a degree, seconds; a sentence takes whole metres and whole degrees. A field that says fields has no form here:
 * what it says stands in the record itself.
 */
public final class TemplateForm {
    private static final long CENTIMETRES = 100;
    private static final int HUNDREDTHS = 100;
    private static final long LONGEST_SPAN = 36_525L * 86_400;

    private static final org.parley.record.form.FieldType.Word LANGUAGE =
            org.parley.record.form.FieldType.Word.of("en", "ru", "ar");

    private static final Text WORDS = new Text(Limits.FREE_TEXT);

    /** What a person wrote: {@code {"language":"en","text":…}}, with translations that linguists have released. */
    public static final org.parley.record.form.Form WRITTEN = org.parley.record.form.Form.of(
            required("language", LANGUAGE),
            required("text", WORDS),
            optional(
                    "translations",
                    new ListOf(
                            Group.of(
                                    required("language", LANGUAGE),
                                    required("text", WORDS),
                                    required("party", new Party()),
                                    required("linguist", new Text(64))),
                            2)));

    private static final Group WINDOW =
            new Group(org.parley.record.form.Form.of(required("from", new Moment()), required("until", new Moment()))
                    .readBy(TemplateValues::window));

    private static final Group BAND =
            Group.of(optional("lower", new Group(Bound.FORM)), optional("upper", new Group(Bound.FORM)));

    private static final Group SPEED = Group.of(
            required("value", new Whole(0, 100_000, "")),
            required("unit", org.parley.record.form.FieldType.Word.of("kt", "km/h")));

    private TemplateForm() {}

    /** The form of a template's fields; empty where one of them says fields. */
    public static Optional<org.parley.record.form.Form> of(PhraseBook book, Template template) {
        List<org.parley.record.form.Field> fields = new ArrayList<>();
        for (Field field : template.fields()) {
            if (field.type() == FieldType.FIELDS) {
                return Optional.empty();
            }
            fields.add(new org.parley.record.form.Field(
                    field.name(), type(book, field), field.required(), field.readBack()));
        }
        return Optional.of(org.parley.record.form.Form.of(fields.toArray(org.parley.record.form.Field[]::new)));
    }

    private static org.parley.record.form.FieldType type(PhraseBook book, Field field) {
        return switch (field.type()) {
            case TEXT -> new Group(WRITTEN);
            case COUNT -> new Whole(0, Json.Int.MAX, "");
            case PLACE -> new PlaceType();
            case VOLUME -> new ShapeType();
            case BAND -> BAND;
            case WINDOW, CLOCKS -> WINDOW;
            case MOMENT, CLOCK -> new Moment();
            case DISTANCE -> new Whole(0, ((long) org.parley.space.Limits.REACH) * CENTIMETRES, "centimetres");
            case HEIGHT -> new Group(Bound.FORM);
            case COURSE -> new Whole(0, 359 * HUNDREDTHS, "hundredths of a degree from true north");
            case SPEED -> SPEED;
            case PARTY -> new Party();
            case PARTIES -> new ListOf(new Party(), Limits.PARTS);
            case ROLE, WORD -> words(book, field.list().orElseThrow());
            case RECORD -> new Text(Limits.NAME);
            case DURATION, AGE, TIMER -> new Whole(0, LONGEST_SPAN, "seconds");
            case FIELD -> labels(book);
            case SIGN -> new Text(Limits.SIGN);
            case LANGUAGES -> new ListOf(LANGUAGE, Language.values().length);
            case FIELDS -> throw new IllegalArgumentException("fields in fields have no form");
        };
    }

    private static org.parley.record.form.FieldType.Word words(PhraseBook book, String list) {
        return new org.parley.record.form.FieldType.Word(names(
                book.lists().stream()
                        .filter(words -> words.name().equals(list))
                        .flatMap(words -> words.members().stream())
                        .toList(),
                list));
    }

    private static org.parley.record.form.FieldType.Word labels(PhraseBook book) {
        return new org.parley.record.form.FieldType.Word(names(book.phrases(), "label"));
    }

    private static Set<String> names(List<Phrase> phrases, String before) {
        return phrases.stream()
                .map(Phrase::id)
                .filter(id -> id.startsWith(before + "."))
                .map(id -> id.substring(before.length() + 1))
                .collect(Collectors.toSet());
    }

    /**
     * What a record says by a template. Refused with every reason, each naming the field within {@code fields}: one that has
     * not the form of {@link #of}, or that no sentence can hold.
     */
    public static Entered<Filled> fill(PhraseBook book, Template template, Json.Obj fields) {
        Optional<org.parley.record.form.Form> form = of(book, template);
        if (form.isEmpty()) {
            return Entered.refused(
                    "template", template.code(), "its fields stand in the record itself", "leave it out");
        }
        List<Problem> problems = new ArrayList<>(form.get().problems(fields));
        Map<String, Value> values = new HashMap<>();
        for (Field field : template.fields()) {
            Optional<Json> json = fields.get(field.name());
            boolean sound =
                    problems.stream().noneMatch(problem -> problem.field().startsWith(field.name()));
            if (json.isPresent() && sound) {
                try {
                    values.put(field.name(), TemplateValues.value(field, json.get()));
                } catch (IllegalArgumentException wrong) {
                    String reason = String.valueOf(wrong.getMessage());
                    problems.add(new Problem(field.name(), "as given", reason, "correct it"));
                }
            }
        }
        for (Json.Member member : fields.members()) {
            if (template.text().field(member.name()).isEmpty()) {
                problems.add(new Problem(member.name(), "as given", "this template has no such field", "leave it out"));
            }
        }
        return problems.isEmpty() ? book.fill(template.text().id(), values) : new Entered.Refused<>(problems);
    }
}
