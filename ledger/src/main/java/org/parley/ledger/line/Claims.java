package org.parley.ledger.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;

/** The last receipts of ours that each other node said it has. One that lost its disk says anew what is left. */
final class Claims {
    private final Books books;
    private final Map<Bytes, Map<Origin, Image.Last>> byRoot = new HashMap<>();

    Claims(Books books) {
        this.books = books;
    }

    /** What the node of this root key has now, in place of what it said before. */
    void said(Frame.Hello hello) {
        Map<Origin, Image.Last> claims = new HashMap<>();
        for (Frame.HelloLine theirs : hello.lines()) {
            Optional<LineBook> line = books.line(theirs.line());
            for (Frame.HeldReceipts held : theirs.receipts()) {
                if (line.filter(book -> book.me().equals(held.member())).isPresent()) {
                    claims.put(
                            held.origin(),
                            new Image.Last(held.origin(), held.member(), held.count(), held.size(), held.time()));
                }
            }
        }
        byRoot.put(hello.rootKey(), claims);
    }

    /** Whether the last receipt of ours that is held here says no less than any that others have. */
    boolean areHere(LineBook line, Origin origin) {
        Image.Last ours = books.last(origin, line.me());
        return byRoot.values().stream()
                .flatMap(claims -> Optional.ofNullable(claims.get(origin)).stream())
                .allMatch(theirs -> ours.size() >= theirs.size() && ours.time() >= theirs.time());
    }
}
