package org.parley.ledger;

import java.util.Locale;

/** The two logs that a member has on a line. Nothing on {@link #SAFETY} ever waits for what is on {@link #MAIN}. */
public enum Lane {
    MAIN,
    SAFETY;

    /** As it stands in an origin and in an envelope: {@code main}, {@code safety}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lane of that word; any other word is an {@link IllegalArgumentException}. */
    public static Lane of(String word) {
        return switch (word) {
            case "main" -> MAIN;
            case "safety" -> SAFETY;
            default -> throw new IllegalArgumentException("a lane is main or safety, not " + word);
        };
    }
}
