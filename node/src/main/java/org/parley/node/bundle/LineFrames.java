package org.parley.node.bundle;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Limits;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.node.Node;

/** What a node holds of a line at a moment, as frames that a bundle may hold. */
record LineFrames(Disk disk, Image.LineImage image) {
    /** Takes frames one by one. */
    interface Taker {
        void frame(Frame frame) throws IOException;
    }

    /** Of a line of this node. The last heads of our own logs are signed by ML-DSA-44 too, as far as they may be signed now. */
    static LineFrames of(Node node, LineId line) {
        Image.LineImage image = node.disk().load().lines().stream()
                .filter(each -> each.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + line + " here"));
        image.logs().stream()
                .filter(log -> log.origin().party().equals(image.me()) && log.size() > 0)
                .forEach(log -> node.makeLasting(log.origin(), log.size()));
        return new LineFrames(node.disk(), image);
    }

    /** All that root keys signed. */
    void notes(Taker taker) throws IOException {
        for (List<Bytes> notes : image.keySets().values()) {
            for (Bytes note : notes) {
                taker.frame(new Frame.Keys(image.line(), note));
            }
        }
        for (List<Bytes> notes : image.revocations().values()) {
            for (Bytes note : notes) {
                taker.frame(new Frame.Revoked(image.line(), note));
            }
        }
    }

    /** The entries of a log from an index on, up to its last signed head; answers where they end. */
    long entries(LogImage log, long from, Taker taker) throws IOException {
        long next = from;
        for (Optional<Frame.Batch> batch = batch(log, next); batch.isPresent(); batch = batch(log, next)) {
            taker.frame(batch.get());
            next = batch.get().end();
        }
        return next;
    }

    /**
     * The next entries up to the last head that is stored among them, or up to the last lasting one, where there is one; what
     * was added since the image is left out.
     */
    private Optional<Frame.Batch> batch(LogImage log, long from) {
        List<Disk.StoredEntry> entries = disk.entries(log.origin(), from, Limits.BATCH_ENTRIES, Limits.BATCH_BYTES);
        long until = Math.min(from + entries.size(), log.size());
        Optional<Long> last =
                disk.lastingSize(log.origin(), from, until).or(() -> disk.headSize(log.origin(), from, until));
        return last.flatMap(end -> {
            List<Disk.StoredEntry> part = entries.subList(0, Math.toIntExact(end - from));
            return disk.head(log.origin(), end)
                    .map(head -> new Frame.Batch(
                            log.origin(),
                            from,
                            head,
                            part.stream().map(Disk.StoredEntry::entry).toList(),
                            part.stream().map(Disk.StoredEntry::body).toList()));
        });
    }

    /**
     * The receipts of a member over a log that stand behind a place, as far as so many entries bear them out: a node that goes
     * on has later ones already. Answers the place of the last.
     */
    Receipt.Place receipts(LogImage log, PartyName member, Receipt.Place after, long size, Taker taker)
            throws IOException {
        Receipt.Place last = after;
        while (true) {
            List<Receipt> more = disk.receipts(log.origin(), member, last, Limits.RECEIPTS).stream()
                    .takeWhile(receipt -> receipt.size() <= size)
                    .toList();
            if (more.isEmpty()) {
                return last;
            }
            taker.frame(new Frame.Receipts(log.origin(), member, more));
            last = more.getLast().place();
        }
    }
}
