package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.node.Node;
import org.parley.node.SteppedClock;

/** {@code clock}: moves the clock of a node that has a stepped one on {@code to} an instant. */
final class Clock implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        if (!(node.options().clock() instanceof SteppedClock stepped)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "this node goes by the machine's clock");
        }
        stepped.to(Instants.parse(request.require("to").text()));
        sink.item(Json.Obj.builder().put("at", Instants.print(stepped.millis())).build());
    }
}
