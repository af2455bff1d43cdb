package org.parley.node.pairing;

import java.io.IOException;
import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.pairing.Admission;
import org.parley.ledger.pairing.Effect;
import org.parley.ledger.pairing.Invitation;
import org.parley.ledger.pairing.MessageCodec;
import org.parley.ledger.pairing.Pins;
import org.parley.ledger.pairing.Step;
import org.parley.link.PairingConnection;

/** One invitation: lets in who knows its secret, a pairing at a time, and still answers who comes late. */
final class Inviting {
    private final Side side;
    private final Dialogue dialogue;
    private final Hash own;
    private Invitation invitation;

    Inviting(Side side, Dialogue dialogue) {
        this.side = side;
        this.dialogue = dialogue;
        own = side.node().tlsPin();
        invitation = Invitation.of(dialogue.code());
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /** Whether this first message on a new connection is for this invitation; if so, it was dealt with. */
    boolean takes(PairingConnection from, Bytes first) {
        dialogue.lock.lock();
        try {
            if (dialogue.isContinuedBy(from.peerPin(), first)) {
                dialogue.reconnected(from);
                return true;
            }
            if (dialogue.isBurned()) {
                invitation = invitation.burned();
            }
            Pins pins = new Pins(own, from.peerPin());
            Admission admission = invitation.admit(first, pins, side.reveal(), dialogue.now());
            invitation = admission.invitation();
            admission.pairing().ifPresent(begun -> dialogue.begin(new Step(begun, admission.effects()), from));
            return admission.pairing().isPresent() || isAnswered(from, admission.effects());
        } finally {
            dialogue.lock.unlock();
        }
    }

    private boolean isAnswered(PairingConnection to, List<Effect> effects) {
        boolean answered = false;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send(var message)) {
                answered = true;
                try {
                    to.write(MessageCodec.bytes(message));
                } catch (IOException _) {
                    return true; // gone before it was told why it was turned away
                }
            }
        }
        if (!answered && invitation.isSpent() && !dialogue.isBurned()) {
            dialogue.end(
                    "spent",
                    "ALARM: " + Invitation.WRONG_PROOFS
                            + " connections came with another secret than the invitation's, which is void now");
        }
        return answered;
    }
}
