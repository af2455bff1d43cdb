package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.words.Language;

/** Says one filled phrase in one language, and notes which phrases it used. */
final class Renderer {
    /**
     * A value ready to stand in a sentence.
     *
     * @param key what a select asks for: the word; empty for what is no word
     * @param count what a plural asks for
     */
    record Piece(String text, String key, OptionalLong count) {
        static Piece of(String text) {
            return new Piece(text, "", OptionalLong.empty());
        }

        static Piece count(String text, long count) {
            return new Piece(text, "", OptionalLong.of(count));
        }
    }

    private final PhraseBook book;
    private final Language language;
    private final Manner manner;
    private final TreeSet<String> used = new TreeSet<>();
    private final TreeSet<String> untranslated = new TreeSet<>();

    Renderer(PhraseBook book, Language language, Manner manner) {
        this.book = book;
        this.language = language;
        this.manner = manner;
    }

    Rendered render(Phrase phrase, Map<String, Value> values) {
        Wording wording = new Wording(this);
        Map<String, Piece> pieces = new HashMap<>();
        for (Field field : phrase.fields()) {
            Value value = values.get(field.name());
            if (value != null) {
                pieces.put(field.name(), wording.piece(field.name(), field.type(), value));
            }
        }
        String text = say(phrase.id(), pieces);
        return new Rendered(language, text, book.hash(), unvetted(), List.copyOf(untranslated));
    }

    Language language() {
        return language;
    }

    Manner manner() {
        return manner;
    }

    /** Notes that a field stands in its author's language. */
    void noteUntranslated(String field) {
        untranslated.add(field);
    }

    /** A phrase of the book with these pieces. */
    String say(String id, Map<String, Piece> pieces) {
        used.add(id);
        StringBuilder out = new StringBuilder();
        append(book.message(id, language), pieces, out);
        return out.toString();
    }

    private void append(Message message, Map<String, Piece> pieces, StringBuilder out) {
        for (Message.Part part : message.parts()) {
            switch (part) {
                case Message.Literal(String text) -> literal(text, out);
                case Message.Argument(String name) ->
                    out.append(piece(name, pieces).text());
                case Message.Plural(String name, var branches) ->
                    append(branch(branches, form(piece(name, pieces))), pieces, out);
                case Message.Select(String name, var branches) -> {
                    Piece piece = pieces.get(name);
                    append(branch(branches, piece == null ? Message.ABSENT : piece.key()), pieces, out);
                }
            }
        }
    }

    /** A full stop after a value that ends with one is not doubled: в. д., or a person's own sentence. */
    private static void literal(String text, StringBuilder out) {
        boolean doubled = text.startsWith(".") && !out.isEmpty() && out.charAt(out.length() - 1) == '.';
        out.append(text, doubled ? 1 : 0, text.length());
    }

    private String form(Piece piece) {
        return Plurals.of(language, piece.count().orElseThrow()).toString();
    }

    private static Message branch(Map<String, Message> branches, String key) {
        Message branch = branches.getOrDefault(key, branches.get(Message.OTHER));
        return checked(branch, key);
    }

    private static Piece piece(String name, Map<String, Piece> pieces) {
        return checked(pieces.get(name), name);
    }

    /** {@link MessageCheck} has seen to it that there is one. */
    private static <T> T checked(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalStateException("a phrase of this book lacks \"" + name + "\"");
        }
        return found;
    }

    private List<String> unvetted() {
        List<String> unvetted = new ArrayList<>();
        for (String id : used) {
            boolean released = manner.releases().stream().anyMatch(one -> one.covers(book.hash(), language, id));
            if (language != Language.EN && !released) {
                unvetted.add(id);
            }
        }
        return unvetted;
    }
}
