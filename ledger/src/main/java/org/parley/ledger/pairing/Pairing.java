package org.parley.ledger.pairing;

import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Reveal;

/**
 * One side of the dialogue in which two nodes found a line, over TLS whose keys nobody vouches for yet. Immutable; the
 * shell gives events and does the effects.
 *
 * <p>Both sides commit to what they are before either shows it, so neither can choose its nonce to fit the other's: who
 * stands in between with keys of his own gets two lines whose six words differ, and has one try in 2⁴⁸ for each attempt.
 * The joiner knows the inviter by the pin in the code, the inviter knows the joiner by the secret in it. The joiner speaks
 * first and the inviter answers nothing to who does not know the secret.
 *
 * <p>The inviter decides: there is a line once it holds both confirmations, and it says so when the line is durable. So the
 * joiner never has a line that the inviter has not, and the inviter can give up until then. The joiner that confirmed waits
 * for the inviter's word.
 *
 * <p>A connection may break at any time: with {@link Event.Reconnected} each side says again all that it said, and hears
 * without effect what it heard before. So a lost last message does not leave the joiner without the line; for that the
 * inviter keeps a pairing that is over at hand until the expiry.
 */
public sealed interface Pairing permits Live, Over {

    /**
     * Begins to join: the connection to the code's address stands.
     *
     * @param own who we are, with a fresh nonce
     * @throws Refused when the invitation expired, or another node than the inviter answered
     */
    static Step join(InviteCode code, Pins pins, Reveal own, long now) {
        code.refuseAfterExpiry(now);
        if (!code.names(pins.peer())) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "ALARM: the node at " + code.address() + " is not the one that made the invitation:"
                            + " someone stands in between, or the address belongs to another by now");
        }
        var terms = new Terms(Role.JOINER, code, pins, own);
        return Step.of(new AwaitingCommit(terms), new Effect.Send(terms.commit()));
    }

    /**
     * What becomes of the pairing by an event.
     *
     * @param now seconds since 1970
     * @throws Refused when the officer's command does not fit; nothing has changed
     */
    Step on(Event event, long now);

    /** Whether there is a line, or will be none. */
    boolean isOver();

    /** For the inviter: whether the first message on a new connection with that TLS key at its end goes on with this pairing. */
    boolean isContinuedBy(Hash peerTls, Bytes first);
}
