package org.parley.ledger.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;

/**
 * What each other node said it has: of its own logs, and of our receipts. Whoever lost its disk is told by this what it has
 * signed before. One that says hello again says anew what is left.
 */
final class Claims {
    /** What one node said: the sizes of its own logs, and the last of our receipts over each log. */
    private record Said(Map<Origin, Long> own, Map<Origin, Image.Last> ours) {}

    private final Books books;
    private final Map<Bytes, Said> byRoot = new HashMap<>();

    Claims(Books books) {
        this.books = books;
    }

    /** What the node of this root key has now, in place of what it said before. */
    void said(Frame.Hello hello) {
        Said said = new Said(new HashMap<>(), new HashMap<>());
        for (Frame.HelloLine theirs : hello.lines()) {
            Optional<LineBook> line = books.line(theirs.line());
            for (Frame.Held held : theirs.held()) {
                if (held.origin().party().equals(hello.party())) {
                    said.own.put(held.origin(), held.size());
                }
            }
            for (Frame.HeldReceipts held : theirs.receipts()) {
                if (line.filter(book -> book.me().equals(held.member())).isPresent()) {
                    said.ours.put(
                            held.origin(),
                            new Image.Last(held.origin(), held.member(), held.tally(), held.size(), held.time()));
                }
            }
        }
        byRoot.put(hello.rootKey(), said);
    }

    /** Whether a receipt over what is held of a log would say no less than any of ours that others said they have. */
    boolean allow(LogState log) {
        return byRoot.values().stream()
                .flatMap(said -> Optional.ofNullable(said.ours.get(log.origin())).stream())
                .allMatch(theirs -> log.size() >= theirs.size() && log.receivedAt() >= theirs.time());
    }

    /** Whether all is held of a log that its writer, as of its last hello, holds itself and that still counts. */
    boolean holdAll(LogState log) {
        return byRoot.values().stream()
                .flatMap(said -> Optional.ofNullable(said.own.get(log.origin())).stream())
                .allMatch(size -> holds(log, size));
    }

    private static boolean holds(LogState log, long size) {
        return log.size() >= Math.min(size, log.voidFrom().orElse(size));
    }

    /** Whether all is here of a line that others said they have: their own logs, and those over which they hold receipts of ours. */
    boolean areMet(LineId line) {
        return byRoot.values().stream()
                .allMatch(said -> said.own.entrySet().stream()
                                .allMatch(own -> isMet(line, own.getKey(), own.getValue()))
                        && said.ours.values().stream().allMatch(last -> isMet(line, last.origin(), last.size())));
    }

    private boolean isMet(LineId line, Origin origin, long size) {
        return !origin.line().equals(line)
                || size == 0
                || books.log(origin).filter(log -> holds(log, size)).isPresent();
    }
}
