package org.parley.record.entry;

import org.parley.space.Entered;

/**
 * What was typed or pasted, in plain characters: digits of every script as 0 to 9, the many minus signs, primes and degree
 * signs each as one, capitals, single spaces, and without the invisible marks that text in Arabic or Hebrew carries along.
 */
final class Typed {
    private Typed() {}

    /** Longest text read, in characters: several times the longest coordinate that has a meaning. */
    static final int LONGEST = 200;

    private static final int BRIEF = 40;

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    /** The plain form of at most {@link #LONGEST} characters. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.substring(0, Math.min(text.length(), LONGEST)).codePoints().forEach(typed -> append(out, typed));
        return out.toString().replace("''", "\"").replaceAll(" +", " ").strip();
    }

    /** As much of a text as a message shows. */
    static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    static <T> Entered<T> refuseLength(String field, String text) {
        String reason = text.isBlank() ? "is empty" : "is longer than " + LONGEST + " characters";
        return Entered.refused(field, brief(text), reason, "enter one value in each field");
    }

    private static void append(StringBuilder out, int typed) {
        boolean full = typed >= FULL_WIDTH_FIRST && typed <= FULL_WIDTH_LAST;
        int c = full ? typed - FULL_WIDTH_SHIFT : typed;
        if (Character.isDigit(c)) {
            out.append(Character.digit(c, 10));
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            out.append(' ');
        } else if (Character.getType(c) != Character.FORMAT) {
            out.appendCodePoint(sign(c));
        }
    }

    private static int sign(int c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE63' -> '-';
            case '\u00B0', '\u00BA', '\u02DA', '\u2218', '\u2070', '*' -> '°';
            case '\'', '`', '\u00B4', '\u02B9', '\u02BC', '\u2018', '\u2019', '\u201B', '\u2032', '\u2035' -> '\'';
            case '"', '\u02BA', '\u02DD', '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u2036', '\u3003' -> '"';
            case '\u066B' -> '.';
            case '\u066C', '\u060C', '\u3001' -> ',';
            case '\u061B' -> ';';
            case '(', ')', '[', ']', '{', '}' -> ' ';
            default -> Character.toUpperCase(c);
        };
    }
}
