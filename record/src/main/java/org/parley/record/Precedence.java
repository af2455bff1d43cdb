package org.parley.record;

import java.util.Optional;

/** How soon a record is to be acknowledged, as ACP 121 has it. Whether it passes a suspended line is a matter of its kind alone. */
public enum Precedence {
    FLASH,
    IMMEDIATE,
    PRIORITY,
    ROUTINE;

    /** The precedence of an envelope: ROUTINE where none or an unknown one is stated. */
    public static Precedence of(Optional<String> stated) {
        for (Precedence precedence : values()) {
            if (stated.equals(Optional.of(precedence.name()))) {
                return precedence;
            }
        }
        return ROUTINE;
    }
}
