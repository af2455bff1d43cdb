package org.parley.record.phrase;

import java.util.Map;
import org.parley.ledger.words.Language;

/** A phrase of a book with values that fit it: what can be said in every language. {@link PhraseBook#fill} makes it. */
public final class Filled {
    private final PhraseBook book;
    private final Phrase phrase;
    private final Map<String, Value> values;

    Filled(PhraseBook book, Phrase phrase, Map<String, Value> values) {
        this.book = book;
        this.phrase = phrase;
        this.values = values;
    }

    public Phrase phrase() {
        return phrase;
    }

    /** The values by the names of their fields; an optional one may be missing. */
    public Map<String, Value> values() {
        return values;
    }

    /** What it says in a language. */
    public Rendered in(Language language, Manner manner) {
        return new Renderer(book, language, manner).render(phrase, values);
    }
}
