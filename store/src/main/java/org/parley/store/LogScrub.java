package org.parley.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.line.LogImage;

/** Scrubs one log: walks its entries once, grows the tree over them, and compares whatever names a hash on the way. */
final class LogScrub {
    private final Reader reader;
    private final Sql rows;
    private final Sql beyond;
    private final Claims claims;
    private final long number;
    private final Origin origin;
    private final Scrub.Tally tally;
    private final Tree tree = new Tree();

    /** By level: full subtrees from the right end to the left, one where the size has that bit. */
    private final Map<Integer, byte[]> peaks = new TreeMap<>();

    private long size;

    LogScrub(Connection connection, long number, Origin origin, Scrub.Tally tally) {
        reader = new Reader(connection);
        rows = new Sql(connection, "SELECT id, sum, entry, seed, body FROM entry WHERE id >= ? AND id < ? ORDER BY id");
        beyond = new Sql(
                connection,
                "SELECT count(*) FROM log JOIN entry ON entry.id BETWEEN log.id << 40 | log.size AND (log.id + 1 << 40) - 1"
                        + " WHERE log.id = ?");
        claims = new Claims(connection, number, origin);
        this.number = number;
        this.origin = origin;
        this.tally = tally;
    }

    void run(Optional<LogImage> log, Runnable pause) {
        long until = log.map(LogImage::size).orElse(0L);
        tally.attempt(() -> {
            while (size < until) {
                block(Math.min(until, size + Tree.WIDTH));
                pause.run();
            }
            log.ifPresent(last -> compare(new Claim(last.size(), last.root(), "the log")));
        });
        if (beyond.number(number) > 0) {
            found("there are entries beyond its size");
        }
        tally.attempt(() -> claims.strays(until)
                .forEach(claim -> found(claim.what() + " is for size " + claim.size() + " of " + until)));
        reader.parked(number);
    }

    private void found(String what) {
        tally.found(Problem.content(what, "log " + origin));
    }

    private void block(long until) {
        Map<Long, List<Claim>> here = claims.until(until);
        tally.claims += here.values().stream().mapToInt(List::size).sum();
        rows.list(
                row -> {
                    grow(row.getLong(1), Rows.entry(row).entry().array());
                    here.getOrDefault(size, List.of()).forEach(this::compare);
                    return size;
                },
                Key.of(number, size),
                Key.of(number, until));
        if (size != until) {
            throw new Damaged(Problem.content("entry " + size + " is not there", "log " + origin));
        }
    }

    private void grow(long key, byte[] entry) {
        if (Key.index(key) != size) {
            throw new Damaged(Problem.content("entry " + size + " is not there", "log " + origin));
        }
        tally.entries++;
        byte[] hash = tree.leaf(entry);
        int level = 0;
        while ((size >> level & 1) == 1) {
            hash = tree.node(peaks.getOrDefault(level, hash), hash);
            peaks.remove(level);
            level++;
            if (level % Tree.STEP == 0) {
                subtree(level, size >> level, hash);
            }
        }
        peaks.put(level, hash);
        size++;
    }

    private void subtree(int level, long index, byte[] computed) {
        List<byte[]> stored = reader.nodes(number, level, index, index + 1);
        if (stored.size() != 1 || !Arrays.equals(stored.getFirst(), computed)) {
            found("subtree " + index + " of level " + level + " is not what its entries give");
        }
    }

    private void compare(Claim claim) {
        if (!claim.root().equals(Hash.of(tree.root(new ArrayList<>(peaks.values()).reversed())))) {
            found("its first " + size + " entries do not give the root that " + claim.what() + " names");
        }
    }
}
