package org.parley.node.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Limits;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.link.Bundle;
import org.parley.node.Node;

/**
 * Writes all that a node holds of a line: keys, revocations, logs up to their last signed head, receipts. The last heads of
 * our own logs are signed by ML-DSA-44 too, as far as they may be signed now.
 */
public final class Export {
    private final Node node;
    private final Disk disk;

    /** From this node. */
    public Export(Node node) {
        this.node = node;
        this.disk = node.disk();
    }

    /** How much was written. */
    public record Written(long entries, long receipts) {}

    /** Writes it into a file that is there whole or not at all; more than a bundle holds is {@link Refused}. */
    public Written write(LineId line, Path file) throws IOException {
        Image.LineImage image = disk.load().lines().stream()
                .filter(each -> each.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "no line " + line + " here"));
        image.logs().stream()
                .filter(log -> log.origin().party().equals(image.me()) && log.size() > 0)
                .forEach(log -> node.makeLasting(log.origin(), log.size()));
        try (Bundle.Writer writer = new Bundle.Writer(file)) {
            for (List<Bytes> notes : image.keySets().values()) {
                for (Bytes note : notes) {
                    put(writer, new Frame.Keys(line, note));
                }
            }
            for (List<Bytes> notes : image.revocations().values()) {
                for (Bytes note : notes) {
                    put(writer, new Frame.Revoked(line, note));
                }
            }
            long entries = 0;
            long receipts = 0;
            for (LogImage log : image.logs()) {
                long size = batches(writer, log);
                entries += size;
                for (PartyName member : image.rootKeys().keySet()) {
                    receipts += receipts(writer, log, size, member);
                }
            }
            writer.seal();
            return new Written(entries, receipts);
        }
    }

    private static void put(Bundle.Writer writer, Frame frame) throws IOException {
        byte[] bytes = FrameCodec.bytes(frame);
        if (!writer.fits(bytes.length)) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE, "the line is larger than a bundle, " + Bundle.LARGEST + " bytes");
        }
        writer.frame(bytes);
    }

    private long batches(Bundle.Writer writer, LogImage log) throws IOException {
        long next = 0;
        for (Optional<Frame.Batch> batch = batch(log, next); batch.isPresent(); batch = batch(log, next)) {
            put(writer, batch.get());
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

    /** Those that the entries of the bundle bear out: a node that goes on has later ones already. */
    private long receipts(Bundle.Writer writer, LogImage log, long size, PartyName member) throws IOException {
        long count = 0;
        Receipt.Place last = Receipt.Place.START;
        while (true) {
            List<Receipt> more = disk.receipts(log.origin(), member, last, Limits.RECEIPTS).stream()
                    .takeWhile(receipt -> receipt.size() <= size)
                    .toList();
            if (more.isEmpty()) {
                return count;
            }
            put(writer, new Frame.Receipts(log.origin(), member, more));
            count += more.size();
            last = more.getLast().place();
        }
    }
}
