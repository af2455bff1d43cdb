package org.parley.node.control;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.pairing.InviteCode;
import org.parley.node.Node;
import org.parley.node.pairing.Pairings;

/** {@code invite}: {@code root} as for {@code rotate}, {@code seconds}, {@code address}; gives the code, then what becomes of it. */
record Invite(Pairings pairings) implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        Duration open = Duration.ofSeconds(request.require("seconds").integer());
        Pairings.Invited invited = pairings.invite(Asked.root(request), Asked.address(request), open);
        InviteCode code = invited.code();
        try {
            sink.item(Json.Obj.builder()
                    .put("code", code.text())
                    .put("party", node.identity().party().name())
                    .put("address", code.address().toString())
                    .put("fingerprint", HexFormat.of().formatHex(code.pin().array()))
                    .put("expires", Asked.time(code.expiry() * 1_000))
                    .build());
        } catch (IOException gone) {
            invited.dialogue().decline("given up here");
            throw gone;
        }
        new Follow(node, invited.dialogue(), sink).toTheEnd();
    }
}
