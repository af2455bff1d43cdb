package org.parley.ledger.line;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.merkle.Frontier;

/** A log as a ledger works with it; {@link LogImage} is the same as it is stored. */
record LogState(
        Origin origin,
        Frontier frontier,
        Hash root,
        long at,
        long receivedAt,
        LogImage.State state,
        Optional<Long> voidFrom) {

    /**
     * Of the epochs of a lane the one that goes on: what a revocation ended comes last, before it what ended otherwise (also one
     * that we lost and that came back when we had gone on in another), then the number decides.
     */
    static final Comparator<LogState> NEWEST = Comparator.<LogState>comparingInt(
                    log -> log.voidFrom().isPresent() ? 0 : 1)
            .thenComparingInt(log -> log.state() == LogImage.State.ENDED ? 0 : 1)
            .thenComparingInt(log -> log.origin().epoch().number());

    static LogState begin(Origin origin) {
        Frontier empty = Frontier.empty();
        return new LogState(origin, empty, empty.root(), 0, 0, LogImage.State.OPEN, Optional.empty());
    }

    static LogState of(LogImage image) {
        Frontier frontier = Frontier.read(image.frontier().array());
        return new LogState(
                image.origin(),
                frontier,
                image.root(),
                image.at(),
                image.receivedAt(),
                image.state(),
                image.voidFrom());
    }

    LogImage image() {
        return new LogImage(origin, size(), Bytes.of(frontier.bytes()), root, at, receivedAt, state, voidFrom);
    }

    long size() {
        return frontier.size();
    }

    /** How many of its entries count: all, or those before what a revocation made void. */
    long counting() {
        return Math.min(size(), voidFrom.orElse(Long.MAX_VALUE));
    }

    LogState append(List<Hash> leaves, long newAt) {
        Frontier longer = frontier.append(leaves);
        return new LogState(origin, longer, longer.root(), newAt, receivedAt, state, voidFrom);
    }

    /** Held, up to its size, at this time: so says its next receipt. */
    LogState receivedAt(long seconds) {
        return new LogState(origin, frontier, root, at, seconds, state, voidFrom);
    }

    LogState in(LogImage.State newState) {
        return new LogState(origin, frontier, root, at, receivedAt, newState, voidFrom);
    }

    LogState voidFrom(long size) {
        return new LogState(origin, frontier, root, at, receivedAt, LogImage.State.ENDED, Optional.of(size));
    }
}
