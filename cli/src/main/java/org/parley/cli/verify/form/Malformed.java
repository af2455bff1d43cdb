package org.parley.cli.verify.form;

import java.io.Serial;
import java.util.function.Supplier;

/** Bytes that do not have the form they should have; the message says what is wrong. */
public final class Malformed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Malformed(String what) {
        super(what);
    }

    /** The message, which is always there. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** The same, where what is wrong takes time to say. */
    static void unless(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new Malformed(what.get());
        }
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw new Malformed(what);
        }
    }
}
