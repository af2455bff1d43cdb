package org.parley.node.pictures;

import java.util.List;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.picture.Held;

/**
 * One picture of a line and the next.
 *
 * @param records what was folded between them, in the order of each log
 * @param receipts what was folded between them
 */
public record Change(LinePicture before, LinePicture after, List<Held> records, List<Receipt> receipts) {
    /**
     * A member's machine held a log up to a size.
     *
     * @param time milliseconds since 1970 by the member's clock
     */
    public record Receipt(Origin log, PartyName by, long size, long time) {}

    public Change {
        records = List.copyOf(records);
        receipts = List.copyOf(receipts);
    }
}
