package org.parley.record.phrase;

/** How soon a record asks to be answered: the precedences of ACP 121, the most urgent first. */
public enum Precedence {
    FLASH,
    IMMEDIATE,
    PRIORITY,
    ROUTINE
}
