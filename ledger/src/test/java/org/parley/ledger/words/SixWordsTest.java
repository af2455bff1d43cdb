package org.parley.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.parley.ledger.LineId;

/** The words of a line id, with ids whose words docs/words.md names. */
class SixWordsTest {
    @Test
    void the_words_of_a_line_are_its_first_six_bytes_in_order() {
        assertThat(SixWords.of(new LineId("00017f80feff00000000000000000000")))
                .isEqualTo(new SixWords(0, 1, 127, 128, 254, 255));
    }

    @Test
    void what_follows_the_first_48_bits_changes_no_word() {
        assertThat(SixWords.of(new LineId("4f0c112233445566778899aabbccddee")))
                .isEqualTo(SixWords.of(new LineId("4f0c11223344ffffffffffffffffffff")));
    }

    @Test
    void a_known_line_reads_the_same_in_each_language() {
        SixWords six = SixWords.of(new LineId("00017f80feff00000000000000000000"));
        assertThat(six.words(Language.EN))
                .containsExactly("accordion", "acrobat", "laundry", "lavender", "yogurt", "zucchini");
        assertThat(six.words(Language.RU))
                .containsExactly("аккордеон", "акробат", "прачечная", "лаванда", "йогурт", "кабачок");
        assertThat(six.words(Language.AR)).containsExactly("أكورديون", "بهلوان", "مغسلة", "خزامى", "زبادي", "كوسا");
    }

    @Test
    void a_byte_that_repeats_is_read_twice() {
        assertThat(SixWords.of(new LineId("00000000000000000000000000000000")).words(Language.EN))
                .hasSize(6)
                .containsOnly("accordion");
    }

    @Test
    void a_number_that_is_no_byte_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SixWords(0, 0, 0, 0, 0, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> new SixWords(-1, 0, 0, 0, 0, 0));
    }
}
