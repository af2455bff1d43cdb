package org.parley.ledger.pairing;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Reveal;

/** Both sides are bound, and this one has shown who it is. */
record AwaitingReveal(Terms terms, Commit peer) implements Live {
    @Override
    public Optional<Commit> peerCommit() {
        return Optional.of(peer);
    }

    @Override
    public List<Message> said() {
        return terms.said(true);
    }

    @Override
    public Step received(Message message) {
        if (message.equals(peer)) {
            return Step.of(this);
        }
        return message instanceof Reveal reveal
                ? objection(reveal).map(this::ended).orElseGet(() -> compare(reveal))
                : ended(Reason.OUT_OF_TURN);
    }

    private Step compare(Reveal reveal) {
        return Step.of(
                new Comparing(terms, peer, reveal, false, false), new Effect.ShowWords(terms.line(reveal), reveal));
    }

    private Optional<Reason> objection(Reveal reveal) {
        if (!terms.opens(reveal, peer)) {
            return Optional.of(Reason.WRONG_COMMITMENT);
        }
        if (reveal.rootKey().equals(terms.own().rootKey())) {
            return Optional.of(Reason.SAME_KEY);
        }
        if (reveal.party().equals(terms.own().party())) {
            return Optional.of(Reason.SAME_NAME);
        }
        try {
            VerifyingKey.of(Algorithm.ED25519, reveal.rootKey().array());
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(Reason.MALFORMED);
        }
    }
}
