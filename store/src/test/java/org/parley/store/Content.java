package org.parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Receipt;

/** Everything that a disk gives of the sample's line, to be compared. */
record Content(List<Image.LineImage> lines, List<OfLog> logs) {
    record OfLog(
            Origin origin,
            List<Disk.StoredEntry> entries,
            List<Bytes> heads,
            List<Receipt> receipts,
            List<Frame.Batch> parked) {}

    static Content of(Disk disk) {
        List<OfLog> logs = new ArrayList<>();
        for (Origin origin : List.of(Sample.OURS, Sample.SAFETY, Sample.THEIRS)) {
            List<Receipt> receipts = new ArrayList<>();
            for (PartyName member : List.of(Sample.BIRCH, Sample.CEDAR)) {
                receipts.addAll(disk.receipts(origin, member, Receipt.Place.START, Integer.MAX_VALUE));
            }
            logs.add(new OfLog(
                    origin,
                    disk.entries(origin, 0, Integer.MAX_VALUE, Long.MAX_VALUE),
                    heads(disk, origin),
                    receipts,
                    disk.parked().stream()
                            .filter(parked -> parked.origin().equals(origin))
                            .map(parked -> disk.parked(origin, parked.first()).orElseThrow())
                            .toList()));
        }
        return new Content(disk.load().lines().stream().map(Content::untrusted).toList(), logs);
    }

    /** How far a line is trusted is of the run, not of the content. */
    private static Image.LineImage untrusted(Image.LineImage line) {
        return new Image.LineImage(
                line.line(),
                line.me(),
                line.rootKeys(),
                line.keySets(),
                line.revocations(),
                line.logs(),
                line.receipts(),
                Image.Trust.UNKNOWN);
    }

    private static List<Bytes> heads(Disk disk, Origin origin) {
        List<Bytes> heads = new ArrayList<>();
        Optional<Long> size = disk.headSize(origin, 0, Long.MAX_VALUE);
        while (size.isPresent()) {
            heads.add(disk.head(origin, size.get()).orElseThrow());
            size = disk.headSize(origin, 0, size.get() - 1);
        }
        return heads;
    }
}
