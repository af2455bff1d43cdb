package org.parley.ledger.line;

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
        boolean receiptDue,
        LogImage.State state,
        Optional<Long> voidFrom) {

    static LogState begin(Origin origin) {
        Frontier empty = Frontier.empty();
        return new LogState(origin, empty, empty.root(), 0, 0, false, LogImage.State.OPEN, Optional.empty());
    }

    static LogState of(LogImage image) {
        Frontier frontier = Frontier.read(image.frontier().array());
        return new LogState(
                image.origin(),
                frontier,
                image.root(),
                image.at(),
                image.receivedAt(),
                image.receiptDue(),
                image.state(),
                image.voidFrom());
    }

    LogImage image() {
        return new LogImage(
                origin,
                size(),
                Bytes.of(frontier.bytes()),
                root,
                at,
                receivedAt,
                receiptDue,
                state,
                voidFrom);
    }

    long size() {
        return frontier.size();
    }

    LogState append(List<Hash> leaves, long newAt) {
        Frontier longer = frontier.append(leaves);
        return new LogState(origin, longer, longer.root(), newAt, receivedAt, receiptDue, state, voidFrom);
    }

    /** Held, up to its size, at this time: a receipt of it is due. */
    LogState receivedAt(long seconds) {
        return new LogState(origin, frontier, root, at, seconds, true, state, voidFrom);
    }

    LogState receiptGiven() {
        return new LogState(origin, frontier, root, at, receivedAt, false, state, voidFrom);
    }

    LogState in(LogImage.State newState) {
        return new LogState(origin, frontier, root, at, receivedAt, receiptDue, newState, voidFrom);
    }

    LogState voidFrom(long size) {
        return new LogState(
                origin, frontier, root, at, receivedAt, receiptDue, LogImage.State.ENDED, Optional.of(size));
    }
}
