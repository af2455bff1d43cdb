package org.parley.ledger.words;

/** The languages that have a list of words; the same number means the same thing in each, where that was possible. */
public enum Language {
    /** English. */
    EN,
    /** Russian. */
    RU,
    /** Arabic. */
    AR
}
