package org.parley.record.phrase;

import org.parley.ledger.words.Language;

/**
 * Keeps a value's own direction inside a sentence, by the isolates of the Unicode Bidirectional Algorithm (UAX 9). Without them
 * "35.02 N 40.58 E" within Arabic is shown as "N 40.58 E 35.02": swapped.
 */
final class Isolates {
    static final char LEFT_TO_RIGHT = '\u2066';
    static final char RIGHT_TO_LEFT = '\u2067';
    static final char BY_FIRST_LETTER = '\u2068';
    static final char POP = '\u2069';

    private Isolates() {}

    /** A value whose direction we know: right to left if it has such letters. */
    static String value(String text, Language language) {
        boolean rightToLeft = hasRightToLeft(text);
        if (language != Language.AR && !rightToLeft) {
            return text;
        }
        return (rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + text + POP;
    }

    /** What a person wrote: its first letter tells its direction. */
    static String written(String text, Language language) {
        return language == Language.AR || hasRightToLeft(text) ? BY_FIRST_LETTER + text + POP : text;
    }

    /** Parts of which each is isolated already, in the order in which the sentence runs. */
    static String composed(String text, Language language) {
        return language == Language.AR ? RIGHT_TO_LEFT + text + POP : text;
    }

    private static boolean hasRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        });
    }

    /**
     * Whether a text holds what may not be seen, or turns what is around it: control characters, separators of lines, marks of
     * direction, what no font has. Who writes them can make a text look like another. No record may hold surrogates or what
     * Unicode has not assigned.
     */
    static boolean hidesSomething(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
    }
}
