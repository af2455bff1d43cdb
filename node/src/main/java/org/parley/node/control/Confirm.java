package org.parley.node.control;

import java.io.IOException;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.SixWords;
import org.parley.node.Node;
import org.parley.node.pairing.Pairings;

/**
 * {@code confirm}: the officer compared the words of the pairing that is under way. {@code words} are the six that the other
 * officer read out, in any language; or {@code line}, for which they were shown and found the same.
 */
record Confirm(Pairings pairings) implements Request {
    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException {
        if (request.has("words")) {
            pairings.heard(SixWords.heard(request.require("words").text()));
        } else {
            pairings.underWay().confirm(line(request.require("line").text()));
        }
        sink.item(Json.Obj.builder().put("taken", true).build());
    }

    private static LineId line(String hex) {
        try {
            return new LineId(hex);
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(String.valueOf(wrong.getMessage()));
        }
    }
}
