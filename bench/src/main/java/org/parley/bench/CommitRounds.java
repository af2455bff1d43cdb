package org.parley.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.parley.bench.pair.Drafts;
import org.parley.bench.pair.Pair;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;
import org.parley.store.Folder;
import org.parley.store.Host;
import org.parley.store.SqliteDisk;

/** The store alone: commits one after the other, each with its entries, bodies, log, head and the receipt before. */
final class CommitRounds {
    private final LineId line = new LineId("4f0c".repeat(8));
    private final Origin origin = new Origin(line, Pair.AZURE, Lane.MAIN, Epoch.of("1-0a1b2c3d"));
    private final Drafts drafts = new Drafts("activity");
    private Frontier frontier = Frontier.empty();

    private CommitRounds() {}

    static void print(PrintStream out, Path folder, int commits) throws IOException {
        out.printf("%n| records a commit | commits/s | records/s | commit p50, ms | p99 | max | bytes a record |%n");
        out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int records : new int[] {1, 16, 256}) {
            new CommitRounds().print(out, folder.resolve("store-" + records), commits, records);
        }
    }

    private void print(PrintStream out, Path path, int commits, int records) throws IOException {
        Histogram micros = new Histogram(60_000_000L, 3);
        try (Folder folder = Folder.create(path);
                SqliteDisk disk = SqliteDisk.open(folder, Host.local())) {
            disk.commit(new Transaction(List.of(
                    new Transaction.NewLine(line, Pair.AZURE),
                    new Transaction.NewMember(line, Pair.BIRCH, Bytes.of(new byte[32])))));
            for (int i = 0; i < commits; i++) {
                Transaction next = next(records);
                long begin = System.nanoTime();
                disk.commit(next);
                micros.recordValue((System.nanoTime() - begin) / 1_000);
            }
        }
        double perSecond = 1e6 / micros.getMean();
        out.printf(
                "| %d | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.0f |%n",
                records,
                perSecond,
                perSecond * records,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                (double) Files.size(path.resolve("parley.db")) / commits / records);
    }

    private Transaction next(int records) {
        long first = frontier.size();
        List<byte[]> entries = new ArrayList<>();
        List<Optional<Frame.SealedBody>> bodies = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            Body body = drafts.body();
            entries.add(Envelope.builder(origin, first + i + 1, 1_795_500_000_000L, "activity")
                    .body(body.commitment())
                    .bytes());
            bodies.add(Optional.of(new Frame.SealedBody(Bytes.of(body.seed()), Bytes.of(body.bytes()))));
        }
        List<Hash> leaves = Merkle.leafHashes(entries);
        frontier = frontier.append(leaves);
        Hash root = frontier.root();
        LogImage log = new LogImage(
                origin,
                frontier.size(),
                Bytes.of(frontier.bytes()),
                root,
                1_795_500_000_000L,
                0,
                LogImage.State.OPEN,
                Optional.empty());
        return new Transaction(List.of(
                new Transaction.Append(first, entries.stream().map(Bytes::of).toList(), leaves, bodies, log),
                new Transaction.NewHead(origin, frontier.size(), Bytes.of(new byte[220])),
                new Transaction.NewReceipt(
                        origin,
                        Pair.BIRCH,
                        new Receipt(frontier.size(), root, 1_795_500_000, Bytes.of(new byte[64])))));
    }
}
