package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code peer}: from now on {@code party} of {@code line} is dialled at {@code address}. */
final class Peer implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        Standing.Line line = Asked.line(node, request);
        try {
            PartyName party = new PartyName(request.require("party").text());
            node.peer(line.line(), party, Address.of(request.require("address").text()));
            sink.item(Json.Obj.builder()
                    .put("line", line.line().hex())
                    .put("party", party.name())
                    .build());
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(String.valueOf(wrong.getMessage()));
        }
    }
}
