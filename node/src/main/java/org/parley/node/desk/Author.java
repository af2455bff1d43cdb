package org.parley.node.desk;

/**
 * Who says something.
 *
 * @param officer a pseudonym: records name roles, and nobody
 * @param role in which the person is on watch
 * @param means by which it is said: what a program says is no person's answer
 */
public record Author(String officer, String role, Means means) {
    /** How it came here. */
    public enum Means {
        CONSOLE,
        COMMAND,
        VOICE,
        PROGRAM
    }

    /** Whether a person said it. */
    public boolean isPerson() {
        return means != Means.PROGRAM;
    }
}
