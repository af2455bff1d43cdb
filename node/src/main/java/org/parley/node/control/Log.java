package org.parley.node.control;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.Standing;

/**
 * {@code log}: records in the order of the times that they bear, each with who holds it since when; of one {@code line} or
 * of all. With {@code follow} it goes on with what comes, and tells receipts as they come.
 */
final class Log implements Request {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        List<Standing.Line> lines = request.has("line")
                ? List.of(Asked.line(node, request))
                : node.standing().lines();
        Reading reading = new Reading(node, lines);
        long seen = node.standing().version();
        reading.giveRecords(sink);
        if (!Asked.flag(request, "follow")) {
            return;
        }
        reading.giveReceipts(receipt -> {});
        while (true) {
            long before = seen;
            node.standing().await(() -> node.standing().version() > before, FOR_EVER);
            seen = node.standing().version();
            reading.giveRecords(sink);
            reading.giveReceipts(sink);
        }
    }

    /** How far a listener has come in each log. */
    private static final class Reading {
        private final Node node;
        private final List<Standing.Line> lines;
        private final Map<Origin, Pages> pages = new HashMap<>();
        private final Map<String, Standing.Held> told = new HashMap<>();

        Reading(Node node, List<Standing.Line> lines) {
            this.node = node;
            this.lines = lines;
        }

        void giveRecords(Sink sink) throws IOException {
            for (Standing.Line line : lines) {
                List<PartyName> members = List.copyOf(line.members().keySet());
                node.standing()
                        .logs(line.line())
                        .forEach(origin -> pages.computeIfAbsent(origin, log -> new Pages(node, log, members)));
            }
            for (Optional<Pages> first = first(); first.isPresent(); first = first()) {
                Pages log = first.get();
                sink.item(log.peek().orElseThrow().item());
                log.goOn();
            }
        }

        private Optional<Pages> first() {
            return pages.values().stream()
                    .filter(log -> log.peek().isPresent())
                    .min(Comparator.<Pages>comparingLong(
                                    log -> log.peek().orElseThrow().at())
                            .thenComparing(log -> log.origin().toString()));
        }

        void giveReceipts(Sink sink) throws IOException {
            for (Origin origin : new ArrayList<>(pages.keySet())) {
                for (Standing.Line line : lines) {
                    for (PartyName member : line.members().keySet()) {
                        Optional<Standing.Held> held = node.standing().held(origin, member);
                        if (held.isPresent()) {
                            giveReceipt(origin, member, held.get(), sink);
                        }
                    }
                }
            }
        }

        private void giveReceipt(Origin origin, PartyName member, Standing.Held held, Sink sink) throws IOException {
            Standing.Held before = told.put(origin + " " + member, held);
            if (held.size() > 0 && (before == null || before.size() < held.size())) {
                sink.item(Json.Obj.builder()
                        .put("until", origin.recordName(held.size() - 1))
                        .put("line", origin.line().hex())
                        .put("holder", member.name())
                        .put("since", Asked.time(held.time() * 1_000))
                        .build());
            }
        }
    }
}
