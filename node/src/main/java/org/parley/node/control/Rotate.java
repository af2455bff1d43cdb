package org.parley.node.control;

import java.io.IOException;
import java.time.Duration;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.line.Fence;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code rotate}: {@code line} and {@code root}, the seed of the root key in base64; nothing of it is kept or written down. */
final class Rotate implements Request {
    /** Longer than the fence asks after a start: before that, it is not known whether the logs may be continued. */
    private static final Duration FENCE = Duration.ofSeconds(10);

    private static boolean isSettled(Node node, Standing.Line line) {
        return node.standing()
                .fence(line.line())
                .filter(fence -> fence.state() != Fence.State.ASKING)
                .isPresent();
    }

    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        Standing.Line line = Asked.line(node, request);
        SigningKey root = Asked.root(request);
        node.standing().await(() -> isSettled(node, line), FENCE);
        node.rotate(line.line(), root).join();
        sink.item(Json.Obj.builder().put("line", line.line().hex()).build());
    }
}
