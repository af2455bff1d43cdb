package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.words.Language;

/** The shipped book as a whole: its form, its hash, what is in it. */
class PhraseBookTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();

    @Test
    void a_printed_book_is_read_as_the_same_book() {
        PhraseBook again = PhraseBook.read(BOOK.print()).orElseThrow();
        assertThat(again).isEqualTo(BOOK);
        assertThat(again.hash()).isEqualTo(BOOK.hash());
        assertThat(again.print()).isEqualTo(BOOK.print());
    }

    @Test
    void one_letter_changes_the_hash_wherever_it_stands() {
        Set<Object> hashes = new HashSet<>(Set.of(BOOK.hash()));
        List<String> lines = BOOK.print().lines().toList();
        int changed = 0;
        for (int i = 0; i < lines.size(); i += 43) {
            String line = lines.get(i);
            if (line.matches("(en|ru|ar) .*")) {
                List<String> other = new ArrayList<>(lines);
                other.set(i, line + "x");
                hashes.add(
                        PhraseBook.read(String.join("\n", other)).orElseThrow().hash());
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(15);
        assertThat(hashes).hasSize(changed + 1);
    }

    @Test
    void a_field_that_is_no_longer_read_back_changes_the_hash() {
        String other = BOOK.print().replaceFirst(" read-back", "");
        assertThat(PhraseBook.read(other).orElseThrow().hash()).isNotEqualTo(BOOK.hash());
    }

    @Test
    void it_has_the_templates_that_the_line_at_work_needs() {
        List<String> wanted = Arrays.asList(("LC-1 LC-2 LC-3 LC-4 LC-5 LC-6 LC-7"
                        + " NT-1 NT-2 NT-3 NT-4 NT-5 NT-7 NT-8 NT-9 NT-10 NT-12 NT-13 NT-14 NT-15 NT-16 NT-17 NT-22"
                        + " AK-1 AK-2 AK-3 AK-4 AK-5 AK-6 AK-7 AK-8 AK-9 QR-1 QR-2 QR-3"
                        + " SF-1 SF-2 SF-3 SF-4 SF-5 SF-6 SF-7 SF-9 MS-1 MS-2 AD-1 AD-3 AG-1")
                .split(" ", -1));
        assertThat(BOOK.templates()).extracting(Template::code).containsExactlyElementsOf(wanted);
    }

    @Test
    void what_the_design_has_read_back_is_read_back() {
        assertThat(BOOK.templates().stream()
                        .flatMap(template -> template.fields().stream()
                                .filter(Field::readBack)
                                .map(field -> template.code() + " " + field.name())))
                .containsExactly(
                        "LC-4 address",
                        "LC-5 state",
                        "NT-1 volume",
                        "NT-1 band",
                        "NT-1 when",
                        "NT-2 route",
                        "NT-2 when",
                        "NT-3 area",
                        "NT-3 when",
                        "NT-4 volume",
                        "NT-4 when",
                        "NT-5 area",
                        "NT-5 band",
                        "NT-5 when",
                        "NT-7 route",
                        "NT-7 when",
                        "NT-8 place",
                        "NT-8 datum",
                        "NT-9 area",
                        "NT-10 where",
                        "NT-10 when",
                        "NT-12 changes",
                        "NT-16 newEnd",
                        "NT-22 area",
                        "NT-22 when",
                        "AK-2 fields",
                        "AK-3 right",
                        "AK-7 changes",
                        "SF-1 place",
                        "SF-3 place",
                        "SF-4 place",
                        "SF-4 level",
                        "SF-9 place",
                        "MS-1 route",
                        "MS-1 when",
                        "MS-2 place");
    }

    @Test
    void every_text_is_written_in_the_letters_of_its_language() {
        assertThat(BOOK.phrases())
                .filteredOn(phrase ->
                        !phrase.id().startsWith("form.") && !phrase.id().startsWith("numberBand.one"))
                .filteredOn(phrase -> !phrase.id().equals("datum.wgs84"))
                .allSatisfy(phrase -> {
                    assertThat(words(phrase, Language.EN)).matches("[^\\p{IsCyrillic}\\p{IsArabic}]*");
                    assertThat(words(phrase, Language.RU)).containsPattern("\\p{IsCyrillic}");
                    assertThat(words(phrase, Language.RU)).doesNotContainPattern("\\p{IsArabic}");
                    assertThat(words(phrase, Language.AR)).containsPattern("\\p{IsArabic}");
                    assertThat(words(phrase, Language.AR)).doesNotContainPattern("\\p{IsCyrillic}");
                });
    }

    private static String words(Phrase phrase, Language language) {
        return phrase.text(language);
    }
}
