package org.parley.record.phrase;

import java.util.List;
import java.util.Optional;

/**
 * A list of words to choose from.
 *
 * @param members the words; the id of each is the list's name, a point and the word's own name: {@code bearer.radio}
 */
public record Words(String name, List<Phrase> members) {
    public Words {
        members = List.copyOf(members);
    }

    /** The word of this name, without the list's, if it is a member. */
    public Optional<Phrase> member(String word) {
        String id = id(name, word);
        return members.stream().filter(phrase -> phrase.id().equals(id)).findFirst();
    }

    static String id(String list, String word) {
        return list + "." + word;
    }
}
