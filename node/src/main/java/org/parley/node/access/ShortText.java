package org.parley.node.access;

import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;

/** A text as the envelope of a record has it: one line, short, of characters that a record may hold. */
final class ShortText {
    static final String ASKED =
            "is not 1 to " + Envelope.TEXT_LIMIT + " characters that a record may hold, without blanks around them";

    private ShortText() {}

    static boolean is(String text) {
        try {
            return !text.isEmpty()
                    && text.equals(text.strip())
                    && text.codePointCount(0, text.length()) <= Envelope.TEXT_LIMIT
                    && text.chars().noneMatch(Character::isISOControl)
                    && Canonical.bytes(Json.of(text)).length > 0;
        } catch (Refused notInARecord) {
            return false;
        }
    }
}
