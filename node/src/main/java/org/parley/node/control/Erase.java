package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code erase}: the body of {@code record}, one of ours on {@code line}, is gone from this node. */
final class Erase implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        Standing.Line line = Asked.line(node, request);
        String record = request.require("record").text();
        node.erase(line.line(), record).join();
        sink.item(Json.Obj.builder()
                .put("line", line.line().hex())
                .put("erased", record)
                .build());
    }
}
