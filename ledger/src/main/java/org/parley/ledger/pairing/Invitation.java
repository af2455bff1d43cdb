package org.parley.ledger.pairing;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Aborted;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Reveal;

/**
 * An invitation as its inviter keeps it, over restarts: how often it was tried, and whether it can be tried again.
 *
 * @param wrongProofs how many strangers did not know the secret
 * @param attempts how many pairings began
 * @param isBurned whether an officer confirmed or declined, or a pairing ended with a refusal
 */
public record Invitation(InviteCode code, int wrongProofs, int attempts, boolean isBurned) {
    /**
     * So many wrong proofs burn an invitation. Not for fear of guesses: a hundred at 80 bits are nothing. An honest one is
     * somebody's code of another day, and comes alone; a hundred are an attack, and the door at which it knocks is to be
     * shut and the officers told. Far fewer would let a passer-by deny the pairing with a handful of connections. What
     * comes in another form (a scan of ports) is not counted.
     */
    public static final int WRONG_PROOFS = 100;

    /**
     * So many pairings may begin. Who knows the secret and stands in between has one try in 2⁴⁸ at the six words in each,
     * and could break off unseen and try again; bad connections and restarts need some.
     */
    public static final int ATTEMPTS = 8;

    /** A new one. */
    public static Invitation of(InviteCode code) {
        return new Invitation(code, 0, 0, false);
    }

    /** The same, of no more use. */
    public Invitation burned() {
        return new Invitation(code, wrongProofs, attempts, true);
    }

    /** Whether no pairing can begin with it any more, were it not expired. */
    public boolean isSpent() {
        return isBurned || wrongProofs >= WRONG_PROOFS || attempts >= ATTEMPTS;
    }

    /**
     * Judges the first message on a new connection that goes on with no pairing ({@link Pairing#isContinuedBy}). Who does
     * not know the secret gets no answer at all.
     *
     * @param own who we are, with a nonce that was never used before
     */
    public Admission admit(Bytes first, Pins pins, Reveal own, long now) {
        Commit commit;
        try {
            if (!(MessageCodec.read(first.array()) instanceof Commit came)) {
                return silent(this, Reason.OUT_OF_TURN);
            }
            commit = came;
        } catch (Refused e) {
            return silent(this, Reason.MALFORMED);
        }
        var terms = new Terms(Role.INVITER, code, pins, own);
        if (!terms.isProven(commit)) {
            int wrong = Math.min(WRONG_PROOFS, wrongProofs + 1);
            return silent(new Invitation(code, wrong, attempts, isBurned), Reason.WRONG_PROOF);
        }
        if (isSpent()) {
            return refused(Reason.SPENT);
        }
        if (code.isExpired(now)) {
            return refused(Reason.EXPIRED);
        }
        Step step = new AwaitingCommit(terms).received(commit);
        return new Admission(
                new Invitation(code, wrongProofs, attempts + 1, false), Optional.of(step.pairing()), step.effects());
    }

    private static Admission silent(Invitation next, Reason reason) {
        return new Admission(next, Optional.empty(), List.of(new Effect.Ended(reason, true)));
    }

    private Admission refused(Reason reason) {
        return new Admission(
                this, Optional.empty(), List.of(new Effect.Send(new Aborted(reason)), new Effect.Ended(reason, true)));
    }
}
