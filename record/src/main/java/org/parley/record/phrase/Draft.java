package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.words.Language;

/** One entry of a book as its lines say it, with their numbers; nothing is checked yet against the others. */
final class Draft {
    /** What begins an entry. */
    enum Kind {
        LABEL,
        LIST,
        WORD,
        TEMPLATE,
        PHRASE
    }

    /** A text and the line on which it begins. */
    record Text(String text, int line) {}

    final Kind kind;
    final int line;

    /** The id of its phrase; of a list, its name. */
    final String id;

    /** What stands on the entry's first line. */
    final List<String> head;

    final List<Field> fields = new ArrayList<>();
    final Map<Language, Text> texts = new EnumMap<>(Language.class);

    Draft(Kind kind, int line, String id, List<String> head) {
        this.kind = kind;
        this.line = line;
        this.id = id;
        this.head = List.copyOf(head);
    }

    Phrase phrase() {
        Map<Language, String> plain = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> plain.put(language, text.text));
        return new Phrase(id, fields, plain);
    }
}
