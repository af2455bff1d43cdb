package org.parley.record.phrase;

import java.util.Locale;
import org.parley.ledger.words.Language;

/** Prints a book in the form that {@link BookReader} reads: one line for each text, an empty line between entries. */
final class BookPrinter {
    private final StringBuilder out = new StringBuilder();

    private BookPrinter() {}

    static String print(BookContent content) {
        BookPrinter printer = new BookPrinter();
        printer.line(BookReader.FIRST_LINE);
        content.labels().forEach(label -> printer.entry("label " + lastName(label), label));
        content.lists().forEach(printer::list);
        content.templates()
                .forEach(template -> printer.entry(
                        "template " + template.code() + " " + template.kind() + " " + template.precedence(),
                        template.text()));
        content.phrases().forEach(phrase -> printer.entry("phrase " + phrase.id(), phrase));
        return printer.out.toString();
    }

    private void list(Words list) {
        line("");
        line("list " + list.name());
        list.members().forEach(word -> {
            line("word " + lastName(word));
            texts(word);
        });
    }

    private void entry(String head, Phrase phrase) {
        line("");
        line(head);
        phrase.fields()
                .forEach(field -> line("field " + field.name() + " " + type(field)
                        + (field.required() ? " required" : " optional") + (field.readBack() ? " read-back" : "")));
        texts(phrase);
    }

    private static String type(Field field) {
        return field.type() == FieldType.WORD
                ? field.type() + ":" + field.list().orElseThrow()
                : field.type().toString();
    }

    private void texts(Phrase phrase) {
        for (Language language : Language.values()) {
            line(language.name().toLowerCase(Locale.ROOT) + " " + phrase.text(language));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String lastName(Phrase phrase) {
        return phrase.id().substring(phrase.id().lastIndexOf('.') + 1);
    }
}
