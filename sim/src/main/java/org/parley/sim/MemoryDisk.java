package org.parley.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Receipt;
import org.parley.ledger.line.Transaction;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;

/**
 * A transactional store in memory that keeps every commit as a journal, so that an older state can come back. What it
 * holds is what the journal says: a commit is all or nothing, as that of the real store.
 */
final class MemoryDisk implements Disk {
    /** What the next commit does. */
    enum Next {
        /** It works. */
        WORKS,
        /** There is no room. */
        FULL,
        /** It fails before anything is durable. */
        BROKEN_BEFORE,
        /** It fails after all of it was durable. */
        BROKEN_AFTER
    }

    private final Bug bug;
    private final List<Transaction> journal = new ArrayList<>();
    private State state = new State();
    private Map<Origin, Long> mark = new HashMap<>();
    private Image.Trust trust = Image.Trust.SAME_BOOT;
    private final Set<LineId> settled = new HashSet<>();
    private Next next = Next.WORKS;
    private Map<Origin, Long> durable = Map.of();
    private int durablePlace;
    private long commits;
    private long brokenAt;
    private Next brokenHow = Next.WORKS;

    MemoryDisk(Bug bug) {
        this.bug = bug;
    }

    /** What one log holds. */
    private static final class Stored {
        final List<Bytes> entries = new ArrayList<>();
        final List<Hash> leaves = new ArrayList<>();
        final List<Optional<SealedBody>> bodies = new ArrayList<>();
        final TreeMap<Long, Bytes> heads = new TreeMap<>();
        final Map<PartyName, List<Receipt>> receipts = new TreeMap<>();
        final TreeMap<Long, Frame.Batch> parked = new TreeMap<>();
        final Map<Long, Hash> subtrees = new HashMap<>();
        Optional<LogImage> image = Optional.empty();
    }

    /** What one line holds. */
    private static final class Member {
        final Map<PartyName, Bytes> roots = new TreeMap<>();
        final Map<PartyName, List<Bytes>> keySets = new TreeMap<>();
        final Map<PartyName, List<Bytes>> revocations = new TreeMap<>();
        Optional<PartyName> me = Optional.empty();
    }

    private static final class State {
        final Map<LineId, Member> lines = new TreeMap<>();
        final Map<Origin, Stored> logs = new HashMap<>();
        final List<Equivocation> evidence = new ArrayList<>();

        Stored log(Origin origin) {
            return logs.computeIfAbsent(origin, of -> new Stored());
        }
    }

    /** How many transactions were made durable: a place to come back to. */
    int place() {
        return journal.size();
    }

    long commits() {
        return commits;
    }

    /** The commit with this number from now, 1 being the next, does this. */
    void at(long commit, Next what) {
        brokenAt = commits + commit;
        brokenHow = what;
    }

    /** How much of a log would outlive the process: as much as was committed, but for a planted bug. */
    long durableSize(Origin origin) {
        return bug.commitsLate() ? durable.getOrDefault(origin, 0L) : size(origin);
    }

    /** The process ends: what was not durable is gone. */
    void processEnds() {
        if (bug.commitsLate()) {
            rollBack(Math.max(1, durablePlace), false);
        }
    }

    /** An older state comes back, as from a backup: its journal up to that place. The mark comes back with it or stays. */
    void rollBack(int place, boolean markToo) {
        journal.subList(place, journal.size()).clear();
        state = new State();
        journal.forEach(this::apply);
        if (markToo) {
            mark = sizes();
        }
    }

    /** A copy of what is durable, as of a cloned machine. */
    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk(bug);
        copy.journal.addAll(journal);
        copy.journal.forEach(copy::apply);
        copy.mark = new HashMap<>(mark);
        copy.trust = trust;
        copy.settled.addAll(settled);
        return copy;
    }

    /** Forgets the end of a log, as no sound disk ever does: only for a planted bug. */
    void forgetFrom(Origin origin, long size) {
        Stored log = state.log(origin);
        Optional<LogImage> image = log.image;
        log.entries.subList((int) size, log.entries.size()).clear();
        log.leaves.subList((int) size, log.leaves.size()).clear();
        log.bodies.subList((int) size, log.bodies.size()).clear();
        log.subtrees.clear();
        Frontier shorter = Frontier.empty().append(log.leaves);
        log.image = image.map(was -> new LogImage(
                origin,
                size,
                Bytes.of(shorter.bytes()),
                shorter.root(),
                was.at(),
                was.receivedAt(),
                was.state(),
                was.voidFrom()));
    }

    void loseMark() {
        mark = new HashMap<>();
        trust = Image.Trust.MARK_LOST;
    }

    /** The process ended on a running machine: what was settled in it stays so. */
    void sameBoot() {
        if (!settled.isEmpty()) {
            trust = Image.Trust.SAME_BOOT;
        }
        settled.clear();
    }

    /** The machine went too, or this is a copy: nothing is known of the last run. */
    void trust(Image.Trust newTrust) {
        trust = newTrust;
        settled.clear();
    }

    @Override
    public void settled(LineId line) {
        settled.add(line);
    }

    /** The signed head of this size says this root, where it is held. */
    Optional<Bytes> headAt(Origin origin, long size) {
        Stored log = state.logs.get(origin);
        return log == null ? Optional.empty() : Optional.ofNullable(log.heads.get(size));
    }

    void next(Next what) {
        next = what;
    }

    Next next() {
        return next;
    }

    List<Equivocation> evidence() {
        return state.evidence;
    }

    /** How many of our own key sets are durable. */
    int ownKeySets(LineId id) {
        Member line = state.lines.get(id);
        return line == null
                ? 0
                : line.me
                        .map(me -> line.keySets.getOrDefault(me, List.of()).size())
                        .orElse(0);
    }

    /** The size of a log as it is durable. */
    long size(Origin origin) {
        Stored log = state.logs.get(origin);
        return log == null ? 0 : log.entries.size();
    }

    List<Origin> origins() {
        return state.logs.keySet().stream()
                .filter(origin -> state.log(origin).image.isPresent())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    Optional<LogImage> image(Origin origin) {
        Stored log = state.logs.get(origin);
        return log == null ? Optional.empty() : log.image;
    }

    Hash leaf(Origin origin, long index) {
        return state.log(origin).leaves.get((int) index);
    }

    List<Receipt> allReceipts(Origin origin, PartyName member) {
        return state.log(origin).receipts.getOrDefault(member, List.of());
    }

    private Map<Origin, Long> sizes() {
        Map<Origin, Long> sizes = new HashMap<>();
        state.logs.forEach((origin, log) -> sizes.put(origin, (long) log.entries.size()));
        return sizes;
    }

    @Override
    public Image load() {
        List<Image.LineImage> lines = new ArrayList<>();
        state.lines.forEach((id, line) -> {
            List<LogImage> logs = new ArrayList<>();
            List<Image.Last> receipts = new ArrayList<>();
            for (Origin origin : origins()) {
                if (origin.line().equals(id)) {
                    Stored log = state.log(origin);
                    log.image.ifPresent(logs::add);
                    log.receipts.forEach((member, list) -> receipts.add(new Image.Last(
                            origin,
                            member,
                            list.size(),
                            list.getLast().size(),
                            list.getLast().time())));
                }
            }
            lines.add(new Image.LineImage(
                    id,
                    line.me.orElseThrow(),
                    line.roots,
                    line.keySets,
                    line.revocations,
                    logs,
                    receipts,
                    bug.trustsAnyDisk() ? Image.Trust.CLEAN : trust));
        });
        return new Image(lines, bug.trustsAnyDisk() ? Map.of() : Map.copyOf(mark));
    }

    @Override
    public void commit(Transaction transaction) {
        commits++;
        if (commits == brokenAt) {
            next = brokenHow;
        }
        if (bug.commitsLate()) {
            durable = sizes();
            durablePlace = journal.size();
        }
        switch (next) {
            case FULL -> throw new Full("no room in the simulated disk");
            case BROKEN_BEFORE -> throw broken();
            case WORKS, BROKEN_AFTER -> {}
        }
        journal.add(transaction);
        apply(transaction);
        if (next == Next.BROKEN_AFTER) {
            throw broken();
        }
        sizes().forEach((origin, size) -> mark.merge(origin, size, Math::max));
    }

    private static Broken broken() {
        return new Broken("the simulated disk failed", new IllegalStateException("EIO"));
    }

    private void apply(Transaction transaction) {
        transaction.writes().forEach(this::apply);
    }

    private void apply(Transaction.Write write) {
        switch (write) {
            case Transaction.NewLine line ->
                state.lines.computeIfAbsent(line.line(), id -> new Member()).me = Optional.of(line.me());
            case Transaction.NewMember member -> line(member.line()).roots.put(member.party(), member.rootKey());
            case Transaction.NewKeySet keys ->
                line(keys.line())
                        .keySets
                        .computeIfAbsent(keys.party(), party -> new ArrayList<>())
                        .add(keys.note());
            case Transaction.NewRevocation revoked ->
                line(revoked.line())
                        .revocations
                        .computeIfAbsent(revoked.party(), party -> new ArrayList<>())
                        .add(revoked.note());
            case Transaction.Append append -> append(append);
            case Transaction.LogChanged changed -> state.log(changed.log().origin()).image = Optional.of(changed.log());
            case Transaction.NewHead head -> state.log(head.origin()).heads.put(head.size(), head.note());
            case Transaction.NewReceipt receipt -> receipt(receipt);
            case Transaction.NewEvidence evidence -> state.evidence.add(evidence.proof());
            case Transaction.Park park ->
                state.log(park.batch().origin()).parked.put(park.batch().first(), park.batch());
            case Transaction.Unpark unpark -> state.log(unpark.origin()).parked.remove(unpark.first());
            case Transaction.Erase erase -> state.log(erase.origin()).bodies.set((int) erase.index(), Optional.empty());
        }
    }

    private void receipt(Transaction.NewReceipt write) {
        Receipt receipt = write.receipt();
        if (!hasReceipt(write.origin(), write.member(), receipt.size(), receipt.time())) {
            List<Receipt> all =
                    state.log(write.origin()).receipts.computeIfAbsent(write.member(), member -> new ArrayList<>());
            all.add(receipt);
            all.sort(Comparator.comparingLong(Receipt::size).thenComparingLong(Receipt::time));
        }
    }

    @Override
    public boolean hasReceipt(Origin origin, PartyName member, long size, long time) {
        return allReceipts(origin, member).stream()
                .anyMatch(receipt -> receipt.size() == size && receipt.time() == time);
    }

    private Member line(LineId id) {
        return Optional.ofNullable(state.lines.get(id)).orElseThrow();
    }

    private void append(Transaction.Append append) {
        Stored log = state.log(append.log().origin());
        if (log.entries.size() != append.first()) {
            throw new IllegalStateException("an append at " + append.first() + " of a log of " + log.entries.size());
        }
        log.entries.addAll(append.entries());
        log.leaves.addAll(append.leaves());
        log.bodies.addAll(append.bodies());
        log.image = Optional.of(append.log());
    }

    @Override
    public List<StoredEntry> entries(Origin origin, long from, int atMost, long bytesAtMost) {
        Stored log = state.log(origin);
        List<StoredEntry> entries = new ArrayList<>();
        long bytes = 0;
        for (long i = from; i < log.entries.size() && entries.size() < atMost; i++) {
            Bytes entry = log.entries.get((int) i);
            Optional<SealedBody> body = log.bodies.get((int) i);
            bytes += entry.length() + body.map(there -> there.body().length()).orElse(0);
            if (bytes > bytesAtMost && !entries.isEmpty()) {
                break;
            }
            entries.add(new StoredEntry(entry, body));
        }
        return entries;
    }

    @Override
    public Optional<Bytes> head(Origin origin, long size) {
        return Optional.ofNullable(state.log(origin).heads.get(size));
    }

    @Override
    public Optional<Long> lastingSize(Origin origin, long from, long until) {
        return state.log(origin).heads.headMap(until, true).descendingMap().entrySet().stream()
                .filter(head -> head.getKey() > from && Disk.isLasting(head.getValue()))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    @Override
    public Optional<Long> headSize(Origin origin, long from, long until) {
        Long size = state.log(origin).heads.floorKey(until);
        return Optional.ofNullable(size).filter(found -> found > from);
    }

    @Override
    public List<Receipt> receipts(Origin origin, PartyName member, Receipt.Place after, int atMost) {
        List<Receipt> all = allReceipts(origin, member);
        int begin = receiptsUntil(all, after);
        return List.copyOf(all.subList(begin, Math.min(all.size(), begin + atMost)));
    }

    @Override
    public Optional<Receipt> lastReceipt(Origin origin, PartyName member, Receipt.Place until) {
        List<Receipt> all = allReceipts(origin, member);
        int end = receiptsUntil(all, until);
        return end == 0 ? Optional.empty() : Optional.of(all.get(end - 1));
    }

    @Override
    public long countReceipts(Origin origin, PartyName member, Receipt.Place after, Receipt.Place until) {
        List<Receipt> all = allReceipts(origin, member);
        return Math.max(0, receiptsUntil(all, until) - receiptsUntil(all, after));
    }

    /** How many do not stand behind a place. */
    private static int receiptsUntil(List<Receipt> all, Receipt.Place place) {
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all.get(middle).place().compareTo(place) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public Hash subtree(Origin origin, int level, long index) {
        Stored log = state.log(origin);
        if (level == 0) {
            return log.leaves.get((int) index);
        }
        long key = ((long) level << 48) | index;
        Hash known = log.subtrees.get(key);
        if (known == null) {
            known = Merkle.nodeHash(subtree(origin, level - 1, 2 * index), subtree(origin, level - 1, 2 * index + 1));
            log.subtrees.put(key, known);
        }
        return known;
    }

    @Override
    public Optional<Equivocation> evidence(Origin origin) {
        return state.evidence.stream()
                .filter(proof -> proof.origin().equals(origin))
                .findFirst();
    }

    @Override
    public List<Parked> parked() {
        return state.logs.values().stream()
                .flatMap(log -> log.parked.values().stream())
                .map(batch -> new Parked(batch.origin(), batch.first(), FrameCodec.bytes(batch).length))
                .toList();
    }

    @Override
    public Optional<Frame.Batch> parked(Origin origin, long first) {
        return Optional.ofNullable(state.log(origin).parked.get(first));
    }
}
