package org.parley.ledger.pairing;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.pairing.Message.Commit;

/** The other side has said nothing yet. */
record AwaitingCommit(Terms terms) implements Live {
    @Override
    public Optional<Commit> peerCommit() {
        return Optional.empty();
    }

    @Override
    public List<Message> said() {
        // The inviter is silent until it knows that the other end knows the secret.
        return terms.role() == Role.INVITER ? List.of() : terms.said(false);
    }

    @Override
    public Step received(Message message) {
        if (!(message instanceof Commit commit)) {
            return ended(Reason.OUT_OF_TURN);
        }
        if (!terms.isProven(commit)) {
            return ended(Reason.WRONG_PROOF);
        }
        var next = new AwaitingReveal(terms, commit);
        List<Message> all = next.said();
        return new Step(next, Live.sends(all.subList(said().size(), all.size())));
    }
}
