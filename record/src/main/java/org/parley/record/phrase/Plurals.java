package org.parley.record.phrase;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.words.Language;

/**
 * Which form of a noun a whole number takes: the cardinal rules of Unicode CLDR 48 (supplemental/plurals.xml) for en, ru and
 * ar, for integers alone. Russian needs {@code other} only for fractions, but each text has it, as in ICU.
 */
enum Plurals {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The forms that a text of this language must have, and may have. */
    static Set<Plurals> of(Language language) {
        return switch (language) {
            case EN -> EnumSet.of(ONE, OTHER);
            case RU -> EnumSet.of(ONE, FEW, MANY, OTHER);
            case AR -> EnumSet.allOf(Plurals.class);
        };
    }

    static Plurals of(Language language, long count) {
        return switch (language) {
            case EN -> count == 1 ? ONE : OTHER;
            case RU -> russian(count);
            case AR -> arabic(count);
        };
    }

    private static Plurals russian(long count) {
        long units = count % 10;
        long teens = count % 100;
        if (units == 1 && teens != 11) {
            return ONE;
        }
        boolean few = units >= 2 && units <= 4 && (teens < 12 || teens > 14);
        return few ? FEW : MANY;
    }

    private static Plurals arabic(long count) {
        if (count <= 2) {
            return values()[(int) count];
        }
        long rest = count % 100;
        if (rest >= 3 && rest <= 10) {
            return FEW;
        }
        return rest >= 11 ? MANY : OTHER;
    }

    static Optional<Plurals> named(String text) {
        for (Plurals form : values()) {
            if (form.toString().equals(text)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** As a text writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
