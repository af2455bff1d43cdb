package org.parley.record.phrase;

/** What a book and its values may hold; each limit is far above what is of use, and keeps a hostile file or record cheap. */
final class Limits {
    /** Characters of a book: ten times the one that is part of this program. */
    static final int BOOK = 1_000_000;

    /** Characters of one text: about a screen. */
    static final int PHRASE = 2_000;

    /** Braces within braces: a select in a select, with a field in it, and one to spare. */
    static final int DEPTH = 4;

    /** Fields of a phrase, and entries of a value that is made of fields. */
    static final int FIELDS = 24;

    /** Words of a list: what a person still finds in a menu. */
    static final int WORDS = 64;

    /** Characters of a name, a code or a kind. */
    static final int NAME = 32;

    /** Characters of a text that a person writes. */
    static final int FREE_TEXT = 2_000;

    /** Characters of a call sign, a marking, an address, a number to ring. */
    static final int SIGN = 120;

    /** Places of a line or outline, and parties of a list, in a sentence. */
    static final int PARTS = 100;

    private Limits() {}
}
