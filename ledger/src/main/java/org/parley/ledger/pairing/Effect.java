package org.parley.ledger.pairing;

import org.parley.ledger.LineId;
import org.parley.ledger.pairing.Message.Reveal;

/** What the shell has to do, in this order. */
public sealed interface Effect {
    /** Send it, if there is a connection; the machine says it again after {@link Event.Reconnected}. */
    record Send(Message message) implements Effect {}

    /** Store {@link Invitation#burned()} before anything that follows. Only the inviter gets it. */
    record Burn() implements Effect {}

    /** Show the officer the six words of the line and who says to be at the other end. Nothing of it is trusted yet. */
    record ShowWords(LineId line, Reveal peer) implements Effect {}

    /**
     * Both officers confirmed: there is a line. It must be durable before what follows is done; an inviter that cannot store it
     * keeps the pairing as it was before this step and gives it {@link Event.Declined}.
     */
    record Founded(Paired paired) implements Effect {}

    /**
     * There will be no line; the connection is to be closed.
     *
     * @param here whether this side gave up, not the other
     */
    record Ended(Reason reason, boolean here) implements Effect {
        /** For the officer: which side gave up and why. */
        public String text() {
            return (reason.isAlarm() ? "ALARM: " : "")
                    + (here ? "refused here: " : "the other side gave up: ")
                    + reason.words();
        }
    }
}
