package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.pairing.InviteCode;
import org.parley.node.Node;
import org.parley.node.pairing.Dialogue;
import org.parley.node.pairing.Pairings;

/** {@code join}: {@code code}, {@code root} as for {@code rotate}, {@code address}; gives what becomes of it. */
record Join(Pairings pairings) implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        InviteCode code = InviteCode.parse(request.require("code").text());
        Dialogue dialogue = pairings.join(Asked.root(request), Asked.address(request), code);
        new Follow(node, dialogue, sink).toTheEnd();
    }
}
