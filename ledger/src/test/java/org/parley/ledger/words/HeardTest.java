package org.parley.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

/** Words as they are typed by who heard them. */
class HeardTest {
    private static final SixWords SIX = new SixWords(0, 1, 127, 128, 254, 255);

    @Test
    void no_two_words_of_any_lists_are_the_same_without_their_marks() {
        Set<String> seen = new HashSet<>();
        for (Language language : Language.values()) {
            for (String word : SixWords.all(language)) {
                assertThat(seen.add(Heard.folded(word))).as(word).isTrue();
            }
        }
        assertThat(seen).hasSize(3 * 256);
    }

    @Test
    void what_is_read_out_in_any_language_or_in_all_is_heard() {
        var chance = new SplittableRandom(7);
        Language[] languages = Language.values();
        for (int run = 0; run < 2_000; run++) {
            int[] n = chance.ints(6, 0, 256).toArray();
            var six = new SixWords(n[0], n[1], n[2], n[3], n[4], n[5]);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                String word = six.words(languages[chance.nextInt(3)]).get(i);
                text.append(List.of(" ", ", ", "  ", "\n", "، ", " 3. ").get(chance.nextInt(6)));
                text.append(chance.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word);
            }
            assertThat(SixWords.heard(text.toString())).as(text.toString()).isEqualTo(six);
        }
    }

    @Test
    void marks_and_forms_of_letters_may_be_left_out() {
        assertThat(SixWords.heard("Accordion acrobat laundry lavender YOGURT zucchini"))
                .isEqualTo(SIX);
        assertThat(SixWords.heard("1 аккордеон 2 акробат 3 прачечная 4 лаванда 5 иогурт 6 кабачок"))
                .isEqualTo(SIX);
        assertThat(SixWords.heard("اكورديون بهلوان مغسله خزامي زبادي كوسا")).isEqualTo(SIX);
    }

    @Test
    void another_word_is_named_with_its_place_and_another_number_of_words_is_refused() {
        assertThatThrownBy(() -> SixWords.heard("accordion acrobatt laundry lavender yogurt zucchini"))
                .isInstanceOf(Refused.class)
                .hasMessage("word 2, \"acrobatt\", is in none of the three lists");
        assertThatThrownBy(() -> SixWords.heard("yes")).hasMessageContaining("word 1, \"yes\"");
        assertThatThrownBy(() -> SixWords.heard("")).hasMessage("six words are compared, not 0");
        assertThatThrownBy(() -> SixWords.heard("accordion ".repeat(7))).hasMessageContaining("not 7");
        assertThatThrownBy(() -> SixWords.heard("accordion ".repeat(1_000))).hasMessageContaining("at most 1024");
    }
}
