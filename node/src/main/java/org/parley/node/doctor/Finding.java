package org.parley.node.doctor;

/**
 * One thing that was looked at.
 *
 * @param about what it was
 * @param told what was found, and what to do about it
 * @param bad whether something must be done
 */
public record Finding(String about, String told, boolean bad) {
    static Finding good(String about, String told) {
        return new Finding(about, told, false);
    }

    static Finding bad(String about, String told) {
        return new Finding(about, told, true);
    }
}
