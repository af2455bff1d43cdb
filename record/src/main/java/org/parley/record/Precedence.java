package org.parley.record;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How soon a record is to be acknowledged, as ACP 121 has it. Whether it passes a suspended line is a matter of its kind alone. */
public enum Precedence {
    FLASH,
    IMMEDIATE,
    PRIORITY,
    ROUTINE;

    private static final Map<String, Precedence> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Precedence::name, Function.identity()));

    /** The precedence of this name, if there is one. */
    public static Optional<Precedence> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The precedence of an envelope: ROUTINE where none or an unknown one is stated. */
    public static Precedence of(Optional<String> stated) {
        return stated.flatMap(Precedence::named).orElse(ROUTINE);
    }
}
