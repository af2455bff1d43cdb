package org.parley.record.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.ledger.canonical.Json;
import org.parley.space.Problem;

/**
 * The fields of a body, in the order in which people are asked for them. Immutable.
 *
 * @param reader makes of a body whose fields are right what it means; an {@link IllegalArgumentException} says what no field
 *     alone is wrong about, an end before its beginning say
 */
public record Form(List<Field> fields, Function<Json.Obj, ?> reader) {
    /** Two fields of one name are an {@link IllegalArgumentException}. */
    public Form {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("a form has " + field.name() + " twice");
            }
        }
    }

    public static Form of(Field... fields) {
        return new Form(List.of(fields), body -> body);
    }

    /** The same with a reader. */
    public Form readBy(Function<Json.Obj, ?> reader) {
        return new Form(fields, reader);
    }

    /** The field of this name, if there is one. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Everything that is wrong with a body; nothing where it has this form. */
    public List<Problem> problems(Json.Obj body) {
        Problems problems = new Problems();
        check(body, "", problems);
        return problems.all();
    }

    /** @param within what stands before the names of the fields, {@code volumes[2].} say */
    void check(Json.Obj body, String within, Problems problems) {
        Problems own = new Problems();
        for (Field field : fields) {
            Optional<Json> value = body.get(field.name());
            if (value.isPresent()) {
                field.type().check(value.get(), within + field.name(), own);
            } else if (field.required()) {
                own.add(
                        within + field.name(),
                        "absent",
                        "must be there",
                        "give " + field.type().asked());
            }
        }
        if (own.none()) {
            String at = within.isEmpty() ? "body" : within.substring(0, within.length() - 1);
            Judged.by(body, at, "correct what does not fit together", own, reader);
        }
        problems.addAll("", own.all());
    }

    /** The names of the fields that a read-back repeats, as far as a body has them. */
    public List<String> readBack(Json.Obj body) {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            if (field.readBack() && body.has(field.name())) {
                names.add(field.name());
            }
        }
        return names;
    }
}
