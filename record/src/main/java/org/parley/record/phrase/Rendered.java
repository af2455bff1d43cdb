package org.parley.record.phrase;

import java.util.List;
import org.parley.ledger.Hash;
import org.parley.ledger.words.Language;

/**
 * What was said, in one language.
 *
 * @param text plain text, with isolates (U+2066 to U+2069) as {@code package-info} says
 * @param book the hash of the book by which it was said
 * @param unvetted the phrases in it that no linguist has released in this language, sorted; while there are any, the screen
 *     shows W16. The English is the original and needs no release
 * @param untranslated the fields in it that stand in their author's language, sorted
 */
public record Rendered(Language language, String text, Hash book, List<String> unvetted, List<String> untranslated) {
    public Rendered {
        unvetted = List.copyOf(unvetted);
        untranslated = List.copyOf(untranslated);
    }

    /** Whether a linguist has released all of it that this book says. */
    public boolean vetted() {
        return unvetted.isEmpty();
    }
}
