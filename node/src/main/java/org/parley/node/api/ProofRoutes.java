package org.parley.node.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.access.Right;
import org.parley.picture.Held;

/** Evidence that somebody takes away: it is verified without this node. */
final class ProofRoutes {
    private final Rooms rooms;

    ProofRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/api/v1/lines/{line}/records/{record}/proof",
                        Right.AUDIT,
                        "That a record stands in its log, and whose machines have signed that they hold it: a tlog-proof",
                        this::proof)
                .givesText("text/plain"));
    }

    /** A proof has the whole entry in it, so that it is for those alone who may see where sites are. */
    private Reply proof(Call call, Map<String, String> named) {
        call.visitor().require(Right.READ_SITES);
        String record = Optional.ofNullable(named.get("record")).orElseThrow();
        Held held = rooms.pictures()
                .records()
                .named(rooms.line(named).line(), record)
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.NOT_HERE,
                        "record",
                        record,
                        "no record of this name is here",
                        "look at its name again"));
        rooms.node().settle().join();
        byte[] proof = rooms.node()
                .proof(held.envelope().origin(), held.envelope().no() - 1)
                .bytes();
        return Reply.text("text/plain; charset=utf-8", new String(proof, StandardCharsets.UTF_8));
    }
}
