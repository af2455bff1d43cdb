package org.parley.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Origin;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Receipt;

/** What one connection reads; for one thread at a time. Logs go by their number. */
final class Reader {
    private final Connection connection;
    private final Tree tree = new Tree();
    private final Sql entries;
    private final Sql leaves;
    private final Sql nodes;
    private final Sql head;
    private final Sql headBefore;
    private final Sql lastingBefore;
    private final Sql hasReceipt;
    private final Sql receipts;
    private final Sql lastReceipt;
    private final Sql tally;
    private final Sql parked;
    private final Sql parkedSizes;
    private final Sql evidence;
    private final Sql last;

    Reader(Connection connection) {
        this.connection = connection;
        entries = sql("SELECT id, sum, entry, seed, body FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?");
        leaves = sql("SELECT entry FROM entry WHERE id >= ? AND id < ? ORDER BY id");
        nodes = sql(
                "SELECT log, level, number, hash, sum FROM tree WHERE log = ? AND level = ? AND number >= ? AND number < ? ORDER BY number");
        head = sql("SELECT id, sum, note FROM head WHERE id = ?");
        headBefore = sql("SELECT id FROM head WHERE id > ? AND id <= ? ORDER BY id DESC LIMIT 1");
        lastingBefore = sql("SELECT id FROM head WHERE length(note) > " + Algorithm.ML_DSA_44.signatureLength()
                + " AND id > ? AND id <= ? ORDER BY id DESC LIMIT 1");
        hasReceipt = sql("SELECT count(*) FROM receipt WHERE log = ? AND member = ? AND size = ? AND time = ?");
        String receipt =
                "SELECT log, member, size, time, root, signature, sum FROM receipt WHERE log = ? AND member = ?";
        receipts = sql(receipt + " AND (size, time) > (?, ?) ORDER BY size, time LIMIT ?");
        lastReceipt = sql(receipt + " AND (size, time) <= (?, ?) ORDER BY size DESC, time DESC LIMIT 1");
        tally = sql(Rows.TALLY + " AND (size, time) > (?, ?) AND (size, time) <= (?, ?)");
        evidence = sql("SELECT id, sum, frame FROM evidence");
        parked = sql("SELECT id, sum, frame FROM parked WHERE id BETWEEN ? AND ? ORDER BY id");
        parkedSizes =
                sql("SELECT origin.name, parked.id, length(frame) FROM parked JOIN origin ON origin.id = parked.id >> "
                        + Key.INDEX_BITS + " ORDER BY parked.id");
        last = sql("SELECT coalesce((max(id) & ((1 << 40) - 1)) + 1, 0) FROM entry WHERE id BETWEEN ? AND ?");
    }

    /** One more than the index of the last entry that is there. */
    long count(long log) {
        return last.number(Key.first(log), Key.last(log));
    }

    private Sql sql(String text) {
        return new Sql(connection, text);
    }

    Connection connection() {
        return connection;
    }

    List<StoredEntry> entries(long log, long from, int atMost, long bytesAtMost) {
        Budget budget = new Budget(bytesAtMost);
        return entries.listWhile(
                Rows::entry,
                next -> budget.allows(next.entry().length()
                        + next.body()
                                .map(body -> body.seed().length() + body.body().length())
                                .orElse(0)),
                Key.of(log, from),
                Key.last(log),
                atMost);
    }

    /** Allows what fits, and the first whatever its size. */
    private static final class Budget {
        private final long bytes;
        private long used;

        Budget(long bytes) {
            this.bytes = bytes;
        }

        boolean allows(int more) {
            boolean first = used == 0;
            used += more;
            return first || used <= bytes;
        }
    }

    Optional<Bytes> head(long log, long size) {
        return head.first(row -> Rows.blob(row, "head"), Key.of(log, size));
    }

    Optional<Long> headSize(long log, long from, long until) {
        return headBefore.first(row -> Key.index(row.getLong(1)), Key.atMost(log, from), Key.atMost(log, until));
    }

    Optional<Long> lastingSize(long log, long from, long until) {
        return lastingBefore.first(row -> Key.index(row.getLong(1)), Key.atMost(log, from), Key.atMost(log, until));
    }

    List<Receipt> receipts(long log, String member, Receipt.Place after, int atMost) {
        return receipts.list(Rows::receipt, log, member, after.size(), after.time(), atMost);
    }

    Optional<Receipt> lastReceipt(long log, String member, Receipt.Place until) {
        return lastReceipt.first(Rows::receipt, log, member, until.size(), until.time());
    }

    Receipt.Tally tally(long log, String member, Receipt.Place after, Receipt.Place until) {
        return tally.first(Rows::tally, log, member, after.size(), after.time(), until.size(), until.time())
                .orElse(Receipt.Tally.NONE);
    }

    boolean hasReceipt(long log, String member, long size, long time) {
        return hasReceipt.number(log, member, size, time) > 0;
    }

    List<Frame.Batch> parked(long log) {
        return parkedBetween(Key.first(log), Key.last(log));
    }

    private List<Frame.Batch> parkedBetween(long from, long until) {
        return parked.list(row -> Rows.blob(row, "parked"), from, until).stream()
                .map(frame -> (Frame.Batch) FrameCodec.read(frame.array()))
                .toList();
    }

    Optional<Frame.Batch> parked(long log, long first) {
        return parkedBetween(Key.of(log, first), Key.of(log, first)).stream().findFirst();
    }

    List<Disk.Parked> parkedSizes() {
        return parkedSizes.list(
                row -> new Disk.Parked(Origin.of(row.getString(1)), Key.index(row.getLong(2)), row.getInt(3)));
    }

    /** The proof that a log has two faces, where one is stored. There are hardly ever any at all. */
    Optional<Equivocation> evidence(Origin origin) {
        return evidence
                .list(row -> {
                    byte[] frame = row.getBytes(3);
                    Damaged.unless(row.getLong(2) == Sum.of(row.getBytes(1), frame), "a row of evidence");
                    return ((Frame.Evidence) FrameCodec.read(frame)).proof();
                })
                .stream()
                .filter(proof -> proof.origin().equals(origin))
                .findFirst();
    }

    /** Leaf hashes of the entries that are there in a range. */
    List<byte[]> leaves(long log, long from, long until) {
        return leaves.list(row -> tree.leaf(row.getBytes(1)), Key.of(log, from), Key.of(log, until));
    }

    /** Stored hashes of full subtrees of a level that is a multiple of eight. */
    List<byte[]> nodes(long log, int level, long from, long until) {
        return nodes.list(
                row -> {
                    byte[] hash = row.getBytes(4);
                    Damaged.unless(
                            row.getLong(5) == Sum.of(row.getLong(1), row.getInt(2), row.getLong(3), hash),
                            "subtree " + row.getLong(3) + " of level " + row.getInt(2) + " of log " + log);
                    return hash;
                },
                log,
                level,
                from,
                until);
    }

    /** The hash of a full subtree from at most 256 rows; nothing where it is not complete. */
    Optional<byte[]> subtree(long log, int level, long index) {
        int below = level / Tree.STEP * Tree.STEP;
        long width = 1L << (level - below);
        long from = Math.multiplyExact(index, width);
        List<byte[]> hashes = below == 0 ? leaves(log, from, from + width) : nodes(log, below, from, from + width);
        return hashes.size() == width ? Optional.of(tree.full(hashes)) : Optional.empty();
    }

    /** The root of a log at a size, from stored subtrees and at most 255 entries; nothing where one of them is not there. */
    Optional<byte[]> root(long log, long size) {
        List<byte[]> peaks = new ArrayList<>();
        long done = 0;
        for (int level = 63 - Long.numberOfLeadingZeros(Math.max(size, 1)); level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                Optional<byte[]> peak = subtree(log, level, done >> level);
                if (peak.isEmpty()) {
                    return Optional.empty();
                }
                peaks.add(peak.get());
                done += 1L << level;
            }
        }
        return Optional.of(tree.root(peaks));
    }
}
