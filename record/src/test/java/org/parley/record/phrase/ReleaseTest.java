package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.PartyName;
import org.parley.ledger.words.Language;

/** Which words a linguist stands by, and which not: what makes the screen show W16. */
class ReleaseTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final Filled CANCELLED = BOOK.fill(
                    "NT-13.text",
                    Map.of("of", new Value.Name("BIRCH-7"), "reason", new Value.Word("reason", "weather")))
            .orElseThrow();

    @Test
    void all_russian_and_arabic_of_the_shipped_book_is_unvetted_and_english_needs_no_release() {
        assertThat(CANCELLED.in(Language.EN, Manner.PLAIN).vetted()).isTrue();
        assertThat(CANCELLED.in(Language.RU, Manner.PLAIN).unvetted()).containsExactly("NT-13.text", "reason.weather");
        assertThat(CANCELLED.in(Language.AR, Manner.PLAIN).unvetted()).containsExactly("NT-13.text", "reason.weather");
    }

    @Test
    void a_release_counts_for_its_phrases_its_language_and_its_book_alone() {
        Set<String> both = Set.of("NT-13.text", "reason.weather");
        assertThat(unvetted(new Release(BOOK.hash(), Language.RU, BIRCH, "L-1", both)))
                .isEmpty();
        assertThat(unvetted(new Release(BOOK.hash(), Language.RU, BIRCH, "L-1", Set.of("NT-13.text"))))
                .containsExactly("reason.weather");
        assertThat(unvetted(new Release(BOOK.hash(), Language.AR, BIRCH, "L-1", both)))
                .hasSize(2);
        assertThat(unvetted(new Release(Hash.of(new byte[32]), Language.RU, BIRCH, "L-1", both)))
                .hasSize(2);
    }

    @Test
    void words_by_which_a_value_is_said_need_a_release_too() {
        Filled stale = BOOK.fill("W10", Map.of("radius", new Value.Distance(500), "age", new Value.Span(10_800)))
                .orElseThrow();
        assertThat(stale.in(Language.RU, Manner.PLAIN).unvetted())
                .containsExactly("W10", "form.ageHours", "form.metres");
    }

    @Test
    void free_text_keeps_its_language_until_a_translation_is_released() {
        Value.Text original = new Value.Text("возвращение раньше срока", Language.RU);
        Rendered marked = deviations(original, Language.EN);
        assertThat(marked.text()).endsWith("Deviations: возвращение раньше срока [not translated; original: Russian].");
        assertThat(marked.untranslated()).containsExactly("deviations");
        assertThat(deviations(original, Language.RU).untranslated()).isEmpty();
        Value.Text translated = new Value.Text(
                original.text(),
                Language.RU,
                List.of(new Value.Translation(Language.EN, "early return", BIRCH, "L-1")));
        assertThat(deviations(translated, Language.EN).text()).endsWith("Deviations: early return.");
        assertThat(deviations(translated, Language.EN).untranslated()).isEmpty();
        assertThat(deviations(translated, Language.AR).untranslated()).containsExactly("deviations");
    }

    private static List<String> unvetted(Release release) {
        return CANCELLED
                .in(Language.RU, new Manner(List.of(), false, List.of(release)))
                .unvetted();
    }

    private static Rendered deviations(Value.Text text, Language language) {
        return BOOK.fill(
                        "NT-15.text",
                        Map.of("of", new Value.Name("BIRCH-7"), "time", new Value.Moment(0), "deviations", text))
                .orElseThrow()
                .in(language, Manner.PLAIN);
    }
}
