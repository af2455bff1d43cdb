package org.parley.record.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The book that is part of this program, read once when first asked for. */
final class ShippedBook {
    static final PhraseBook BOOK = PhraseBook.read(text()).orElseThrow();

    private ShippedBook() {}

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ShippedBook.class.getResourceAsStream("book-1.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the phrase book of this program is damaged", e);
        }
    }
}
