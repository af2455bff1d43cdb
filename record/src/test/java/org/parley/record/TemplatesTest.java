package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;

/** The catalogue and the phrase book speak of the same kinds. */
class TemplatesTest {
    /** AK-6 tells of a conflict: that is derived, and never a record. */
    @Test
    void every_template_makes_a_record_of_a_kind_that_is_understood() {
        assertThat(PhraseBook.shipped().templates())
                .filteredOn(template -> !template.kind().equals("derived"))
                .extracting(Template::kind)
                .allMatch(kind -> Kinds.named(kind).isPresent());
        assertThat(PhraseBook.shipped().templates())
                .filteredOn(template -> template.kind().equals("derived"))
                .extracting(Template::code)
                .containsExactly("AK-6");
    }
}
