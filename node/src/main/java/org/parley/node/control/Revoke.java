package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code revoke}: our keys on {@code line} are taken back; {@code root} as for {@code rotate}. */
final class Revoke implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        Standing.Line line = Asked.line(node, request);
        node.revoke(line.line(), Asked.root(request)).join();
        sink.item(Json.Obj.builder().put("line", line.line().hex()).build());
    }
}
