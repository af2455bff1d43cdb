package org.parley.ledger.line;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.merkle.Frontier;

/** What a node holds, as of its last commit. Only {@link Stage} changes it, all at once. */
final class Books {
    private static final int ROOTS_KEPT = 8_192;

    /** Whose receipts over which log. */
    record Of(Origin origin, PartyName member) {}

    private final Disk disk;
    private final Map<LineId, LineBook> lines = new TreeMap<>();
    private final Map<Origin, LogState> logs = new HashMap<>();
    private final Map<LineId, SortedMap<String, LogState>> byName = new HashMap<>();
    private final Map<Of, Image.Last> receipts = new HashMap<>();
    private final Map<Of, Long> latestTimes = new HashMap<>();
    private final Map<Sized, Hash> roots = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sized, Hash> eldest) {
            return size() > ROOTS_KEPT;
        }
    };

    private long latestReceivedAt;

    /** A log at a size. */
    record Sized(Origin origin, long size) {}

    private Books(Disk disk) {
        this.disk = disk;
    }

    static Books read(Disk disk, Image image, Seals seals) {
        Books books = new Books(disk);
        for (Image.LineImage line : image.lines()) {
            Map<PartyName, KeyHistory> keys = new HashMap<>();
            line.rootKeys()
                    .forEach((party, root) -> keys.put(
                            party,
                            seals.history(
                                    line.line(),
                                    party,
                                    root,
                                    line.keySets().getOrDefault(party, List.of()),
                                    line.revocations().getOrDefault(party, List.of()))));
            books.put(new LineBook(line.line(), line.me(), keys));
            line.logs().forEach(log -> books.put(LogState.of(log)));
            line.receipts().forEach(books::put);
        }
        return books;
    }

    Disk disk() {
        return disk;
    }

    void put(LineBook line) {
        lines.put(line.line(), line);
    }

    void put(LogState log) {
        latestReceivedAt = Math.max(latestReceivedAt, log.receivedAt());
        logs.put(log.origin(), log);
        byName.computeIfAbsent(log.origin().line(), line -> new TreeMap<>())
                .put(log.origin().toString(), log);
        rootKnown(log.origin(), log.size(), log.root());
    }

    void put(Image.Last last) {
        receipts.put(new Of(last.origin(), last.member()), last);
        receiptAt(last.origin(), last.member(), last.time());
    }

    /** A receipt names this time. */
    void receiptAt(Origin origin, PartyName member, long time) {
        latestTimes.merge(new Of(origin, member), time, Math::max);
        if (line(origin.line()).filter(line -> line.me().equals(member)).isPresent()) {
            latestReceivedAt = Math.max(latestReceivedAt, time);
        }
    }

    /** The latest time in any receipt of a member over a log: mostly, but not always, that of the last. */
    long latestTime(Origin origin, PartyName member) {
        return latestTimes.getOrDefault(new Of(origin, member), 0L);
    }

    Collection<LineBook> lines() {
        return lines.values();
    }

    Optional<LineBook> line(LineId line) {
        return Optional.ofNullable(lines.get(line));
    }

    Optional<LogState> log(Origin origin) {
        return Optional.ofNullable(logs.get(origin));
    }

    /** All logs of a line, by their origins. */
    List<LogState> logs(LineId line) {
        return Optional.ofNullable(byName.get(line))
                .map(named -> List.copyOf(named.values()))
                .orElse(List.of());
    }

    /** The logs of a party on a line. */
    List<LogState> logs(LineId line, PartyName party) {
        return logs(line).stream()
                .filter(log -> log.origin().party().equals(party))
                .toList();
    }

    /** The log of a party's lane in its latest epoch. */
    Optional<LogState> current(LineId line, PartyName party, Lane lane) {
        return logs(line, party).stream()
                .filter(log -> log.origin().lane() == lane)
                .max(LogState.NEWEST);
    }

    Image.Last last(Origin origin, PartyName member) {
        return receipts.getOrDefault(new Of(origin, member), new Image.Last(origin, member, Receipt.Tally.NONE, 0, 0));
    }

    /** Whose receipts over which logs of a line are here. */
    List<Of> receipted(LineId line) {
        return receipts.keySet().stream()
                .filter(of -> of.origin().line().equals(line))
                .sorted(Comparator.comparing((Of of) -> of.origin().toString()).thenComparing(Of::member))
                .toList();
    }

    /** The latest time of receipt, of all logs and in every receipt of ours, whole seconds: the next is not earlier. */
    long latestReceivedAt() {
        return latestReceivedAt;
    }

    void rootKnown(Origin origin, long size, Hash root) {
        roots.put(new Sized(origin, size), root);
    }

    /** The root that a log had at a size that it has reached. */
    Hash root(Origin origin, long size) {
        Hash known = roots.get(new Sized(origin, size));
        if (known == null) {
            known = Frontier.at((level, index) -> disk.subtree(origin, level, index), size)
                    .root();
            rootKnown(origin, size, known);
        }
        return known;
    }

    /** The signed head of exactly this size. */
    Optional<Bytes> head(Origin origin, long size) {
        return disk.head(origin, size);
    }
}
