package org.parley.node.publicface;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Image;

/** All that a running node has: what was stored when it began, and since then what its ledger tells. */
public final class LiveShown implements Shown {
    private final Map<LineId, Map<PartyName, KeyHistory>> members = new ConcurrentHashMap<>();
    private final Set<Origin> logs = ConcurrentHashMap.newKeySet();
    private final Map<Origin, Bytes> signed = new ConcurrentHashMap<>();

    /** Begins with what is stored; what changes afterwards must be {@linkplain #take told}. */
    public LiveShown(Image image, Signatures signatures) {
        for (ShownLine line : Shown.all(image, signatures).lines()) {
            members.put(line.line(), line.members());
            logs.addAll(line.logs());
        }
    }

    /** What the ledger told; one thread at a time. */
    public void take(Effect effect) {
        switch (effect) {
            case Effect.LineChanged changed -> members.put(changed.line(), changed.members());
            case Effect.Appended appended -> logs.add(appended.origin());
            case Effect.Signed head -> signed.put(head.origin(), head.head());
            default -> {}
        }
    }

    @Override
    public List<ShownLine> lines() {
        return members.keySet().stream()
                .sorted(Comparator.comparing(LineId::hex))
                .flatMap(line -> line(line).stream())
                .toList();
    }

    private Optional<ShownLine> line(LineId line) {
        return Optional.ofNullable(members.get(line)).map(known -> {
            List<Origin> ofLine = logs.stream()
                    .filter(origin -> origin.line().equals(line) && known.containsKey(origin.party()))
                    .toList();
            return new ShownLine(line, known, ofLine);
        });
    }

    @Override
    public Optional<ShownLine> lineOf(Origin origin) {
        return logs.contains(origin) ? line(origin.line()) : Optional.empty();
    }

    @Override
    public Optional<Bytes> unwrittenHead(Origin origin) {
        return Optional.ofNullable(signed.get(origin));
    }
}
