package org.parley.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Disk.StoredEntry;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.line.Transaction.Append;
import org.parley.ledger.merkle.Merkle;

/** What a disk holds: the sum of transactions in their order. One that contradicts it is an {@link IllegalArgumentException}. */
final class Contents {
    private record Subtree(int level, long index) {}

    /** What one log holds. */
    private static final class Log {
        final List<Bytes> entries = new ArrayList<>();
        final List<Hash> leaves = new ArrayList<>();
        final List<Optional<SealedBody>> bodies = new ArrayList<>();
        final TreeMap<Long, Bytes> heads = new TreeMap<>();
        final Map<PartyName, TreeMap<Receipt.Place, Receipt>> receipts = new TreeMap<>();
        final TreeMap<Long, Frame.Batch> parked = new TreeMap<>();
        final Map<Subtree, Hash> subtrees = new HashMap<>();
        Optional<LogImage> image = Optional.empty();
    }

    /** What one line holds. */
    private static final class Line {
        final PartyName me;
        final Map<PartyName, Bytes> roots = new TreeMap<>();
        final Map<PartyName, Map<Integer, Bytes>> keySets = new TreeMap<>();
        final Map<PartyName, Map<Integer, Bytes>> revocations = new TreeMap<>();

        Line(PartyName me) {
            this.me = me;
        }
    }

    private final Map<LineId, Line> lines = new TreeMap<>();
    private final Map<Origin, Log> logs = new HashMap<>();
    private final Map<Hash, Equivocation> evidence = new LinkedHashMap<>();

    void apply(Transaction transaction) {
        transaction.writes().forEach(this::apply);
    }

    private void apply(Transaction.Write write) {
        switch (write) {
            case Transaction.NewLine it -> {
                refuseUnless(!lines.containsKey(it.line()), "there is a line " + it.line() + " already");
                lines.put(it.line(), new Line(it.me()));
            }
            case Transaction.NewMember it -> line(it.line()).roots.put(it.party(), it.rootKey());
            case Transaction.NewKeySet it -> note(line(it.line()).keySets, it.party(), it.serial(), it.note());
            case Transaction.NewRevocation it -> note(line(it.line()).revocations, it.party(), it.serial(), it.note());
            case Append it -> append(it);
            case Transaction.LogChanged it -> {
                unchanged(it.log().origin(), it.log().size());
                log(it.log().origin()).image = Optional.of(it.log());
            }
            case Transaction.NewHead it -> log(it.origin()).heads.put(it.size(), it.note());
            case Transaction.NewReceipt it ->
                log(it.origin())
                        .receipts
                        .computeIfAbsent(it.member(), member -> new TreeMap<>())
                        .putIfAbsent(it.receipt().place(), it.receipt());
            case Transaction.NewEvidence it -> evidence.put(it.id(), it.proof());
            case Transaction.Park it ->
                log(it.batch().origin()).parked.put(it.batch().first(), it.batch());
            case Transaction.Unpark it -> log(it.origin()).parked.remove(it.first());
            case Transaction.Erase it -> {
                refuseUnless(it.index() < size(it.origin()), "there is no entry to erase the body of");
                log(it.origin()).bodies.set((int) it.index(), Optional.empty());
            }
        }
    }

    private static void refuseUnless(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private Line line(LineId id) {
        return Optional.ofNullable(lines.get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no line " + id));
    }

    private Log log(Origin origin) {
        line(origin.line());
        return logs.computeIfAbsent(origin, of -> new Log());
    }

    private Optional<Log> there(Origin origin) {
        return Optional.ofNullable(logs.get(origin));
    }

    private static void note(Map<PartyName, Map<Integer, Bytes>> to, PartyName party, int serial, Bytes note) {
        to.computeIfAbsent(party, of -> new TreeMap<>()).put(serial, note);
    }

    private void unchanged(Origin origin, long size) {
        refuseUnless(size(origin) == size, origin + " has " + size(origin) + " entries, not " + size);
    }

    private void append(Append append) {
        Origin origin = append.log().origin();
        unchanged(origin, append.first());
        int count = append.entries().size();
        refuseUnless(
                append.leaves().size() == count
                        && append.bodies().size() == count
                        && append.log().size() == append.first() + count,
                "entries, leaves, bodies and size do not agree: " + origin);
        Log log = log(origin);
        log.entries.addAll(append.entries());
        log.leaves.addAll(append.leaves());
        log.bodies.addAll(append.bodies());
        log.image = Optional.of(append.log());
    }

    /** Forgets the end of a log, as no sound disk ever does: only for a planted bug. */
    void forgetFrom(LogImage shorter) {
        Log log = log(shorter.origin());
        List.of(log.entries, log.leaves, log.bodies)
                .forEach(list -> list.subList((int) shorter.size(), list.size()).clear());
        log.subtrees.clear();
        log.image = Optional.of(shorter);
    }

    // --- what is there

    /** The lines, without what lies outside the database: trust is the same for all. */
    List<Image.LineImage> lines(Image.Trust trust) {
        List<Image.LineImage> images = new ArrayList<>();
        lines.forEach((id, line) -> {
            List<LogImage> held = new ArrayList<>();
            List<Image.Last> receipts = new ArrayList<>();
            for (Origin origin : named()) {
                if (origin.line().equals(id)) {
                    image(origin).ifPresent(held::add);
                    log(origin)
                            .receipts
                            .forEach((member, all) -> receipts.add(new Image.Last(
                                    origin,
                                    member,
                                    Receipt.Tally.of(all.keySet().stream()),
                                    all.lastKey().size(),
                                    all.lastKey().time())));
                }
            }
            images.add(new Image.LineImage(
                    id,
                    line.me,
                    Map.copyOf(line.roots),
                    inOrder(line.keySets),
                    inOrder(line.revocations),
                    held,
                    receipts,
                    trust));
        });
        return images;
    }

    private static Map<PartyName, List<Bytes>> inOrder(Map<PartyName, Map<Integer, Bytes>> notes) {
        Map<PartyName, List<Bytes>> lists = new TreeMap<>();
        notes.forEach((party, bySerial) -> lists.put(party, List.copyOf(bySerial.values())));
        return lists;
    }

    /** How many of our own key sets are stored. */
    int ownKeySets(LineId id) {
        return Optional.ofNullable(lines.get(id))
                .flatMap(line -> Optional.ofNullable(line.keySets.get(line.me)))
                .map(Map::size)
                .orElse(0);
    }

    /** How many key sets of a member are known. */
    int keySets(LineId id, PartyName party) {
        return Optional.ofNullable(lines.get(id))
                .flatMap(line -> Optional.ofNullable(line.keySets.get(party)))
                .map(Map::size)
                .orElse(0);
    }

    /** The logs that have begun, by their names. */
    List<Origin> origins() {
        return named().stream().filter(origin -> log(origin).image.isPresent()).toList();
    }

    /** The logs of which anything is here: a receipt may come back before the log. */
    List<Origin> named() {
        return logs.keySet().stream()
                .sorted(Comparator.comparing(Origin::toString))
                .toList();
    }

    long size(Origin origin) {
        Log log = logs.get(origin);
        return log == null ? 0 : log.entries.size();
    }

    Optional<LogImage> image(Origin origin) {
        return there(origin).flatMap(log -> log.image);
    }

    List<Hash> leaves(Origin origin) {
        return there(origin).map(log -> log.leaves).orElse(List.of());
    }

    List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        List<StoredEntry> some = new ArrayList<>();
        long bytes = 0;
        for (long i = from; i < size(origin) && some.size() < atMost; i++) {
            Log log = log(origin);
            StoredEntry next = new StoredEntry(log.entries.get((int) i), log.bodies.get((int) i));
            bytes += next.entry().length()
                    + next.body()
                            .map(body -> body.seed().length() + body.body().length())
                            .orElse(0);
            if (bytes > bytesAtMost && !some.isEmpty()) {
                break;
            }
            some.add(next);
        }
        return some;
    }

    Optional<Bytes> head(Origin origin, long size) {
        return there(origin).flatMap(log -> Optional.ofNullable(log.heads.get(size)));
    }

    Optional<Long> headSize(Origin origin, long from, long until) {
        return there(origin)
                .flatMap(log -> Optional.ofNullable(log.heads.floorKey(until)))
                .filter(size -> size > from);
    }

    Optional<Long> lastingSize(Origin origin, long from, long until) {
        return there(origin)
                .flatMap(log -> log.heads.headMap(until, true).descendingMap().entrySet().stream()
                        .filter(head -> head.getKey() > from && Disk.isLasting(head.getValue()))
                        .findFirst())
                .map(Map.Entry::getKey);
    }

    boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return of(origin, member).containsKey(new Receipt.Place(size, time));
    }

    /** Those behind the one place and not behind the other, in their order. */
    Collection<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        return after.compareTo(until) >= 0
                ? List.of()
                : of(origin, member).subMap(after, false, until, true).values();
    }

    Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        return Optional.ofNullable(of(origin, member).floorEntry(until)).map(Map.Entry::getValue);
    }

    private NavigableMap<Receipt.Place, Receipt> of(Origin origin, PartyName member) {
        return there(origin)
                .flatMap(log -> Optional.ofNullable(log.receipts.get(member)))
                .orElseGet(TreeMap::new);
    }

    Hash subtree(Origin origin, int level, long index) {
        if ((index + 1) << level > size(origin)) {
            throw new IllegalArgumentException(origin + " has no full subtree " + index + " of level " + level);
        }
        Log log = log(origin);
        if (level == 0) {
            return log.leaves.get((int) index);
        }
        Subtree subtree = new Subtree(level, index);
        Hash known = log.subtrees.get(subtree);
        if (known == null) {
            known = Merkle.nodeHash(subtree(origin, level - 1, 2 * index), subtree(origin, level - 1, 2 * index + 1));
            log.subtrees.put(subtree, known);
        }
        return known;
    }

    List<Equivocation> evidence() {
        return List.copyOf(evidence.values());
    }

    List<Disk.Parked> parked() {
        return logs.values().stream()
                .flatMap(log -> log.parked.values().stream())
                .map(batch -> new Disk.Parked(batch.origin(), batch.first(), FrameCodec.bytes(batch).length))
                .sorted(Comparator.comparing(
                                (Disk.Parked batch) -> batch.origin().toString())
                        .thenComparingLong(Disk.Parked::first))
                .toList();
    }

    Optional<Frame.Batch> parked(Origin origin, long first) {
        return there(origin).flatMap(log -> Optional.ofNullable(log.parked.get(first)));
    }
}
