package org.parley.node.access;

/**
 * What computing Argon2id once costs.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes that could be computed side by side
 */
record Cost(int memory, int passes, int lanes) {
    /** The minimum that the OWASP Password Storage Cheat Sheet gives for Argon2id: a twentieth of a second. */
    static final Cost OWASP = new Cost(19_456, 2, 1);

    /** What a stored hash may ask for, so that a damaged file cannot take the memory. */
    private static final int MOST_MEMORY = 1 << 18;

    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 4;

    /** Beyond the bounds of Argon2, or ours, is an {@link IllegalArgumentException}. */
    Cost {
        if (lanes < 1 || lanes > MOST_LANES || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("1 to 16 passes over 1 to 4 lanes");
        }
        if (memory < 8 * lanes || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("8 KiB for each lane, 256 MiB at most");
        }
    }
}
