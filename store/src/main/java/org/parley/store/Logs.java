package org.parley.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.LogImage;

/**
 * What the writer remembers of lines and logs: numbers, sizes, and the leaves that do not fill a subtree of 256 yet. A
 * transaction that fails leaves no trace: what it touched is read again.
 */
final class Logs {
    private final Reader reader;
    private final Loading loading;
    private final Tree tree = new Tree();
    private final Sql node;
    private final Sql origin;
    private final Map<LineId, Loading.StoredLine> lines = new HashMap<>();
    private final Map<Origin, Log> logs = new HashMap<>();

    /** Numbers of logs that are committed, for readers. */
    private final Map<Origin, Long> published = new ConcurrentHashMap<>();

    private final Map<Origin, Long> unpublished = new HashMap<>();

    /** Sizes of all logs as they are after the transaction that is being written, or after the last. */
    private final Map<Origin, Long> sizes = new LinkedHashMap<>();

    /** A transaction failed: what is remembered may not be what is stored. */
    private boolean stale;

    private static final class Log {
        private final long id;
        private long size;

        /** Leaf hashes after the last full subtree of 256; read when first needed. */
        private final List<byte[]> tail = new ArrayList<>();

        private boolean tailRead;

        Log(long id) {
            this.id = id;
        }
    }

    Logs(Connection connection) {
        reader = new Reader(connection);
        loading = new Loading(connection);
        node = new Sql(connection, "INSERT INTO tree (log, level, number, hash, sum) VALUES (?, ?, ?, ?, ?)");
        origin = new Sql(connection, "INSERT INTO origin (id, line, name, sum) VALUES (?, ?, ?, ?)");
        readAll();
    }

    private void readAll() {
        lines.clear();
        logs.clear();
        sizes.clear();
        for (Loading.StoredLine line : loading.lines()) {
            lines.put(line.line(), line);
            loading.origins(line).forEach((name, id) -> {
                logs.put(name, new Log(id));
                published.put(name, id);
            });
            for (LogImage log : loading.logs(line)) {
                Log known = known(log.origin());
                known.size = log.size();
                sizes.put(log.origin(), log.size());
            }
        }
    }

    private Log known(Origin name) {
        Log log = logs.get(name);
        if (log == null) {
            throw new IllegalArgumentException("there is no log " + name);
        }
        return log;
    }

    /** The numbers of committed logs; may be read by any thread. */
    Map<Origin, Long> published() {
        return published;
    }

    void committed() {
        published.putAll(unpublished);
        unpublished.clear();
    }

    void rolledBack() {
        unpublished.clear();
        stale = true;
    }

    /** To be called before a transaction: after one that failed, what is stored is read again. */
    void fresh() {
        if (stale) {
            readAll();
            stale = false;
        }
    }

    long newLine(LineId name, PartyName me) {
        if (lines.containsKey(name)) {
            throw new IllegalArgumentException("there is a line " + name + " already");
        }
        long id = lines.size() + 1L;
        lines.put(name, new Loading.StoredLine(id, name, me));
        return id;
    }

    private Loading.StoredLine stored(LineId name) {
        Loading.StoredLine line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException("there is no line " + name);
        }
        return line;
    }

    long line(LineId name) {
        return stored(name).id();
    }

    /** The number of a log; one that was never heard of gets the next. */
    long id(Origin name) {
        return log(name).id;
    }

    private Log log(Origin name) {
        Log log = logs.get(name);
        if (log == null) {
            Loading.StoredLine line = stored(name.line());
            log = new Log(logs.size() + 1L);
            origin.update(log.id, line.id(), name, Sum.of(log.id, line.id(), name));
            logs.put(name, log);
            unpublished.put(name, log.id);
        }
        return log;
    }

    void unchanged(Origin name, long size) {
        if (log(name).size != size) {
            throw new IllegalArgumentException(name + " has " + log(name).size + " entries, not " + size);
        }
    }

    /** Takes leaves at the end of a log and stores the subtrees that they complete. */
    long append(Origin name, long first, List<Hash> leaves) {
        unchanged(name, first);
        Log log = log(name);
        if (!log.tailRead) {
            log.tail.addAll(reader.leaves(log.id, first - first % Tree.WIDTH, first));
            log.tailRead = true;
        }
        if (log.tail.size() != first % Tree.WIDTH) {
            throw new Damaged(Problem.content("the last entries are not there", "log " + name));
        }
        for (Hash leaf : leaves) {
            log.tail.add(leaf.bytes());
            log.size++;
            if (log.tail.size() == Tree.WIDTH) {
                full(log.id, Tree.STEP, (log.size >> Tree.STEP) - 1, tree.full(log.tail));
                log.tail.clear();
            }
        }
        sizes.put(name, log.size);
        return log.id;
    }

    private void full(long log, int level, long number, byte[] hash) {
        node.update(log, level, number, hash, Sum.of(log, level, number, hash));
        long next = number + 1;
        if (next % Tree.WIDTH == 0) {
            full(
                    log,
                    level + Tree.STEP,
                    (next >> Tree.STEP) - 1,
                    tree.full(reader.nodes(log, level, next - Tree.WIDTH, next)));
        }
    }

    Map<Origin, Long> sizes() {
        return sizes;
    }
}
