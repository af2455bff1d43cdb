package org.parley.node.pairing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.parley.ledger.Bytes;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.line.Event;
import org.parley.ledger.pairing.Message.Reveal;
import org.parley.ledger.pairing.Paired;
import org.parley.link.Address;
import org.parley.node.Node;

/**
 * What this node brings into a pairing.
 *
 * @param root its secret root key, which signs the first key set of the line and is kept no longer than the pairing
 * @param address where it can be dialled, if it can
 */
record Side(Node node, SigningKey root, Optional<Address> address) {
    /** A root key that is not this node's is {@link Refused}. */
    Side {
        Bytes rootKey = Bytes.of(node.crypto().signatures().publicKey(root).raw());
        if (!rootKey.equals(node.identity().rootKey())) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "that root key is not the one of " + node.identity().party());
        }
    }

    /** Who we are, with a nonce that was never used before. */
    Reveal reveal() {
        byte[] nonce = new byte[Reveal.LENGTH];
        node.options().random().nextBytes(nonce);
        return new Reveal(
                node.identity().party(),
                node.identity().rootKey(),
                Bytes.of(nonce),
                address.map(at -> org.parley.ledger.pairing.Address.of(at.toString())));
    }

    /**
     * Founds the line that two officers confirmed, and waits until it is durable; {@link Refused} where it cannot be.
     *
     * @param dialled where the other side was reached, if this side dialled
     */
    void found(Paired paired, Optional<Address> dialled) {
        PartyName me = paired.own().party();
        Reveal peer = paired.peer();
        Map<PartyName, Address> addresses = new HashMap<>();
        dialled.or(() -> peer.address().map(said -> Address.of(said.toString())))
                .ifPresent(at -> addresses.put(peer.party(), at));
        List<Event.Founder> members =
                List.of(new Event.Founder(me, paired.own().rootKey()), new Event.Founder(peer.party(), peer.rootKey()));
        try {
            node.found(paired.line(), me, members, addresses, root).join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof Refused refused ? refused : wrapped;
        }
    }
}
