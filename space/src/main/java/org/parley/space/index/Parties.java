package org.parley.space.index;

import org.parley.space.ActivityId;

/** Which activities are held against each other. */
public enum Parties {
    /** Only those of different parties. */
    DIFFERENT,
    /** All, also a party's own. */
    ALL;

    boolean compares(ActivityId a, ActivityId b) {
        return this == ALL ? !a.equals(b) : !a.party().equals(b.party());
    }
}
