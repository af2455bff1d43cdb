package org.parley.ledger.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Confirmed;
import org.parley.ledger.pairing.Message.Reveal;

/** The officers compare the words. */
record Comparing(Terms terms, Commit peer, Reveal shown, boolean confirmedHere, boolean confirmedThere)
        implements Live {
    @Override
    public Optional<Commit> peerCommit() {
        return Optional.of(peer);
    }

    @Override
    public List<Message> said() {
        List<Message> said = new ArrayList<>(terms.said(true));
        if (confirmedHere) {
            said.add(terms.confirmation(terms.role(), peer));
        }
        return said;
    }

    @Override
    public boolean expires() {
        return !confirmedHere;
    }

    @Override
    public Step confirmed(LineId line) {
        if (!line.equals(terms.line(shown))) {
            throw new Refused(Refused.Reason.STALE, "these are the words of another attempt: compare again");
        }
        if (confirmedHere) {
            return Step.of(this);
        }
        List<Effect> effects = new ArrayList<>();
        if (terms.role() == Role.INVITER) {
            effects.add(new Effect.Burn());
        }
        effects.add(new Effect.Send(terms.confirmation(terms.role(), peer)));
        return new Comparing(terms, peer, shown, true, confirmedThere).settled(effects);
    }

    @Override
    public Step received(Message message) {
        if (message instanceof Confirmed confirmed) {
            return terms.isConfirmation(confirmed, peer)
                    ? new Comparing(terms, peer, shown, confirmedHere, true).settled(new ArrayList<>())
                    : ended(Reason.WRONG_CONFIRMATION);
        }
        return message.equals(peer) || message.equals(shown) ? Step.of(this) : ended(Reason.OUT_OF_TURN);
    }

    private Step settled(List<Effect> effects) {
        if (!confirmedHere || !confirmedThere) {
            return new Step(this, effects);
        }
        effects.add(new Effect.Founded(new Paired(
                terms.line(shown),
                terms.role(),
                terms.own(),
                shown,
                terms.pins().peer(),
                terms.transcript(peer))));
        return new Step(new Over(terms, peerCommit(), said()), effects);
    }
}
