package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.space.Problem;

/** Holds values against the fields of a phrase, and collects every reason why they do not fit. */
final class ValuesCheck {
    private final PhraseBook book;
    private final List<Problem> problems = new ArrayList<>();

    ValuesCheck(PhraseBook book) {
        this.book = book;
    }

    List<Problem> problems(Phrase phrase, Map<String, Value> values) {
        for (Field field : phrase.fields()) {
            Value value = values.get(field.name());
            if (value != null) {
                value(field, value);
            } else if (field.required()) {
                problem(field.name(), "nothing", "the field is required", "give " + typeOf(field));
            }
        }
        new TreeMap<>(values).forEach((name, value) -> {
            if (phrase.field(name).isEmpty()) {
                problem(name, value, phrase.id() + " has no such field", "leave it out");
            }
        });
        return problems;
    }

    private void value(Field field, Value value) {
        if (!field.type().accepts(value)) {
            problem(field.name(), value, "the field takes " + typeOf(field), "give that");
        } else if (value instanceof Value.Word(String list, String word)
                && field.list().filter(list::equals).isEmpty()) {
            problem(field.name(), word, "the field takes " + typeOf(field) + ", not of " + list, "choose one of those");
        } else {
            content(field.name(), value);
        }
    }

    private static String typeOf(Field field) {
        return field.list().map(list -> "a word of the list " + list).orElse("a value of type " + field.type());
    }

    private void content(String name, Value value) {
        switch (value) {
            case Value.Text text -> {
                written(name, text.text(), Limits.FREE_TEXT);
                text.translations().forEach(other -> written(name, other.text(), Limits.FREE_TEXT));
            }
            case Value.Sign(String sign) -> written(name, sign, Limits.SIGN);
            case Value.Word(String list, String word) -> {
                if (book.phrase(Words.id(list, word)).isEmpty()) {
                    problem(name, word, "the list " + list + " has no such word", "choose one that it has");
                }
            }
            case Value.FieldName(String field) -> label(name, field);
            case Value.Parties(var parties) -> parts(name, parties.size());
            case Value.Corridor corridor -> parts(name, corridor.line().size());
            case Value.Outline(var corners) -> parts(name, corners.size());
            case Value.Fields(var said) -> fields(name, said);
            default -> {}
        }
    }

    private void fields(String name, List<Value.Said> said) {
        if (said.size() > Limits.FIELDS) {
            problem(name, said.size(), "at most " + Limits.FIELDS + " fields are said at once", "make two of it");
        }
        for (Value.Said one : said) {
            label(name, one.field());
            String inside = name + "." + one.field();
            content(inside, one.value());
            one.old().ifPresent(old -> content(inside, old));
        }
    }

    private void label(String name, String field) {
        if (book.phrase("label." + field).isEmpty()) {
            problem(name, field, "this book has no field of that name", "name one that it has");
        }
    }

    private void parts(String name, int size) {
        if (size > Limits.PARTS) {
            problem(name, size, "at most " + Limits.PARTS + " are said in a sentence", "send it as a drawing");
        }
    }

    private void written(String name, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            problem(name, text, "a text has 1 to " + most + " characters", "write it, or make two of it");
        } else if (Isolates.hidesSomething(text)) {
            problem(
                    name,
                    text,
                    "it holds a character that is not seen",
                    "delete line ends, control characters and direction marks");
        }
    }

    private void problem(String name, Object value, String reason, String wayOut) {
        problems.add(new Problem(name, String.valueOf(value), reason, wayOut));
    }
}
