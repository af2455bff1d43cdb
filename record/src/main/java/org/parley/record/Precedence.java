package org.parley.record;

import java.util.Optional;

/** How soon a record is to be acknowledged, as ACP 121 has it. Whether it passes a suspended line is a matter of its kind alone. */
public enum Precedence {
    FLASH,
    IMMEDIATE,
    PRIORITY,
    ROUTINE;

    /** The precedence of this name, if there is one. */
    public static Optional<Precedence> named(String name) {
        for (Precedence precedence : values()) {
            if (precedence.name().equals(name)) {
                return Optional.of(precedence);
            }
        }
        return Optional.empty();
    }

    /** The precedence of an envelope: ROUTINE where none or an unknown one is stated. */
    public static Precedence of(Optional<String> stated) {
        return stated.flatMap(Precedence::named).orElse(ROUTINE);
    }
}
