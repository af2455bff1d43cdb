package org.parley.cli;

import java.io.Serial;

/** What the user gave cannot be used. Ends the command with exit code 2: one line that says what, one that says what to do. */
public final class BadInput extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String hint;

    public BadInput(String what, String hint) {
        super(what);
        this.hint = hint;
    }

    /** What the user can do about it; may be empty. */
    public String hint() {
        return hint;
    }
}
