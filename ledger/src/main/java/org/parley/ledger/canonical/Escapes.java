package org.parley.ledger.canonical;

/** The characters that RFC 8785 escapes by a letter; other control characters are escaped by their number, all else never. */
final class Escapes {
    private static final String CHARACTERS = "\"\\\b\f\n\r\t";
    private static final String LETTERS = "\"\\bfnrt";

    private Escapes() {}

    /** What follows the backslash for this character; 0 if it has no letter. */
    static byte letter(char character) {
        int index = CHARACTERS.indexOf(character);
        return index < 0 ? 0 : (byte) LETTERS.charAt(index);
    }

    /** The character that a letter after the backslash stands for; -1 if none. */
    static int character(byte letter) {
        int index = letter < 0 ? -1 : LETTERS.indexOf(letter);
        return index < 0 ? -1 : CHARACTERS.charAt(index);
    }
}
