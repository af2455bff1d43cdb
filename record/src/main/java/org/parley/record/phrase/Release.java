package org.parley.record.phrase;

import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.ledger.words.Language;

/**
 * A party's linguist has read these phrases in this language, in this very book, and stands by them. In another book, even one
 * that differs in one letter, nothing is released by it.
 *
 * @param linguist the pseudonym under which the linguist signs
 */
public record Release(Hash book, Language language, PartyName party, String linguist, Set<String> phrases) {
    public Release {
        phrases = Set.copyOf(phrases);
    }

    boolean covers(Hash of, Language in, String phrase) {
        return book.equals(of) && language == in && phrases.contains(phrase);
    }
}
