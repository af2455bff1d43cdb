package org.parley.node.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.merkle.Merkle;
import org.parley.node.Node;

/** Reads a log from its beginning, a page at a time, and puts each entry into words. */
final class Pages {
    private static final int PAGE = 256;
    private static final long PAGE_BYTES = 1 << 20;

    /** An entry in words, and when it says that it was written. */
    record Read(long at, Json.Obj item) {}

    private final Node node;
    private final Origin origin;
    private final Map<PartyName, HeldSince> holders = new HashMap<>();
    private final Deque<StoredEntry> page = new ArrayDeque<>();
    private long next;
    private Optional<Read> ahead = Optional.empty();

    Pages(Node node, Origin origin, List<PartyName> members) {
        this.node = node;
        this.origin = origin;
        members.stream()
                .filter(member -> !member.equals(origin.party()))
                .forEach(member -> holders.put(member, new HeldSince(node, origin, member)));
    }

    Origin origin() {
        return origin;
    }

    /** How many entries were given out. */
    long given() {
        return ahead.isPresent() ? next - 1 : next;
    }

    /** The next entry, without going on. */
    Optional<Read> peek() {
        if (ahead.isEmpty()) {
            if (page.isEmpty()) {
                page.addAll(node.disk().entries(origin, next, PAGE, PAGE_BYTES));
            }
            if (!page.isEmpty()) {
                ahead = Optional.of(read(page.remove(), next));
                next++;
            }
        }
        return ahead;
    }

    void goOn() {
        ahead = Optional.empty();
    }

    private Read read(StoredEntry stored, long index) {
        Json.Builder item = Json.Obj.builder()
                .put("record", origin.recordName(index))
                .put("line", origin.line().hex())
                .put("by", origin.party().name())
                .put("log", origin.lane().toString())
                .put("leaf", Merkle.leafHash(stored.entry().array()).toString())
                .put("held", held(index));
        try {
            Envelope envelope = Envelope.parse(stored.entry().array());
            item.put("at", Asked.time(envelope.at())).put("kind", envelope.kind());
            stored.body().ifPresent(body -> item.put("body", body(body)));
            envelope.content().ifPresent(content -> item.put("content", content));
            envelope.body()
                    .filter(commitment -> stored.body().isEmpty())
                    .ifPresent(commitment -> item.put("erased", true));
            return new Read(envelope.at(), item.build());
        } catch (Refused invalid) {
            return new Read(0, item.put("invalid", invalid.why()).build());
        }
    }

    private static Json body(SealedBody sealed) {
        try {
            return Body.read(sealed.seed().array(), sealed.body().array()).fields();
        } catch (Refused invalid) {
            return Json.of("");
        }
    }

    private Json.Obj held(long index) {
        Json.Builder held = Json.Obj.builder();
        holders.forEach((member, since) ->
                since.of(index).ifPresent(time -> held.put(member.name(), Asked.time(time * 1_000))));
        return held.build();
    }
}
