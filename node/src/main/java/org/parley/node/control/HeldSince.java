package org.parley.node.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Receipt;
import org.parley.node.Node;

/** Since when a member holds the entries of a log, by its receipts; asked for entries in their order. */
final class HeldSince {
    private static final int PAGE = 1_024;

    private final Node node;
    private final Disk disk;
    private final Origin origin;
    private final PartyName member;
    private final Deque<Receipt> page = new ArrayDeque<>();
    private Receipt.Place read = Receipt.Place.START;

    HeldSince(Node node, Origin origin, PartyName member) {
        this.node = node;
        this.disk = node.disk();
        this.origin = origin;
        this.member = member;
    }

    /** Seconds since 1970 by the member's clock; nothing where no receipt says that it holds the entry. */
    Optional<Long> of(long index) {
        fill();
        while (!page.isEmpty() && page.peek().size() <= index) {
            page.remove();
            fill();
        }
        Optional<Long> stored = Optional.ofNullable(page.peek()).map(Receipt::time);
        // A receipt is stored with the next commit; until then it is known all the same.
        return stored.or(() -> node.standing()
                .held(origin, member)
                .filter(last -> last.size() > index)
                .map(last -> last.time()));
    }

    private void fill() {
        if (page.isEmpty()) {
            page.addAll(disk.receipts(origin, member, read, PAGE));
            read = page.isEmpty() ? read : page.getLast().place();
        }
    }
}
