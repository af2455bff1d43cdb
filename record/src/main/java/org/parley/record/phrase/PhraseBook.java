package org.parley.record.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.words.Language;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** A phrase book: templates, the words of the screen, lists of words, names of fields, and how values are put into words. */
public final class PhraseBook {
    private final BookContent content;
    private final Map<String, Map<Language, Message>> messages;
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final Hash hash;

    private PhraseBook(BookContent content, Map<String, Map<Language, Message>> messages) {
        this.content = content;
        this.messages = Map.copyOf(messages);
        content.all().forEach(phrase -> phrases.put(phrase.id(), phrase));
        this.hash = BookJson.hash(content);
    }

    /** The book that is part of this program. */
    public static PhraseBook shipped() {
        return ShippedBook.BOOK;
    }

    /** Reads a book; refused with every reason at once, each with the number of its line. */
    public static Entered<PhraseBook> read(String text) {
        if (text.length() > Limits.BOOK) {
            return Entered.refused(
                    "book", text.length(), "a book has at most " + Limits.BOOK + " characters", "make it shorter");
        }
        BookReader reader = new BookReader();
        reader.read(text);
        List<Problem> problems = new ArrayList<>(reader.problems());
        BookCheck check = new BookCheck(reader.drafts(), problems);
        check.check();
        return problems.isEmpty()
                ? Entered.accepted(new PhraseBook(BookContent.of(reader.drafts(), check.lists()), check.messages()))
                : new Entered.Refused<>(problems);
    }

    /** The book as text, without its comments: {@link #read} gives the same book again. */
    public String print() {
        return BookPrinter.print(content);
    }

    /** SHA-256 over the canonical JSON of everything in the book; an agreement names it. */
    public Hash hash() {
        return hash;
    }

    public List<Template> templates() {
        return content.templates();
    }

    /** The template of this code, {@code NT-1}, if the book has it. */
    public Optional<Template> template(String code) {
        return content.templates().stream()
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    /** The lists of words. */
    public List<Words> lists() {
        return content.lists();
    }

    /** Every phrase: texts of templates, words of the screen, words of lists, names of fields, forms of values. */
    public List<Phrase> phrases() {
        return content.all();
    }

    /** The phrase of this id, if the book has it. */
    public Optional<Phrase> phrase(String id) {
        return Optional.ofNullable(phrases.get(id));
    }

    /**
     * Fills a phrase. Refused with every reason at once: an unknown phrase, a field that is missing, unknown or of another
     * type, a word that is in no list, a text that is too long or hides something.
     *
     * @param phrase the id of a phrase; of a template, {@code template.text().id()}
     */
    public Entered<Filled> fill(String phrase, Map<String, Value> values) {
        Phrase found = phrases.get(phrase);
        if (found == null) {
            return Entered.refused("phrase", phrase, "this book has no such phrase", "take one that it has");
        }
        List<Problem> problems = new ValuesCheck(this).problems(found, values);
        return problems.isEmpty()
                ? Entered.accepted(new Filled(this, found, Map.copyOf(values)))
                : new Entered.Refused<>(problems);
    }

    /** The text of a phrase that is in this book, read. */
    Message message(String id, Language language) {
        Message message = messages.getOrDefault(id, Map.of()).get(language);
        if (message == null) {
            throw new IllegalArgumentException("this book has no phrase " + id);
        }
        return message;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhraseBook book && content.equals(book.content);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "phrase book " + hash;
    }
}
