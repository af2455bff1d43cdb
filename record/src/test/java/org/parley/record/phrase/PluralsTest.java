package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.ledger.words.Language;

/** Against ICU4J, whose rules are those of CLDR itself. */
class PluralsTest {
    private static final long[] LARGE = {
        10_001,
        10_011,
        99_999,
        100_000,
        100_001,
        100_002,
        100_003,
        100_010,
        100_011,
        100_021,
        100_099,
        1_000_000,
        1_000_002,
        1_000_111,
        2_000_000,
        999_999_999_999L,
        1_000_000_000_011L,
        9_007_199_254_740_991L
    };

    private static final LocalizedNumberFormatter PLAIN = NumberFormatter.withLocale(ULocale.ROOT);

    @ParameterizedTest
    @EnumSource
    void a_count_takes_the_form_that_icu_gives_it(Language language) {
        PluralRules icu = icu(language);
        for (long count = 0; count <= 10_000; count++) {
            assertThat(Plurals.of(language, count)).asString().as("%d", count).isEqualTo(icu(icu, count));
        }
        for (long count : LARGE) {
            assertThat(Plurals.of(language, count)).asString().as("%d", count).isEqualTo(icu(icu, count));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_must_have_the_forms_that_icu_knows(Language language) {
        var ours = new TreeSet<String>();
        Plurals.of(language).forEach(form -> ours.add(form.toString()));
        assertThat(ours).containsExactlyInAnyOrderElementsOf(icu(language).getKeywords());
    }

    /** Through a formatted number: a large double alone makes ICU think of its decimals. */
    private static String icu(PluralRules rules, long count) {
        return rules.select(PLAIN.format(count));
    }

    private static PluralRules icu(Language language) {
        return PluralRules.forLocale(ULocale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)));
    }
}
