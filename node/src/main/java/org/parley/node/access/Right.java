package org.parley.node.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do at this node. {@link Role} says who may. */
public enum Right {
    /** See what lines hold, but the exact places of sites. */
    READ,
    /** Write what is not sent yet. */
    DRAFT,
    /** Say something on a line. */
    SEND,
    /** Let go, as the second person, what another wants to send. A person's alone: a program is no second person. */
    RELEASE,
    /** Answer for the party: read, read back, noted, objected, taken and the like. A person's alone: an answer says that one saw it. */
    ANSWER,
    /** Say STOP, and the other calls of safety. */
    CALL,
    /** Propose what needs the other's consent. */
    PROPOSE,
    /** Consent to what was proposed. A person's alone. */
    ACCEPT,
    /** Suspend a line and open it again. */
    LINE,
    /** See the exact places of sites. */
    READ_SITES,
    /** Give and take accounts and tokens. A person's alone: a program that may make an account would make itself a person. */
    ADMINISTER,
    /** Read who did what, and take evidence away. */
    AUDIT,
    /** Read figures of the node and its lines, and nothing of what was said. */
    METRICS;

    /** As people and programs write it: {@code read-sites}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The right of this word, if there is one. */
    public static Optional<Right> of(String word) {
        return Stream.of(values()).filter(right -> right.word().equals(word)).findFirst();
    }

    /** Whether no program ever has it. */
    public boolean isOfPersonsOnly() {
        return switch (this) {
            case RELEASE, ANSWER, ACCEPT, ADMINISTER -> true;
            case READ, DRAFT, SEND, CALL, PROPOSE, LINE, READ_SITES, AUDIT, METRICS -> false;
        };
    }
}
