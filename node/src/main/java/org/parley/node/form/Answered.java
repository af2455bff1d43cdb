package org.parley.node.form;

import java.util.Optional;
import org.parley.record.Kind;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.TemplateForm;

/**
 * The record that an answer is about: by it is known what the fields of a read-back mean.
 *
 * @param template the code of the template by which it was said, if by one
 */
public record Answered(Kind kind, Optional<String> template) {
    /** A record that no template said. */
    public static Answered of(Kind kind) {
        return new Answered(kind, Optional.empty());
    }

    /** The form of its fields; of those of its template any part may be read back. */
    Form form(PhraseBook book) {
        Optional<Form> said = template.flatMap(book::template).flatMap(found -> TemplateForm.of(book, found));
        return said.map(fields -> Form.of(kind.form().fields().stream()
                        .map(field -> field.type() instanceof FieldType.Anything ? parts(field, fields) : field)
                        .toArray(Field[]::new)))
                .orElseGet(kind::form);
    }

    private static Field parts(Field field, Form fields) {
        Field[] parts = fields.fields().stream()
                .map(each -> Field.optional(each.name(), each.type()))
                .toArray(Field[]::new);
        return new Field(field.name(), FieldType.Group.of(parts), field.required(), field.readBack());
    }
}
