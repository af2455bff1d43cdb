package org.parley.ledger.pairing;

import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Commit;

/**
 * Nothing that comes now changes anything; what is left is to say the last word again to a side that missed it.
 *
 * @param last what to say on a new connection
 */
record Over(Terms terms, Optional<Commit> peerCommit, List<Message> last) implements Pairing {
    @Override
    public Step on(Event event, long now) {
        return switch (event) {
            case Event.Reconnected() -> new Step(this, Live.sends(last));
            case Event.WordsConfirmed _ ->
                throw new Refused(Refused.Reason.STALE, "the pairing is over: there is nothing to confirm");
            case Event.Received _, Event.Declined _, Event.Replaced _, Event.Tick _ -> Step.of(this);
        };
    }

    @Override
    public boolean isOver() {
        return true;
    }

    @Override
    public boolean isContinuedBy(Hash peerTls, Bytes first) {
        return terms.isContinued(peerCommit, peerTls, first);
    }
}
