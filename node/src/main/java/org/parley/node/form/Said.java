package org.parley.node.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.words.Language;
import org.parley.record.Kind;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;

/** Where it is said what a field means whose type is any object. */
final class Said {
    /** What a record shows that is said by a template; it is made anew and not read. */
    static final Set<String> RENDERED = Set.of("rendered", "unvetted");

    private Said() {}

    /** By a template that another field names. */
    static boolean byTemplate(Kind kind) {
        return field(kind).isPresent() && kind.form().field("template").isPresent();
    }

    /** By the form of a kind that another field names. */
    static boolean byKind(Kind kind) {
        return field(kind).isPresent() && kind.form().field("kind").isPresent();
    }

    /** The field of any object, if the kind has one. */
    static Optional<Field> field(Kind kind) {
        return kind.form().fields().stream()
                .filter(field -> field.type() instanceof FieldType.Anything)
                .findFirst();
    }

    /** The templates by which a record of this kind is said. */
    static List<Template> templates(PhraseBook book, Kind kind) {
        return book.templates().stream()
                .filter(template -> template.kind().equals(kind.name()))
                .toList();
    }

    /** A language as bodies name it. */
    static String name(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
