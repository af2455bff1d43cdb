package org.parley.node.control;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.Standing;

/** {@code say}: {@code line}, {@code text}, {@code log}, and {@code wait}, ms, to wait for the receipts of all others. */
final class Say implements Request {
    private final SecureRandom random = new SecureRandom();

    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        Standing.Line line = Asked.line(node, request);
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        Json.Obj fields =
                Json.Obj.builder().put("text", request.require("text").text()).build();
        Lane lane = Lane.of(Asked.text(request, "log").orElse("main"));
        Effect.Said said = node.say(line.line(), Draft.of(lane, "text", Body.of(fields, seed)))
                .join();
        sink.item(Json.Obj.builder()
                .put("record", said.origin().recordName(said.index()))
                .put("line", line.line().hex())
                .put("leaf", said.leaf().toString())
                .put("at", Asked.time(said.at()))
                .build());
        long wait = request.get("wait").map(Json::integer).orElse(0L);
        if (wait > 0) {
            held(node.standing(), line, said, Duration.ofMillis(wait), sink);
        }
    }

    private static void held(Standing standing, Standing.Line line, Effect.Said said, Duration wait, Sink sink)
            throws IOException, InterruptedException {
        boolean all = standing.await(() -> standing.isHeldByAll(said.origin(), said.index()), wait);
        List<PartyName> without = line.others().stream()
                .filter(member -> standing.held(said.origin(), member)
                        .filter(receipt -> receipt.size() > said.index())
                        .isEmpty())
                .toList();
        Json.Builder held = Json.Obj.builder();
        line.others()
                .forEach(member -> standing.held(said.origin(), member)
                        .filter(receipt -> receipt.size() > said.index())
                        .ifPresent(receipt -> held.put(member.name(), Asked.time(receipt.time() * 1_000))));
        sink.item(Json.Obj.builder()
                .put("all", all)
                .put("held", held.build())
                .put(
                        "without",
                        Json.of(without.stream()
                                .map(party -> Json.of(party.name()))
                                .toList()))
                .build());
    }
}
