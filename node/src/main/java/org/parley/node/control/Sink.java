package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.canonical.Json;

/** Takes what answers a request: any number of items. */
public interface Sink {
    /** One item. Throws where nobody listens any more. */
    void item(Json.Obj item) throws IOException;
}
