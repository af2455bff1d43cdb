package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;

/** Rows into values; a row whose checksum is wrong is {@link Damaged}. */
final class Rows {
    /** In {@code log.void_from}: nothing voids it. */
    static final long NOT_VOID = -1;

    private Rows() {}

    static long sum(long key, Bytes entry, Optional<SealedBody> body) {
        return body.map(it ->
                        Sum.of(key, entry.array(), it.seed().array(), it.body().array()))
                .orElseGet(() -> Sum.of(key, entry.array()));
    }

    /** id, sum, entry, seed, body. */
    static StoredEntry entry(ResultSet row) throws SQLException {
        long key = row.getLong(1);
        Bytes entry = Bytes.of(row.getBytes(3));
        Optional<Bytes> seed = Optional.ofNullable(row.getBytes(4)).map(Bytes::of);
        Optional<Bytes> text = Optional.ofNullable(row.getBytes(5)).map(Bytes::of);
        Optional<SealedBody> body = seed.flatMap(salt -> text.map(bytes -> new SealedBody(salt, bytes)));
        Damaged.unless(
                row.getLong(2) == sum(key, entry, body) && seed.isPresent() == text.isPresent(),
                "entry " + Key.index(key) + " of log " + (key >> Key.INDEX_BITS));
        return new StoredEntry(entry, body);
    }

    /** id, sum, blob. */
    static Bytes blob(ResultSet row, String table) throws SQLException {
        long key = row.getLong(1);
        byte[] blob = row.getBytes(3);
        Damaged.unless(
                row.getLong(2) == Sum.of(key, blob),
                table + " " + Key.index(key) + " of log " + (key >> Key.INDEX_BITS));
        return Bytes.of(blob);
    }

    /** The tally of receipts of a log and member: {@link Receipt.Place#digest} in SQL. */
    static final String TALLY = "SELECT count(*), coalesce(sum((((size % 2147483647) * 1000003 + time) % 2147483647)"
            + " * (((size % 2147483647) * 1000003 + time) % 2147483647) % 2147483647), 0)"
            + " FROM receipt WHERE log = ? AND member = ?";

    static Receipt.Tally tally(ResultSet row) throws SQLException {
        return new Receipt.Tally(row.getLong(1), row.getLong(2));
    }

    static long sum(long log, String member, Receipt receipt) {
        return Sum.of(
                log,
                member,
                receipt.size(),
                receipt.time(),
                receipt.root().bytes(),
                receipt.signature().array());
    }

    /** log, member, size, time, root, signature, sum. */
    static Receipt receipt(ResultSet row) throws SQLException {
        long log = row.getLong(1);
        String member = row.getString(2);
        Receipt receipt =
                new Receipt(row.getLong(3), Hash.of(row.getBytes(5)), row.getLong(4), Bytes.of(row.getBytes(6)));
        Damaged.unless(
                row.getLong(7) == sum(log, member, receipt),
                "receipt of " + member + " for size " + receipt.size() + " of log " + log);
        return receipt;
    }

    static long sum(long id, LogImage log) {
        return Sum.of(
                id,
                log.origin(),
                log.size(),
                log.frontier().array(),
                log.root().bytes(),
                log.at(),
                log.receivedAt(),
                log.state(),
                log.voidFrom().orElse(NOT_VOID));
    }

    /** id, origin, size, frontier, root, at, received_at, state, void_from, sum. */
    static LogImage log(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String name = row.getString(2);
        try {
            long voidFrom = row.getLong(9);
            LogImage log = new LogImage(
                    Origin.of(name),
                    row.getLong(3),
                    Bytes.of(row.getBytes(4)),
                    Hash.of(row.getBytes(5)),
                    row.getLong(6),
                    row.getLong(7),
                    LogImage.State.valueOf(row.getString(8)),
                    voidFrom == NOT_VOID ? Optional.empty() : Optional.of(voidFrom));
            Damaged.unless(row.getLong(10) == sum(id, log), "log " + name);
            return log;
        } catch (IllegalArgumentException e) {
            throw new Damaged(Problem.content("a row has the wrong form: " + e.getMessage(), "log " + name));
        }
    }
}
