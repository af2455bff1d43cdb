package org.parley.node.bundle;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.link.Bundle;
import org.parley.node.Node;

/** Writes all that a node holds of a line: keys, revocations, logs up to their last signed head, receipts. */
public final class Export {
    private final Node node;

    /** From this node. */
    public Export(Node node) {
        this.node = node;
    }

    /** How much was written. */
    public record Written(long entries, long receipts) {
        private Written and(Frame frame) {
            return switch (frame) {
                case Frame.Batch batch -> new Written(entries + batch.entries().size(), receipts);
                case Frame.Receipts more ->
                    new Written(entries, receipts + more.receipts().size());
                default -> this;
            };
        }
    }

    /** Writes it into a file that is there whole or not at all; more than a bundle holds is {@link Refused}. */
    public Written write(LineId line, Path file) throws IOException {
        LineFrames frames = LineFrames.of(node, line);
        try (Bundle.Writer writer = new Bundle.Writer(file)) {
            Counted counted = new Counted(writer);
            frames.notes(counted);
            for (LogImage log : frames.image().logs()) {
                long size = frames.entries(log, 0, counted);
                for (PartyName member : frames.image().rootKeys().keySet()) {
                    frames.receipts(log, member, Receipt.Place.START, size, counted);
                }
            }
            writer.seal();
            return counted.written;
        }
    }

    private static final class Counted implements LineFrames.Taker {
        private final Bundle.Writer writer;
        private Written written = new Written(0, 0);

        Counted(Bundle.Writer writer) {
            this.writer = writer;
        }

        @Override
        public void frame(Frame frame) throws IOException {
            byte[] bytes = FrameCodec.bytes(frame);
            if (!writer.fits(bytes.length)) {
                throw new Refused(
                        Refused.Reason.TOO_LARGE, "the line is larger than a bundle, " + Bundle.LARGEST + " bytes");
            }
            writer.frame(bytes);
            written = written.and(frame);
        }
    }
}
