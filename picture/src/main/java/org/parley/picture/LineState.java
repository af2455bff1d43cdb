package org.parley.picture;

import java.util.OptionalLong;

/**
 * How a line stands between a party and a counterpart, at an instant. The machine's light and the person's light are two
 * lights, and what either party declares is a third thing.
 *
 * @param declared the worst of what both declare
 * @param machine what the counterpart's machine last proved
 * @param missed the machine's checks that were missed
 * @param answered when its machine last gave a receipt over the party's logs, by its own clock; empty before the first
 * @param heard when the party's machine last gave a receipt over the counterpart's logs; empty before the first
 * @param person what a person last proved
 * @param confirmed when a person last answered a person's check, by the clock of who answered
 */
public record LineState(
        Declared declared,
        Machine machine,
        long missed,
        OptionalLong answered,
        OptionalLong heard,
        Person person,
        OptionalLong confirmed) {
    /** What a party says of the line, the better first. Safety passes in all of them. */
    public enum Declared {
        OPEN,
        DEGRADED,
        VOICE_ONLY,
        SUSPENDED,
        CLOSED
    }

    /** The machine's light: checks are receipts, which an idle node gives too. */
    public enum Machine {
        /** No receipt ever came, and nothing was heard, or for less than a check's time. */
        NOT_YET_TESTED,
        /** The last check was answered. */
        ANSWERED,
        /** One or more were not, and fewer than the agreement allows. */
        MISSED,
        /** We hear the counterpart, and it gives no receipts for what we say. */
        ONE_WAY,
        /** As many were missed as the agreement allows, and nothing is heard. */
        SILENT
    }

    /** The person's light. */
    public enum Person {
        /** No person has ever answered a check. */
        NOT_YET_TESTED,
        /** At the last time that was agreed, or since, a person has answered. */
        CONFIRMED,
        /** Not since the last time that was agreed. */
        DUE
    }
}
