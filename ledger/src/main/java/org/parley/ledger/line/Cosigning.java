package org.parley.ledger.line;

import java.util.Map;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;

/** Whether a receipt may be signed: the fence of the cosigner's key. */
final class Cosigning {
    private final Map<LineId, Fence> fences;
    private final Map<Origin, Long> mark;
    private final Exchange exchange;
    private final Claims claims;

    /** @param mark the largest size of each log that the high-water mark knows */
    Cosigning(Map<LineId, Fence> fences, Map<Origin, Long> mark, Exchange exchange, Claims claims) {
        this.fences = fences;
        this.mark = mark;
        this.exchange = exchange;
        this.claims = claims;
    }

    /**
     * Whether it may be signed. It never says less than one of ours that somebody told us of. Where nothing
     * suggests that this disk is old, that is enough; else every member who can be reached has been asked, the log's writer
     * is there, and all is held again that the writer holds. Who cannot be reached may hold a receipt for more only of a log
     * whose writer lost a part of it too.
     */
    boolean may(LineBook line, LogState log) {
        Fence fence = Optional.ofNullable(fences.get(line.line())).orElseGet(() -> Fence.open(line));
        Origin origin = log.origin();
        boolean sure = fence.isNewest() && log.size() >= mark.getOrDefault(origin, 0L);
        boolean told = fence.hasAsked() && exchange.isThere(line, origin.party()) && claims.holdAll(log);
        return fence.state() != Fence.State.CLONED && (sure || told) && claims.allow(log);
    }
}
