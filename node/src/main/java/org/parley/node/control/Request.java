package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;

/** What one kind of request does: gives items, then returns; or throws {@link org.parley.ledger.Refused}. */
interface Request {
    void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException;
}
