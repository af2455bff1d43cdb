package org.parley.node.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Holdings;
import org.parley.ledger.line.Receipt;
import org.parley.picture.KnownAt;
import org.parley.picture.Picture;

/**
 * What this node knew at an instant, by its own clock. A record of its own was known when it was written; one of another, when
 * this node gave its first receipt for it. A receipt of another is taken to have come when it was given.
 */
final class Remembered {
    private static final int RECEIPTS = 1_024;

    private final LinePicture line;
    private final Records records;
    private final Holdings disk;
    private final List<KnownAt.Arrival> arrivals = new ArrayList<>();

    private Remembered(LinePicture line, Records records, Holdings disk) {
        this.line = line;
        this.records = records;
        this.disk = disk;
    }

    /** The picture of all that had come by an instant, in milliseconds since 1970. It reads the whole line. */
    static LinePicture at(LinePicture line, Records records, Holdings disk, long instant) {
        Remembered remembered = new Remembered(line, records, disk);
        line.sizes().forEach((origin, size) -> remembered.read(origin, size, instant));
        Picture picture = KnownAt.picture(line.line(), line.members(), remembered.arrivals, instant);
        return line.withPicture(picture);
    }

    private void read(Origin origin, long size, long instant) {
        NavigableMap<Long, Long> came = new TreeMap<>();
        for (PartyName member : line.members()) {
            for (Receipt receipt : receipts(origin, member)) {
                long time = receipt.time() * 1_000;
                arrivals.add(new KnownAt.Arrival.Given(time, origin, member, receipt.size(), time));
                if (member.equals(line.me())) {
                    came.putIfAbsent(receipt.size(), time);
                }
            }
        }
        boolean own = origin.party().equals(line.me());
        records.give(origin, 0, size, held -> {
            long at = own
                    ? held.envelope().at()
                    : Optional.ofNullable(came.ceilingEntry(held.envelope().no()))
                            .map(receipt -> receipt.getValue())
                            .orElse(instant);
            arrivals.add(new KnownAt.Arrival.Said(at, held));
        });
    }

    private List<Receipt> receipts(Origin origin, PartyName member) {
        List<Receipt> all = new ArrayList<>();
        List<Receipt> page = disk.receipts(origin, member, Receipt.Place.START, RECEIPTS);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = disk.receipts(origin, member, page.getLast().place(), RECEIPTS);
        }
        return all;
    }
}
