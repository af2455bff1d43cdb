package org.parley.space.oracle;

/** What a right implementation may answer; EITHER only where the promise of 2 cm leaves it open. */
public enum Verdict {
    CONFLICT,
    NONE,
    EITHER;

    /** Whether the answer is one that this verdict forbids. */
    public boolean forbids(boolean saidConflict) {
        return this == (saidConflict ? NONE : CONFLICT);
    }
}
