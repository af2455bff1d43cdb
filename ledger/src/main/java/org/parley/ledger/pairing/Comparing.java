package org.parley.ledger.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Confirmed;
import org.parley.ledger.pairing.Message.Reveal;

/** The officers compare the words. Until it holds both confirmations the inviter may give up, and then there is no line. */
record Comparing(Terms terms, Commit peer, Reveal shown, boolean confirmedHere, boolean confirmedThere)
        implements Live {
    @Override
    public Optional<Commit> peerCommit() {
        return Optional.of(peer);
    }

    @Override
    public List<Message> said() {
        return terms.said(true);
    }

    @Override
    public Step confirmed(LineId line) {
        if (!line.equals(terms.line(shown))) {
            throw new Refused(Refused.Reason.STALE, "these are the words of another attempt: compare again");
        }
        if (terms.role() == Role.JOINER) {
            return Step.of(
                    new InDoubt(terms, peer, shown, false), new Effect.Send(terms.confirmation(Role.JOINER, peer)));
        }
        return confirmedHere
                ? Step.of(this)
                : new Comparing(terms, peer, shown, true, confirmedThere).settled(List.of(new Effect.Burn()));
    }

    @Override
    public Step received(Message message) {
        if (message instanceof Confirmed confirmed && terms.role() == Role.INVITER) {
            return terms.isConfirmation(confirmed, peer)
                    ? new Comparing(terms, peer, shown, confirmedHere, true).settled(List.of())
                    : ended(Reason.WRONG_CONFIRMATION);
        }
        return message.equals(peer) || message.equals(shown) ? Step.of(this) : ended(Reason.OUT_OF_TURN);
    }

    /** With both confirmations there is a line; the joiner is told when it is durable here. */
    private Step settled(List<Effect> first) {
        if (!confirmedHere || !confirmedThere) {
            return new Step(this, first);
        }
        Message confirmation = terms.confirmation(Role.INVITER, peer);
        List<Effect> effects = new ArrayList<>(first);
        effects.add(new Effect.Founded(terms.paired(peer, shown)));
        effects.add(new Effect.Send(confirmation));
        List<Message> last = new ArrayList<>(said());
        last.add(confirmation);
        return new Step(new Over(terms, peerCommit(), List.copyOf(last)), effects);
    }
}
