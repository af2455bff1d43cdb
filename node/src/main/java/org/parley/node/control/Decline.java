package org.parley.node.control;

import java.io.IOException;
import java.time.Duration;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.pairing.Dialogue;
import org.parley.node.pairing.Pairings;

/**
 * {@code decline}: the officer wants no line after all. Says whether the pairing is over: a joiner that had confirmed must hear
 * first from the inviter, which may have the line.
 */
record Decline(Pairings pairings) implements Request {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        Dialogue dialogue = pairings.underWay();
        dialogue.decline("given up here");
        boolean over = dialogue.awaitOver(ANSWER);
        sink.item(Json.Obj.builder().put("over", over).build());
    }
}
