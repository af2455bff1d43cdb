package org.parley.node.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.picture.KnownAt;
import org.parley.picture.Picture;

/**
 * What this node knew at an instant, by its own clock. A record of its own was known when it was written; one of another, when
 * this node gave its first receipt for it. A receipt of another is taken to have come when it was given.
 */
final class Remembered {
    private final LinePicture line;
    private final Records records;
    private final List<KnownAt.Arrival> arrivals = new ArrayList<>();

    private Remembered(LinePicture line, Records records) {
        this.line = line;
        this.records = records;
    }

    /** The picture of all that had come by an instant, in milliseconds since 1970. It reads the whole line. */
    static LinePicture at(LinePicture line, Records records, long instant) {
        Remembered remembered = new Remembered(line, records);
        line.sizes().forEach((origin, size) -> remembered.read(origin, size, instant));
        Picture picture = KnownAt.picture(line.line(), line.members(), remembered.arrivals, instant);
        return line.withPicture(picture);
    }

    private void read(Origin origin, long size, long instant) {
        NavigableMap<Long, Long> came = new TreeMap<>();
        for (PartyName member : line.members()) {
            records.receipts(origin, member, receipt -> {
                long time = receipt.time() * 1_000;
                arrivals.add(new KnownAt.Arrival.Given(time, origin, member, receipt.size(), time));
                if (member.equals(line.me())) {
                    came.putIfAbsent(receipt.size(), time);
                }
            });
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
}
