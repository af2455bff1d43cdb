package org.parley.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;

/** The signed heads and receipts of one log, in the order of their sizes. */
final class Claims {
    private final long log;
    private final Origin origin;
    private final Sql heads;
    private final Sql receipts;

    private final List<String> members = new ArrayList<>();

    private long done;

    Claims(Connection connection, long log, Origin origin) {
        this.log = log;
        this.origin = origin;
        heads = new Sql(connection, "SELECT id, sum, note FROM head WHERE id > ? AND id <= ? ORDER BY id");
        receipts = new Sql(
                connection,
                "SELECT log, member, size, time, root, signature, sum FROM receipt"
                        + " WHERE log = ? AND member = ? AND size > ? AND size <= ? ORDER BY size, time");
        var next =
                new Sql(connection, "SELECT member FROM receipt WHERE log = ? AND member > ? ORDER BY member LIMIT 1");
        var member = next.first(row -> row.getString(1), log, "");
        while (member.isPresent()) {
            members.add(member.get());
            member = next.first(row -> row.getString(1), log, member.get());
        }
    }

    /** Those of sizes above the last asked for and at most this, by size. */
    Map<Long, List<Claim>> until(long size) {
        List<Claim> all = new ArrayList<>(
                heads.list(row -> head(row.getLong(1), Rows.blob(row, "head")), Key.of(log, done), Key.of(log, size)));
        all.addAll(receipts(done, size));
        done = size;
        Map<Long, List<Claim>> bySize = new HashMap<>();
        for (Claim claim : all) {
            bySize.computeIfAbsent(claim.size(), any -> new ArrayList<>()).add(claim);
        }
        return bySize;
    }

    /** Receipts for no size that the log has had. */
    List<Claim> strays(long size) {
        List<Claim> strays = receipts(Long.MIN_VALUE, 0);
        strays.addAll(receipts(size, Long.MAX_VALUE));
        return strays;
    }

    private List<Claim> receipts(long above, long until) {
        List<Claim> all = new ArrayList<>();
        for (String member : members) {
            receipts.list(Rows::receipt, log, member, above, until)
                    .forEach(receipt -> all.add(new Claim(receipt.size(), receipt.root(), "a receipt of " + member)));
        }
        return all;
    }

    /** The second and third line of a checkpoint are size and root. */
    private Claim head(long key, Bytes note) {
        String[] lines = note.text().split("\n", 4);
        String size = Long.toString(Key.index(key));
        if (lines.length < 4 || !lines[0].equals(origin.toString()) || !lines[1].equals(size)) {
            throw new Damaged(Problem.content("the head of size " + size + " is not one", "log " + origin));
        }
        return new Claim(Key.index(key), Hash.of(Base64.getDecoder().decode(lines[2])), "its signed head");
    }
}
