package org.parley.node.control;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.note.TlogProof;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code proof}: that {@code record} stands in a log of {@code line} and who held it, with the entry: a tlog-proof. */
final class Proof implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws java.io.IOException {
        Standing.Line line = Asked.line(node, request);
        String record = request.require("record").text();
        node.settle().join();
        for (Origin origin : node.standing().logs(line.line())) {
            OptionalLong index = origin.indexOf(record);
            if (index.isPresent()) {
                TlogProof proof = node.proof(origin, index.getAsLong());
                sink.item(Json.Obj.builder()
                        .put("record", record)
                        .put("origin", origin.toString())
                        .put("proof", new String(proof.bytes(), StandardCharsets.UTF_8))
                        .build());
                return;
            }
        }
        throw new Refused(Refused.Reason.UNKNOWN, "no record " + record + " on line " + line.line());
    }
}
