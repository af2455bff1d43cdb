package org.parley.record.phrase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.words.Language;

/**
 * One thing to say, with its fields, in every language.
 *
 * @param id unique in its book: {@code NT-1.text}, {@code W4a}, {@code bearer.radio}, {@code label.place}
 * @param texts its pattern in each language, as the linguist wrote it
 */
public record Phrase(String id, List<Field> fields, Map<Language, String> texts) {
    public Phrase {
        fields = List.copyOf(fields);
        texts = Map.copyOf(texts);
    }

    /** Its pattern in a language; a phrase of a book has one in each. */
    public String text(Language language) {
        return texts.getOrDefault(language, "");
    }

    /** The field of this name, if it has one. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
