package org.parley.node.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.node.Standing;
import org.parley.picture.Fold;
import org.parley.picture.Held;

/** One line's fold, and how far it has come in each log. One thread uses it. */
final class LineFold {
    private final Standing.Line line;
    private final Records records;
    private final Fold fold;
    private final Map<Origin, Long> sizes = new HashMap<>();
    private final Set<Origin> longer = new HashSet<>();
    private final List<Change.Receipt> receipts = new ArrayList<>();
    private LinePicture published;

    LineFold(Standing.Line line, Records records) {
        this.line = line;
        this.records = records;
        SortedSet<PartyName> members = new TreeSet<>(line.members().keySet());
        fold = new Fold(line.line(), members);
        published = new LinePicture(line.line(), line.me(), members, fold.picture(), Map.of(), 0);
    }

    /** A picture of the members that it was begun with: with others it must begin anew. */
    boolean isOf(Standing.Line other) {
        return line.members().keySet().equals(other.members().keySet());
    }

    /** A log may have got longer. */
    void grows(Origin origin) {
        longer.add(origin);
    }

    void takes(Change.Receipt receipt) {
        receipts.add(receipt);
    }

    /** All receipts of the members over a log that are stored. */
    void readReceipts(Origin origin) {
        for (PartyName member : line.members().keySet()) {
            records.receipts(
                    origin,
                    member,
                    receipt -> takes(new Change.Receipt(origin, member, receipt.size(), receipt.time() * 1_000)));
        }
    }

    /** Folds what has come, and makes the next picture. */
    Change foldOn() {
        List<Held> came = new ArrayList<>();
        for (Origin origin : longer) {
            long from = sizes.getOrDefault(origin, 0L);
            long until = Math.max(from, records.counting(origin));
            records.give(origin, from, until, came::add);
            sizes.put(origin, until);
        }
        longer.clear();
        came.forEach(fold::take);
        List<Change.Receipt> given = List.copyOf(receipts);
        receipts.clear();
        given.forEach(receipt -> fold.stored(receipt.log(), receipt.by(), receipt.size(), receipt.time()));
        LinePicture before = published;
        published = new LinePicture(
                line.line(), line.me(), before.members(), fold.picture(), Map.copyOf(sizes), before.version() + 1);
        return new Change(before, published, came, given);
    }
}
