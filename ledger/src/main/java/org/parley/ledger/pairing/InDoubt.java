package org.parley.ledger.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Aborted;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Confirmed;
import org.parley.ledger.pairing.Message.Reveal;

/**
 * The joiner's officer confirmed. From here on the inviter decides whether there is a line, and this side waits for its word,
 * beyond the expiry too.
 *
 * @param withdrawn the officer gave up after all: this counts if the inviter hears of it before it has decided
 */
record InDoubt(Terms terms, Commit peer, Reveal shown, boolean withdrawn) implements Live {
    @Override
    public Optional<Commit> peerCommit() {
        return Optional.of(peer);
    }

    @Override
    public List<Message> said() {
        List<Message> said = new ArrayList<>(terms.said(true));
        said.add(withdrawn ? new Aborted(Reason.DECLINED) : terms.confirmation(Role.JOINER, peer));
        return said;
    }

    @Override
    public boolean expires() {
        return false;
    }

    @Override
    public Step confirmed(LineId line) {
        if (withdrawn || !line.equals(terms.line(shown))) {
            throw new Refused(Refused.Reason.STALE, "there is nothing to confirm any more");
        }
        return Step.of(this);
    }

    @Override
    public Step declined() {
        return withdrawn
                ? Step.of(this)
                : Step.of(new InDoubt(terms, peer, shown, true), new Effect.Send(new Aborted(Reason.DECLINED)));
    }

    @Override
    public Step received(Message message) {
        if (!(message instanceof Confirmed confirmed)) {
            return message.equals(peer) || message.equals(shown) ? Step.of(this) : ended(Reason.OUT_OF_TURN);
        }
        return terms.isConfirmation(confirmed, peer)
                ? Step.of(new Over(terms, peerCommit(), said()), new Effect.Founded(terms.paired(peer, shown)))
                : ended(Reason.WRONG_CONFIRMATION);
    }
}
