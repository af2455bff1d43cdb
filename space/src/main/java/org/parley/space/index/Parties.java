package org.parley.space.index;

/** Which activities are held against each other. */
public enum Parties {
    /** Only those of different parties. */
    DIFFERENT,
    /** All, also a party's own. */
    ALL
}
