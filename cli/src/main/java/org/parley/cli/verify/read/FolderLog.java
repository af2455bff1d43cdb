package org.parley.cli.verify.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.Problem.Part;
import org.parley.cli.verify.audit.Source;
import org.parley.cli.verify.audit.Stored;
import org.parley.cli.verify.form.Frame;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.TilePath;

/** One log in a node's database. Keys of 64 bits hold the log's number above and an index or a size in the low 40 bits. */
final class FolderLog implements Source.Log {
    private static final int INDEX_BITS = 40;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    /** A key with a flipped bit would make a log as large as the sky. */
    private static final long WIDEST_GAP = 1_000_000;

    private static final String ENTRIES =
            "SELECT id, entry, seed, body, sum FROM entry WHERE id >= ? AND id < ? ORDER BY id";

    private final LogName name;
    private final long id;
    private final Connections connections;
    private final boolean sums;
    private final Findings findings;
    private final long size;

    /** @param sums whether rows have checksums that can be checked */
    FolderLog(LogName name, long id, Connections connections, boolean sums, Findings findings) {
        this.name = name;
        this.id = id;
        this.connections = connections;
        this.sums = sums;
        this.findings = findings;
        long last = rows().number(
                        where(Part.ENTRIES, "entries"),
                        "SELECT coalesce(max(id), -1) FROM entry WHERE id >= ? AND id <= ?",
                        key(0),
                        key(INDEX));
        long whole = last < 0 ? 0 : (last & INDEX) + 1;
        long claimed = claim().map(Stored.Claim::size).orElse(0L);
        this.size = whole <= claimed ? whole : within(whole);
    }

    private Rows rows() {
        return connections.rows();
    }

    private Rows.Where where(Part part, String place) {
        return new Rows.Where(name.origin(), part, place);
    }

    private long within(long whole) {
        Rows.Where where = where(Part.ENTRIES, "entries");
        long count = rows().number(where, "SELECT count(*) FROM entry WHERE id >= ? AND id <= ?", key(0), key(INDEX));
        if (whole - count <= WIDEST_GAP) {
            return whole;
        }
        findings.problem(
                name.origin(), Part.ENTRIES, whole - 1, name.record(whole - 1), "stands far behind the other entries");
        return rows().number(
                        where,
                        "SELECT coalesce((max(id) & " + INDEX + ") + 1, 0) FROM entry WHERE id >= ? AND id < ?",
                        key(0),
                        key(Math.min(INDEX, count + WIDEST_GAP)));
    }

    private long key(long index) {
        return id << INDEX_BITS | index;
    }

    @Override
    public LogName name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long[] sizes() {
        LongStream.Builder sizes = LongStream.builder();
        rows().each(
                        where(Part.HEADS, "heads"),
                        "SELECT id FROM head WHERE id >= ? AND id <= ?",
                        row -> sizes.add(row.getLong(1) & INDEX),
                        key(0),
                        key(INDEX));
        rows().each(
                        where(Part.RECEIPTS, "receipts"),
                        "SELECT DISTINCT size FROM receipt WHERE log = ?",
                        row -> sizes.add(row.getLong(1)),
                        id);
        return sizes.build().distinct().toArray();
    }

    @Override
    public void tiles(Consumer<Callable<Stored.Tile>> sink) {
        for (long number = 0; number * TilePath.WIDTH < size; number++) {
            long tile = number;
            sink.accept(() -> read(tile, sums));
        }
    }

    @Override
    public Stored.Tile tile(long number) {
        return read(number, false);
    }

    private Stored.Tile read(long number, boolean withSums) {
        long first = number * TilePath.WIDTH;
        long end = Math.min(size, first + TilePath.WIDTH);
        List<Stored.Entry> entries = new ArrayList<>();
        List<Stored.Complaint> complaints = new ArrayList<>();
        try {
            rows().ask(
                            ENTRIES,
                            row -> {
                                Stored.Entry entry = entry(row);
                                entries.add(entry);
                                if (withSums && !RowSums.fits(row.getLong(1), entry, row.getLong(5))) {
                                    sumProblem(entry.index());
                                }
                            },
                            key(first),
                            key(end));
        } catch (SQLException e) {
            String place = name.record(first + entries.size()) + " to " + name.record(end - 1);
            complaints.add(new Stored.Complaint(place, Rows.unreadable(e)));
        }
        return new Stored.Tile(entries, List.of(), complaints);
    }

    private void sumProblem(long index) {
        findings.problem(
                name.origin(),
                Part.ENTRIES,
                index,
                name.record(index),
                "the checksum of its row is not that of its content");
    }

    private static Stored.Entry entry(ResultSet row) throws SQLException {
        return new Stored.Entry(
                row.getLong(1) & INDEX, Rows.blob(row, 2), Rows.optional(row, 3), Rows.optional(row, 4));
    }

    @Override
    public void subtrees(int level, Source.Subtrees sink) {
        long count = size >> (8 * level);
        long[] next = {0};
        rows().each(
                        where(Part.HASHES, "subtrees of level " + 8 * level),
                        "SELECT number, hash FROM tree WHERE log = ? AND level = ? ORDER BY number",
                        row -> {
                            long number = row.getLong(1);
                            missing(level, next[0], Math.min(number, count), sink);
                            next[0] = Math.max(next[0], number + 1);
                            if (number < 0 || number >= count) {
                                sink.missing(place(level, number), "is stored for entries that are not there");
                            } else {
                                sink.there(number, Rows.blob(row, 2), place(level, number));
                            }
                        },
                        id,
                        8 * level);
        missing(level, next[0], count, sink);
    }

    private static String place(int level, long number) {
        return "subtree " + number + " of level " + 8 * level;
    }

    private static void missing(int level, long from, long until, Source.Subtrees sink) {
        if (from < until) {
            sink.missing(place(level, from) + (until > from + 1 ? " to " + (until - 1) : ""), "not there");
        }
    }

    @Override
    public void heads(Consumer<Stored.Head> sink) {
        rows().each(
                        where(Part.HEADS, "heads"),
                        "SELECT id, note FROM head WHERE id >= ? AND id <= ? ORDER BY id",
                        row -> {
                            long filed = row.getLong(1) & INDEX;
                            sink.accept(new Stored.Head("head of size " + filed, filed, Rows.blob(row, 2)));
                        },
                        key(0),
                        key(INDEX));
    }

    @Override
    public void receipts(Consumer<Stored.Receipt> sink) {
        Map<String, Long> counts = new HashMap<>();
        rows().each(
                        where(Part.RECEIPTS, "receipts"),
                        "SELECT member, size, root, time, signature FROM receipt WHERE log = ? ORDER BY member, size, time",
                        row -> {
                            String member = Rows.text(row, 1);
                            long number = counts.merge(member, 1L, Long::sum) - 1;
                            sink.accept(new Stored.Receipt(
                                    member,
                                    number,
                                    "parley/" + name.line() + "/" + member + "/cosigner",
                                    Optional.empty(),
                                    new Frame.Receipt(
                                            row.getLong(2), Rows.blob(row, 3), row.getLong(4), Rows.blob(row, 5))));
                        },
                        id);
    }

    @Override
    public Optional<Stored.Claim> claim() {
        return rows()
                .list(
                        where(Part.HEADS, "size and root"),
                        "SELECT size, root, void_from FROM log WHERE id = ?",
                        row -> new Stored.Claim(
                                row.getLong(1),
                                Rows.blob(row, 2),
                                row.getLong(3) < 0 ? Optional.empty() : Optional.of(row.getLong(3))),
                        id)
                .stream()
                .findFirst();
    }
}
