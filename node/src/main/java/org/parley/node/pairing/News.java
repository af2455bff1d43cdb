package org.parley.node.pairing;

import org.parley.ledger.LineId;
import org.parley.ledger.pairing.Message.Reveal;
import org.parley.ledger.pairing.Paired;

/** What the officer is told of a pairing, in the order in which it happened. */
public sealed interface News {
    /** Six words are to be compared: those of this line, with who says to be this. Earlier ones count no more. */
    record Words(LineId line, Reveal peer) implements News {}

    /** Something happened, and it goes on. */
    record Note(String text) implements News {}

    /** There is a line, and it is durable here. The last news. */
    record Founded(Paired paired) implements News {}

    /**
     * There will be no line. The last news.
     *
     * @param cause one word: of {@link org.parley.ledger.pairing.Reason}, or {@code silent}, {@code unanswered}, {@code failed}
     */
    record Ended(String cause, String text) implements News {}
}
